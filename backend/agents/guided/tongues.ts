import type { Hears } from './hears/hears.ts';
import { words } from './text.ts';

/** Everyday English that none of the other languages has as words of its own. */
const ENGLISH = new Set(
  `i i'm i'd i've my we we're our you your the this that it's is are do does don't not and or for with from need want
  would like looking please can could what how when where who how's of to call about thanks`.split(/\s+/),
);

/**
 * The languages to read a message in, its own first: that of the conversation, or English where it plainly is that.
 * @param tongues the conversation's language, then English
 */
export function tonguesOf(text: string, tongues: readonly Hears[]): readonly Hears[] {
  const [, english] = tongues;
  if (!english) return tongues;
  const said = words(text.slice(0, 300).replace(/\S*@\S*/g, ''));
  const count = said.filter((word) => ENGLISH.has(word.text.toLowerCase())).length;
  const isEnglish = count >= 2 && count * 6 >= said.length;
  return isEnglish || (count === 1 && said.length <= 3) ? [english] : tongues;
}
