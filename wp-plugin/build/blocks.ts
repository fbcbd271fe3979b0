/**
 * What the editor loads of each block lies ready in `built`, so that everybody can put the plugin together in a moment:
 * the tools that make it weigh 150 MB. They are asked again when a source changes; a release holds theirs beside ours.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { installTools, runTool, toolsHash } from './tools.ts';

const HOME = resolve(import.meta.dirname, '..');
const SOURCE = join(HOME, 'blocks');
const BUILT = join(HOME, 'built');
const FRESH = join(HOME, 'node_modules/.cache/parlour-blocks');
/** Says of which sources and tools the rest of the folder was made, and what it was then. */
const STAMP = join(BUILT, 'made-of');

/**
 * Fills `into` with the built blocks, a folder each, and beside each its sources in `src`: what runs in the editor is
 * packed small, and whoever uses the plugin must be able to read and change it.
 *
 * @throws Error where `built` is not of these sources
 */
export function copyBlocks(into: string): void {
  if (!isCurrent())
    throw new Error(
      'wp-plugin/built is not made of the blocks as they are now: npm run plugin makes it anew.',
    );
  for (const block of readdirSync(SOURCE)) {
    cpSync(join(BUILT, block), join(into, block), { recursive: true });
    cpSync(join(SOURCE, block, 'block.json'), join(into, block, 'block.json'));
    cpSync(join(SOURCE, block), join(into, block, 'src'), {
      recursive: true,
      // WordPress looks for block.json in every folder of a plugin.
      filter: (path) => !path.endsWith('block.json'),
    });
  }
}

/** Makes `built` anew where a source or the tools have changed. */
export function makeBlocks(): void {
  if (isCurrent()) return;
  runTools();
  rmSync(BUILT, { recursive: true, force: true });
  cpSync(FRESH, BUILT, { recursive: true });
  writeFileSync(STAMP, stampOf(BUILT));
}

/** @throws Error where the tools make something else of the sources than what lies in `built` */
export function checkBlocks(): void {
  runTools();
  if (stampOf(FRESH) !== stampOf(BUILT))
    throw new Error(
      'wp-plugin/built is not what the tools make of the blocks: npm run plugin, and commit it.',
    );
}

/** Whether `built` is of these sources, and as it was made. */
const isCurrent = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stampOf(BUILT);

/** Builds into FRESH. */
function runTools(): void {
  installTools();
  rmSync(FRESH, { recursive: true, force: true });
  runTool('wp-scripts', ['build', '--source-path=blocks', `--output-path=${relative(HOME, FRESH)}`]);
  // The sources' own is shipped.
  for (const block of readdirSync(SOURCE)) rmSync(join(FRESH, block, 'block.json'));
}

/** Hash of the tools, of every source, and of every file in a folder that was made of them. */
function stampOf(folder: string): string {
  const hash = createHash('sha256').update(toolsHash());
  for (const place of [SOURCE, folder])
    for (const name of readdirSync(place, { recursive: true, encoding: 'utf8' }).sort())
      if (/\.\w+$/.test(name)) hash.update(`\0${name}\0`).update(readFileSync(join(place, name)));
  return `${hash.digest('hex')}\n`;
}
