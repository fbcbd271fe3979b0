/** A message as Messenger takes it: cut into parts that are short enough, its choices as buttons where they fit. */

/** Facebook's limits (Messenger Platform, "Send messages", "Quick replies"). */
const TEXT_MAX = 2000;
const REPLIES_MAX = 13;
const TITLE_MAX = 20;

export interface Part {
  text: string;
  quick_replies?: Array<{ content_type: 'text'; title: string; payload: string }>;
}

/** At least one part, none of them empty. */
export function composeParts(text: string, choices: readonly string[] | null): Part[] {
  const fits = choices?.length && choices.length <= REPLIES_MAX && choices.every((one) => fitsTitle(one));
  const list = choices?.length && !fits ? `\n\n${choices.map((choice) => `• ${choice}`).join('\n')}` : '';
  const parts: Part[] = split(text + list).map((piece) => ({ text: piece }));
  if (fits)
    parts.at(-1)!.quick_replies = choices.map((title) => ({ content_type: 'text', title, payload: title }));
  return parts;
}

const fitsTitle = (choice: string) => choice.length > 0 && [...choice].length <= TITLE_MAX;

/** At the end of a paragraph, a line, a sentence or a word, whichever comes late enough. */
function split(text: string): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > TEXT_MAX) {
    const window = rest.slice(0, TEXT_MAX);
    const ends = ['\n\n', '\n', '. ', ' '].map((sign) => window.lastIndexOf(sign) + sign.trimEnd().length);
    let at = ends.find((end) => end > TEXT_MAX / 2) ?? TEXT_MAX;
    // Not through the middle of a character.
    if (/[\ud800-\udbff]/.test(rest[at - 1]!)) at -= 1;
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return rest || parts.length === 0 ? [...parts, rest] : parts;
}
