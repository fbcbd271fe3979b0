/**
 * Builds the WordPress plugin: the folder dist/parlour, and dist/parlour.zip for Plugins -> Add New -> Upload.
 * The same sources give the same zip, byte for byte.
 *
 *     npm run build                      with everything else, of the blocks as they lie ready
 *     npm run plugin                     make the blocks anew where they changed, then build
 *     npm run plugin -- --release        build, and fail where a translation is not complete or a block not as made
 *     npm run plugin -- --merge          bring languages/*.po up to the texts of the code, then build
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { checkBlocks, copyBlocks, makeBlocks } from './build/blocks.ts';
import { buildFigures } from './build/figures.ts';
import { buildLanguages, languageProblems, mergeLanguages } from './build/languages.ts';
import { statedByPlugin } from './build/versions.ts';
import { zip } from './zip.ts';

const SOURCE = import.meta.dirname;
const DIST = resolve(SOURCE, '../dist');
const FOLDER = join(DIST, 'parlour');
/** Made aside and moved into place whole, so that whoever uses the folder meanwhile never finds half of it. */
const ASIDE = join(DIST, `.parlour-${process.pid}`);

/** What belongs into the plugin as it is. */
const SHIPPED = ['parlour.php', 'uninstall.php', 'readme.txt', 'LICENSE', 'includes', 'assets'];

const { values: wanted } = parseArgs({
  options: { blocks: { type: 'boolean' }, release: { type: 'boolean' }, merge: { type: 'boolean' } },
});

checkVersions();
if (wanted.merge) mergeLanguages();
checkLanguages();
if (wanted.release) checkBlocks();
else if (wanted.blocks) makeBlocks();
try {
  mkdirSync(ASIDE, { recursive: true });
  for (const name of SHIPPED) cpSync(join(SOURCE, name), join(ASIDE, name), { recursive: true });
  copyBlocks(join(ASIDE, 'blocks'));
  buildFigures(join(ASIDE, 'assets'));
  buildLanguages(join(ASIDE, 'languages'));
  rmSync(FOLDER, { recursive: true, force: true });
  renameSync(ASIDE, FOLDER);
} finally {
  rmSync(ASIDE, { recursive: true, force: true });
}

const entries = filesIn(FOLDER).map((path) => ({
  name: relative(DIST, path).split(sep).join('/'),
  data: readFileSync(path),
}));
const archive = zip(entries);
writeFileSync(join(DIST, 'parlour.zip'), archive);
process.stdout.write(
  `WordPress plugin: ${entries.length} files, ${(archive.length / 1024).toFixed(1)} KiB zipped\n`,
);

/** Texts without a good translation show in English; a release must not have any. */
function checkLanguages(): void {
  const problems = languageProblems();
  if (problems.length === 0) return;
  if (wanted.release) throw new Error(`The translations are not complete:\n${problems.join('\n')}`);
  process.stdout.write(
    `WordPress plugin: ${problems.length} texts wait for their translation (--release lists them)\n`,
  );
}

/** A plugin whose parts say different versions is not built. */
function checkVersions(): void {
  const version: string = JSON.parse(readFileSync(resolve(SOURCE, '../package.json'), 'utf8')).version;
  for (const { place, version: stated } of statedByPlugin())
    if (stated !== version)
      throw new Error(`${place} says version ${stated ?? 'nothing'}, package.json says ${version}.`);
}

/** Every file under a folder, in an order that does not depend on the file system or the language. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => (a < b ? -1 : 1));
}
