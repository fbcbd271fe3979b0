/** The plugin's own PHP files, as they stand in the source tree. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const PLUGIN = resolve(import.meta.dirname, '../../../wp-plugin');

export interface PhpFile {
  /** From the plugin's folder on. */
  name: string;
  text: string;
}

/** What is built, or fetched for building, is not ours to check. */
const NOT_OURS = /^(node_modules|build|built|languages|directory)\//;

export function phpFiles(): PhpFile[] {
  return readdirSync(PLUGIN, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.php') && !NOT_OURS.test(name))
    .map((name) => ({ name, text: readFileSync(join(PLUGIN, name), 'utf8') }));
}

export const readme = (): string => readFileSync(join(PLUGIN, 'readme.txt'), 'utf8');

/** The text of a `== Section ==` or `= Part =` of readme.txt, up to the next one. */
export function sectionOf(text: string, title: string): string {
  const [, marks = '', rest = ''] = new RegExp(`^(=+) ${title} =+$(.*)`, 'ms').exec(text) ?? [];
  return rest.split(new RegExp(`^={${marks.length},2} `, 'm'))[0] ?? '';
}
