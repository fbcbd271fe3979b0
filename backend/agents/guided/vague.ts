import { words } from './text.ts';
import { FILLER, VAGUE } from './words.ts';

/** "I need help" and "I have a question" announce something and say nothing yet. */
export function isVague(text: string): boolean {
  const said = words(text).map((word) => word.text.toLowerCase());
  return said.every((word) => FILLER.has(word) || VAGUE.has(word));
}
