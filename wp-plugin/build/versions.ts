/** The version as the plugin states it: WordPress's updates would be confused by places that disagree. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const SOURCE = resolve(import.meta.dirname, '..');

const PLACES: [file: string, pattern: RegExp][] = [
  ['parlour.php', /^ \* Version:\s+(\S+)$/m],
  ['parlour.php', /^const VERSION\s+= '([^']+)';$/m],
  ['blocks/chat/block.json', /^\t"version": "([^"]+)",$/m],
  ['readme.txt', /^Stable tag: (\S+)$/m],
  ['readme.txt', /^== Changelog ==\s+= (\S+) =$/m],
];

export interface Stated {
  /** A file, by its path in the project. */
  place: string;
  /** undefined where none was found. */
  version: string | undefined;
}

/** Every place of the plugin that states the version, and what it says. */
export function statedByPlugin(): Stated[] {
  return PLACES.map(([file, pattern]) => ({
    place: `wp-plugin/${file}`,
    version: pattern.exec(readFileSync(join(SOURCE, file), 'utf8'))?.[1],
  }));
}
