/**
 * The sentence of a text that holds what was searched for, as plain pieces of text: never as markup, so that nothing a
 * visitor wrote can become any.
 */
export interface Segment {
  text: string;
  /** This piece is what was searched for. */
  match: boolean;
}

/** Private-use characters that stand around each match; a text's own ones are taken out before. */
export const MATCH_START = '\uE000';
export const MATCH_END = '\uE001';
const MARKS = /[\uE000\uE001]/g;

/** How far from the match a sentence is followed. */
const BEFORE = 60;
const AFTER = 140;

/** @param marked a text whose matches stand between the two marks */
export function excerptOf(marked: string): Segment[] {
  const text = marked
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim();
  const first = Math.max(0, text.indexOf(MATCH_START));
  const start = sentenceStart(text, first);
  const end = sentenceEnd(text, text.indexOf(MATCH_END, first));
  return segmentsOf(`${start.cut ? '…' : ''}${text.slice(start.at, end.at)}${end.cut ? '…' : ''}`);
}

/** The part of a short value that was searched for; the whole of it where it was found by other means. */
export function matchIn(value: string, searched: string): Segment[] {
  const at = value.toLowerCase().indexOf(searched.toLowerCase());
  if (at < 0) return [{ text: value, match: true }];
  return [
    { text: value.slice(0, at), match: false },
    { text: value.slice(at, at + searched.length), match: true },
    { text: value.slice(at + searched.length), match: false },
  ].filter(({ text }) => text !== '');
}

function sentenceStart(text: string, first: number): { at: number; cut: boolean } {
  const before = text.slice(0, first);
  const ends = [...before.matchAll(/[.!?…]["”’)]?\s+|\n/g)].at(-1);
  const at = ends ? ends.index + ends[0].length : 0;
  if (first - at <= BEFORE) return { at, cut: false };
  const word = before.indexOf(' ', first - BEFORE);
  return { at: word < 0 ? first : word + 1, cut: true };
}

function sentenceEnd(text: string, matchEnd: number): { at: number; cut: boolean } {
  const from = matchEnd < 0 ? 0 : matchEnd + 1;
  const rest = text.slice(from);
  const ends = /[.!?…]["”’)]?(?=\s|$)|\n/.exec(rest);
  const length = ends ? ends.index + ends[0].trimEnd().length : rest.length;
  if (length <= AFTER) return { at: from + length, cut: false };
  const word = rest.lastIndexOf(' ', AFTER);
  return { at: from + (word <= 0 ? AFTER : word), cut: true };
}

function segmentsOf(marked: string): Segment[] {
  const pieces = marked.split(/\uE000([^\uE001]*)\uE001?/);
  return pieces
    .map((piece, index) => ({ text: piece.replace(MARKS, ''), match: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
