/**
 * Builds the dashboard into `dist/dashboard`: `tsx dashboard/build.ts`. Everything but index.html carries the hash of
 * its content in its name and may be cached for ever. Fails when the list's first load grows past its limit.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build, type Metafile, transform } from 'esbuild';
import { documentTokens } from '../web-components/tokens.styles.ts';
import { iconNames } from './ui/icons.ts';

const LIMIT_KIB = 100;
const ASSETS = '/dashboard/assets';
/** On the icon of the tab while a visitor waits. */
const WAITING_DOT =
  '<circle cx="24" cy="8" r="8" fill="#fffefb"/><circle cx="24" cy="8" r="6" fill="#d97706"/>';

const here = path.dirname(fileURLToPath(import.meta.url));
const shoelace = path.dirname(
  createRequire(import.meta.url).resolve('@shoelace-style/shoelace/dist/shoelace.js'),
);

/** What one build made: the bytes that the list's first load takes, gzipped, by file. */
export interface BuildReport {
  files: { name: string; gzip: number }[];
  total: number;
}

/** Builds everything into `outDir`, which is emptied first. */
export async function buildDashboard(outDir: string): Promise<BuildReport> {
  await rm(outDir, { recursive: true, force: true });
  await mkdir(path.join(outDir, 'assets'), { recursive: true });
  const keep = (name: string, content: string) => writeHashed(outDir, name, content);
  const svg = await readFile(path.join(here, 'styles/brand.svg'), 'utf8');
  const [brand, brandWaiting, icons, style, theme] = await Promise.all([
    keep('brand.svg', svg),
    keep('brand-waiting.svg', svg.replace('</svg>', `${WAITING_DOT}</svg>`)),
    sprite().then((svg) => keep('icons.svg', svg)),
    styleSheet().then((css) => keep('style.css', css)),
    themeScript().then((js) => keep('theme.js', js)),
  ]);
  const { main, chunks } = await bundle(outDir, icons);
  const page = (await readFile(path.join(here, 'index.html'), 'utf8'))
    .replace('{{brand}}', brand)
    .replace('{{brandWaiting}}', brandWaiting)
    .replace('{{style}}', style)
    .replace('{{theme}}', theme)
    .replace('{{main}}', main)
    .replace('{{preload}}', chunks.map((url) => `<link rel="modulepreload" href="${url}" />`).join('\n    '));
  await writeFile(path.join(outDir, 'index.html'), page);
  await compress(outDir);
  return weigh(outDir, ['/dashboard/index.html', theme, style, main, ...chunks, icons]);
}

/** The app, in pieces: what the first page needs, and a piece for each page that may come later. */
async function bundle(outDir: string, iconsUrl: string): Promise<{ main: string; chunks: string[] }> {
  const { metafile } = await build({
    entryPoints: [path.join(here, 'main.ts')],
    outdir: outDir,
    entryNames: 'assets/[name]-[hash]',
    chunkNames: 'assets/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    metafile: true,
    define: { ICONS_URL: JSON.stringify(iconsUrl) },
  });
  const entry = Object.keys(metafile.outputs).find((file) =>
    metafile.outputs[file]?.entryPoint?.endsWith('main.ts'),
  );
  if (!entry) throw new Error('The build made no main file.');
  const url = (file: string) => `${ASSETS}/${path.basename(file)}`;
  return { main: url(entry), chunks: [...staticImports(metafile, entry)].map(url) };
}

/** Every file that the entry needs before it can run. */
function staticImports(metafile: Metafile, file: string, found = new Set<string>()): Set<string> {
  for (const { path: imported, kind } of metafile.outputs[file]?.imports ?? []) {
    if (kind !== 'import-statement' || found.has(imported)) continue;
    found.add(imported);
    staticImports(metafile, imported, found);
  }
  return found;
}

/** Shoelace's sizes without its palettes, our tokens, and how the first are drawn from the second. */
async function styleSheet(): Promise<string> {
  const theme = await readFile(path.join(shoelace, 'themes/light.css'), 'utf8');
  const withoutPalettes = theme.replaceAll(/^\s*--sl-color-[a-z]+-\d+:[^;]*;\n/gm, '');
  const ours = await readFile(path.join(here, 'styles/document.css'), 'utf8');
  const css = `${withoutPalettes}${documentTokens()}${ours}`;
  return (await transform(css, { loader: 'css', minify: true })).code;
}

async function themeScript(): Promise<string> {
  const source = await readFile(path.join(here, 'theme-boot.ts'), 'utf8');
  return (await transform(source, { loader: 'ts', minify: true, format: 'iife' })).code;
}

/** One file with every icon we use as a symbol. */
async function sprite(): Promise<string> {
  const symbols = iconNames.map(async (name) => {
    const svg = await readFile(path.join(shoelace, `assets/icons/${name}.svg`), 'utf8');
    const shapes = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg)?.[1]?.replaceAll(/\s*\n\s*/g, '') ?? '';
    return `<symbol id="${name}" viewBox="0 0 16 16" fill="currentColor">${shapes}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${(await Promise.all(symbols)).join('')}</svg>\n`;
}

/** Writes a file under a name that changes with its content, and answers its URL. */
async function writeHashed(outDir: string, name: string, content: string): Promise<string> {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const { name: stem, ext } = path.parse(name);
  await writeFile(path.join(outDir, 'assets', `${stem}-${hash}${ext}`), content);
  return `${ASSETS}/${stem}-${hash}${ext}`;
}

/** Puts a brotli and a gzip form beside every file, so that the server never compresses while somebody waits. */
async function compress(outDir: string): Promise<void> {
  const files = await readdir(outDir, { recursive: true, withFileTypes: true });
  await Promise.all(
    files
      .filter((file) => file.isFile())
      .map(async (file) => {
        const target = path.join(file.parentPath, file.name);
        const content = await readFile(target);
        await writeFile(`${target}.br`, brotliCompressSync(content));
        await writeFile(`${target}.gz`, gzipSync(content, { level: 9 }));
      }),
  );
}

async function weigh(outDir: string, urls: string[]): Promise<BuildReport> {
  const files = await Promise.all(
    urls.map(async (url) => {
      const content = await readFile(path.join(outDir, url.replace('/dashboard/', '')));
      return { name: path.basename(url), gzip: gzipSync(content, { level: 9 }).length };
    }),
  );
  return { files, total: files.reduce((sum, file) => sum + file.gzip, 0) };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const report = await buildDashboard(path.join(here, '../dist/dashboard'));
  const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`;
  const parts = report.files.map((file) => `  ${file.name} ${kib(file.gzip)}`).join('\n');
  process.stdout.write(
    `Dashboard, first load of the list, gzipped: ${kib(report.total)} of ${LIMIT_KIB}\n${parts}\n`,
  );
  if (report.total > LIMIT_KIB * 1024) {
    process.stderr.write(`The first load must stay under ${LIMIT_KIB} KiB.\n`);
    process.exitCode = 1;
  }
}
