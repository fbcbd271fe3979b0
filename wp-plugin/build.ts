/**
 * Builds the WordPress plugin: the folder dist/parlour, and dist/parlour.zip for Plugins -> Add New -> Upload.
 * The same sources give the same zip, byte for byte.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { zip } from './zip.ts';

const SOURCE = import.meta.dirname;
const DIST = resolve(SOURCE, '../dist');
const FOLDER = join(DIST, 'parlour');

/** What belongs into the plugin. Everything else here is for building it. */
const SHIPPED = ['parlour.php', 'uninstall.php', 'readme.txt', 'LICENSE', 'includes', 'assets'];

checkVersions();
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
for (const name of SHIPPED) cpSync(join(SOURCE, name), join(FOLDER, name), { recursive: true });

const entries = filesIn(FOLDER).map((path) => ({
  name: relative(DIST, path).split(sep).join('/'),
  data: readFileSync(path),
}));
const archive = zip(entries);
writeFileSync(join(DIST, 'parlour.zip'), archive);
process.stdout.write(
  `WordPress plugin: ${entries.length} files, ${(archive.length / 1024).toFixed(1)} KiB zipped\n`,
);

/** The version stands in four places; a release where they disagree would confuse WordPress's updates. */
function checkVersions(): void {
  const wanted: string = JSON.parse(readFileSync(resolve(SOURCE, '../package.json'), 'utf8')).version;
  const places: [file: string, pattern: RegExp][] = [
    ['parlour.php', /^ \* Version:\s+(\S+)$/m],
    ['parlour.php', /^const VERSION\s+= '([^']+)';$/m],
    ['readme.txt', /^Stable tag: (\S+)$/m],
  ];
  for (const [file, pattern] of places) {
    const found = pattern.exec(readFileSync(join(SOURCE, file), 'utf8'))?.[1];
    if (found !== wanted) {
      throw new Error(`wp-plugin/${file} says version ${found ?? 'nothing'}, package.json says ${wanted}.`);
    }
  }
}

/** Every file under a folder, in an order that does not depend on the file system or the language. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => (a < b ? -1 : 1));
}
