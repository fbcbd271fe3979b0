import type { WishWords } from './hears/hears.ts';
import { fold, words } from './text.ts';

/** "I need help" and "I have a question" announce something and say nothing yet. */
export function isVague(text: string, { filler, vague }: WishWords): boolean {
  const said = words(text).map((word) => fold(word.text.toLowerCase()));
  return said.every((word) => filler.has(word) || vague.has(word));
}
