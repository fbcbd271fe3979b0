/** The plugin's texts, collected from its sources in the order in which they stand there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from './text-calls.ts';
import { textsOfBlock, textsOfHeader } from './texts-of-headers.ts';
import { textsOfPhp } from './texts-of-php.ts';
import { textsOfScript } from './texts-of-script.ts';

/** Folders and files with texts. */
const PLACES = ['parlour.php', 'uninstall.php', 'includes', 'blocks', 'assets'];

/** Every text of the plugin in `source`; one that cannot be read from the code, as it is put together, is an error. */
export function collectTexts(source: string): Text[] {
  const texts: Text[] = [];
  for (const place of PLACES) {
    for (const file of filesOf(source, place)) {
      const code = () => readFileSync(join(source, file), 'utf8');
      if (file === 'parlour.php') texts.push(...textsOfHeader(file, code()));
      if (file.endsWith('.php')) texts.push(...textsOfPhp(file, code()));
      if (file.endsWith('.js')) texts.push(...textsOfScript(file, code()));
      if (file.endsWith('block.json')) texts.push(...textsOfBlock(file, code()));
    }
  }
  return texts;
}

function filesOf(source: string, place: string): string[] {
  if (place.includes('.')) return [place];
  return readdirSync(join(source, place), { recursive: true, encoding: 'utf8' })
    .map((name) => `${place}/${name.replaceAll('\\', '/')}`)
    .sort((a, b) => (a < b ? -1 : 1));
}
