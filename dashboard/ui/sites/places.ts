/** Languages to choose from, as the browser knows them, in the viewer's language. */
import { siteTexts } from '../../languages/en/sites.ts';
import { inAlphabet } from '../../languages/locale.ts';
import type { Option } from '../choice.ts';
import { languageName } from '../times.ts';

const texts = siteTexts.general;
/** As a site's language: PAGE_LANGUAGE in backend/sites/languages. */
const OF_PAGE = 'und';

/** The languages the chat itself speaks: the files of web-components/languages. */
const SPOKEN = 'ar de de-AT de-CH en en-GB en-US es es-MX fr fr-CA'.split(' ');

/** Other languages that visitors write in much; any other can be set through the API, and is shown when it is. */
const OTHERS =
  'bg ca cs da el et eu fa fi ga gl he hi hr hu id is it ja ko lt lv ms mt nb nl no pl pt pt-BR ro ru sk sl sq sr sv ta th tr uk ur vi zh zh-TW'.split(
    ' ',
  );

/** Each page's own language first, then what the chat speaks, then the others, where its buttons stay English. */
export function languages(chosen: string): Option[] {
  const spoken = SPOKEN.map((code) => [code, languageName(code)] as const);
  const others = [...new Set([...OTHERS, chosen])]
    .filter((code) => code !== OF_PAGE && !SPOKEN.includes(code))
    .map((code) => [code, named(code)] as const);
  const sorted = (options: Option[]) => options.sort(([, a], [, b]) => inAlphabet(a, b));
  return [[OF_PAGE, texts.languageOfPage], ...sorted(spoken), ...sorted(others)];
}

/** A region of a language the chat speaks, such as `es-AR`, is spoken too. */
const named = (code: string): string =>
  SPOKEN.includes(code.split('-')[0]!) ? languageName(code) : texts.languageInEnglish(languageName(code));
