/** Time zones and languages to choose from, as the browser knows them, in the viewer's language. */
import { inAlphabet } from '../languages/locale.ts';
import type { Option } from './choice.ts';
import { languageName } from './times.ts';

/** Languages that visitors write in most; any other can be set through the API, and is shown when it is. */
const LANGUAGES =
  'ar bg ca cs da de de-AT de-CH el en en-GB en-US es es-MX et eu fa fi fr fr-CA ga gl he hi hr hu id is it ja ko lt lv ms mt nb nl no pl pt pt-BR ro ru sk sl sq sr sv ta th tr uk ur vi zh zh-TW'.split(
    ' ',
  );

/** Every time zone; `Europe/Berlin` reads as "Berlin, Europe". The chosen one is there even if the browser lacks it. */
export function timezones(chosen: string): Option[] {
  const names = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), chosen]);
  return [...names].map((name) => [name, zoneLabel(name)] as const);
}

/** "São Paulo" is not in the name of a zone, but the words are; the place comes first, as people look for it. */
function zoneLabel(name: string): string {
  const parts = name.replaceAll('_', ' ').split('/');
  return parts.length > 1 ? `${parts.slice(1).reverse().join(', ')}, ${parts[0]}` : name;
}

export function languages(chosen: string): Option[] {
  return [...new Set([...LANGUAGES, chosen])]
    .map((code) => [code, languageName(code)] as const)
    .sort(([, a], [, b]) => inAlphabet(a, b));
}
