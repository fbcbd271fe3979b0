/** Builds the blocks for the editor, once per state of their sources. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { installTools, runTool, toolsHash } from './tools.ts';

const HOME = resolve(import.meta.dirname, '..');
const SOURCE = join(HOME, 'blocks');
const BUILT = join(HOME, 'node_modules/.cache/parlour-blocks');

/**
 * Fills `into` with the built blocks, a folder each, and beside each its sources in `src`: what runs in the editor is
 * packed small, and whoever uses the plugin must be able to read and change it.
 */
export function buildBlocks(into: string): void {
  const hash = sourcesHash();
  const stamp = join(BUILT, 'built-from');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) {
    installTools();
    rmSync(BUILT, { recursive: true, force: true });
    runTool('wp-scripts', ['build', '--source-path=blocks', `--output-path=${relative(HOME, BUILT)}`]);
    writeFileSync(stamp, hash);
  }
  for (const block of readdirSync(SOURCE)) {
    cpSync(join(BUILT, block), join(into, block), { recursive: true });
    cpSync(join(SOURCE, block), join(into, block, 'src'), {
      recursive: true,
      // WordPress looks for block.json in every folder of a plugin.
      filter: (path) => !path.endsWith('block.json'),
    });
  }
}

/** Hash of every source and of the tools. */
function sourcesHash(): string {
  const hash = createHash('sha256').update(toolsHash());
  for (const name of readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/\.\w+$/.test(name)) hash.update(`\0${name}\0`).update(readFileSync(join(SOURCE, name)));
  }
  return hash.digest('hex');
}
