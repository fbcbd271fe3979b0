/**
 * Builds the widget into dist/web: `widget.js`, the loader, and `widget/app-<hash>.js`, the app it imports. Prints what
 * a visitor downloads and fails when that is more than was promised.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build, type Plugin, transform } from 'esbuild';
import { leanLit } from './lean-lit.build.ts';

/** Most bytes, gzipped: before the chat is opened, and in all. */
const LOADER_MAX = 2 * 1024;
const WHOLE_MAX = 16 * 1024;

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Long names that only the widget's own code uses, by property access and never as text: the build shortens them, the
 * same way in loader and app. What pages, templates, storage or the backend know by name must not stand here. Names
 * with `_$` are those lit keeps to itself.
 */
const INTERNAL = new RegExp(
  `^(${[
    '_\\$.*|askAgain|asksDetails|attempt|config|draft|focusIn|follow|hasDetails|heading|host|identify|inline|launch|loadConfig|memory|needsConsent',
    'network|notice|outbox|reading|refusal|renderRoot|requestUpdate|retryAfter|saved|saveDetails|saveLead|since|stage',
    'takeIn|takeLook|takeTyping|told|typist|unanswered|underway|unread|unseen|updateComplete|updated|waiting|willUpdate',
    'words',
  ].join('|')})$`,
);

/** `lit` itself, and not `lit/html.js`, is the light element: see there. */
const lightLit: Plugin = {
  name: 'light-lit',
  setup(build) {
    build.onResolve({ filter: /^lit$/ }, () => ({ path: join(here, 'light-element.ts') }));
  },
};

/** Shortens the CSS of `*.styles.ts`: esbuild sees a template there, not CSS. */
const shortCss: Plugin = {
  name: 'short-css',
  setup(build) {
    build.onLoad({ filter: /\.styles\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const [, css] = /css(?: \*\/ )?`([^`]*)`/.exec(source)!;
      const { code: minified } = await transform(css!, { loader: 'css', minify: true });
      const code = minified.replace(/="(\w+)"/g, '=$1');
      return {
        contents: source.replace(css!, () => code.trim().replaceAll('\\', '\\\\')),
        loader: 'ts',
      };
    });
  },
};

/**
 * Takes the indentation out of the remaining templates. In minified code nothing else has line breaks: statements are
 * on one line and strings write theirs as `\n`.
 */
const squeeze = (code: string): string =>
  code
    .trim()
    .replace(/([{;,>`])\s*\n\s*/g, '$1')
    .replace(/\s*\n\s*([}<>`])/g, '$1')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/(--[\w-]+:) /g, '$1');

type Names = Record<string, string | false>;

async function bundle(entry: string, names: Names = {}, define: Record<string, string> = {}) {
  const { outputFiles, mangleCache } = await build({
    entryPoints: [join(here, entry)],
    bundle: true,
    external: ['./widget/*'],
    write: false,
    minify: true,
    format: 'esm',
    target: ['es2022', 'safari16.4'],
    legalComments: 'none',
    define,
    mangleProps: INTERNAL,
    mangleCache: names,
    plugins: [lightLit, leanLit, shortCss],
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
  });
  return { code: squeeze(outputFiles[0]!.text), names: mangleCache! };
}

const gzip = (text: string) => gzipSync(text, { level: 9 });

/** Builds into a folder, compressed copies beside each file; answers each file's text by its path below it. */
export async function buildWidget(folder: string): Promise<Map<string, string>> {
  const { code: app, names } = await bundle('chat/panel.ts');
  const hash = createHash('sha256').update(app).digest('hex').slice(0, 10);
  const appFile = `widget/app-${hash}.js`;
  const { code: loader } = await bundle('widget.ts', names, { APP_FILE: JSON.stringify(`./${appFile}`) });
  await rm(join(folder, 'widget'), { recursive: true, force: true });
  await mkdir(join(folder, 'widget'), { recursive: true });
  const files = new Map([
    ['widget.js', loader],
    [appFile, app],
  ]);
  for (const [path, text] of files) {
    await writeFile(join(folder, path), text);
    await writeFile(join(folder, `${path}.gz`), gzip(text));
    await writeFile(join(folder, `${path}.br`), brotliCompressSync(text));
  }
  return files;
}

function report(files: Map<string, string>): boolean {
  const line = (name: string, a: string, b: string, c: string) =>
    process.stdout.write(`${name.padEnd(28)}${a.padStart(10)}${b.padStart(10)}${c.padStart(10)}\n`);
  line('widget', 'bytes', 'gzip', 'brotli');
  const sums = [0, 0, 0];
  for (const [path, text] of files) {
    const sizes = [Buffer.byteLength(text), gzip(text).length, brotliCompressSync(text).length];
    sizes.forEach((size, at) => {
      sums[at]! += size;
    });
    line(path, ...(sizes.map(String) as [string, string, string]));
  }
  line('in all', ...(sums.map(String) as [string, string, string]));
  const loader = gzip(files.get('widget.js')!).length;
  const fits = loader <= LOADER_MAX && sums[1]! <= WHOLE_MAX;
  if (!fits)
    process.stderr.write(
      `Too large: at most ${LOADER_MAX} for the loader and ${WHOLE_MAX} in all, gzipped.\n`,
    );
  return fits;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  buildWidget(join(here, '../dist/web')).then((files) => {
    if (!report(files)) process.exitCode = 1;
  });
