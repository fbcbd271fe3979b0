/** What all languages have in common beside the app: styles, icons, the theme's script. Each name changes with its content. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { documentTokens } from '../../web-components/tokens.styles.ts';
import { iconNames } from '../ui/icons.ts';

/** The folder of the dashboard's sources. */
export const SOURCES = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
/** Where the built files are found by browsers. */
export const ASSETS = '/dashboard/assets';
/** On the icon of the tab while a visitor waits. */
const WAITING_DOT =
  '<circle cx="24" cy="8" r="8" fill="#fffefb"/><circle cx="24" cy="8" r="6" fill="#d97706"/>';

const shoelace = path.dirname(
  createRequire(import.meta.url).resolve('@shoelace-style/shoelace/dist/shoelace.js'),
);

/** The address of each file that is not code. */
export type Assets = Record<'brand' | 'brandWaiting' | 'icons' | 'style' | 'theme', string>;

/** Writes them below `outDir`. */
export async function buildAssets(outDir: string): Promise<Assets> {
  const keep = (name: string, content: string) => writeHashed(outDir, name, content);
  const svg = await readFile(path.join(SOURCES, 'styles/brand.svg'), 'utf8');
  const [brand, brandWaiting, icons, style, theme] = await Promise.all([
    keep('brand.svg', svg),
    keep('brand-waiting.svg', svg.replace('</svg>', `${WAITING_DOT}</svg>`)),
    sprite().then((symbols) => keep('icons.svg', symbols)),
    styleSheet().then((css) => keep('style.css', css)),
    themeScript().then((js) => keep('theme.js', js)),
  ]);
  return { brand, brandWaiting, icons, style, theme };
}

/** Shoelace's sizes without its palettes, our tokens, and how the first are drawn from the second. */
async function styleSheet(): Promise<string> {
  const theme = await readFile(path.join(shoelace, 'themes/light.css'), 'utf8');
  const withoutPalettes = theme.replaceAll(/^\s*--sl-color-[a-z]+-\d+:[^;]*;\n/gm, '');
  const ours = await readFile(path.join(SOURCES, 'styles/document.css'), 'utf8');
  const css = `${withoutPalettes}${documentTokens()}${ours}`;
  return (await transform(css, { loader: 'css', minify: true })).code;
}

async function themeScript(): Promise<string> {
  const source = await readFile(path.join(SOURCES, 'theme-boot.ts'), 'utf8');
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
