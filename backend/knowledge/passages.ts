/**
 * A page of text or Markdown in pieces of the size of an answer: each under the headings it stands below, ending
 * where a paragraph ends.
 */
export interface Passage {
  /** Headings above it, outermost first: `Delivery › Abroad`; empty where there is none. */
  heading: string;
  text: string;
}

/** A piece longer than this is split at the end of a sentence, or at worst between words. */
const LONGEST = 900;
/** Short paragraphs are put together up to this. */
const WANTED = 500;

export function toPassages(body: string): Passage[] {
  const passages: Passage[] = [];
  const headings: string[] = [];
  let gathered: string[] = [];
  const close = () => {
    const heading = headings.filter(Boolean).join(' › ').slice(0, 300);
    for (const text of pack(gathered)) passages.push({ heading, text });
    gathered = [];
  };
  for (const { text, isFenced } of blocksOf(body)) {
    const found = isFenced ? null : /^(#{1,6})[ \t]+(.+?)[ \t]*#*$/.exec(text);
    if (!found) {
      gathered.push(isFenced ? text : plainWords(text));
      continue;
    }
    close();
    headings.length = found[1]!.length - 1;
    headings[found[1]!.length - 1] = plainWords(found[2]!);
  }
  close();
  return passages;
}

interface Block {
  text: string;
  /** Stood in a code fence: its marks are letters. */
  isFenced: boolean;
}

/** Paragraphs, lists and headings; what stands in a code fence stays together. */
function blocksOf(body: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let isFenced = false;
  const close = () => {
    const text = lines.join('\n').trim();
    if (text !== '') blocks.push({ text, isFenced });
    lines = [];
  };
  for (const line of body.replace(/\r\n?/g, '\n').split('\n')) {
    if (/^\s*(```|~~~)/.test(line)) {
      close();
      isFenced = !isFenced;
    } else if (isFenced) lines.push(line);
    else if (line.trim() === '') close();
    else if (/^#{1,6}[ \t]/.test(line)) {
      close();
      lines.push(line);
      close();
    } else if (lines.length === 1 && /^(={3,}|-{3,})\s*$/.test(line)) {
      // Markdown's other way to write a heading: underlined.
      lines[0] = `${line.startsWith('=') ? '#' : '##'} ${lines[0]}`;
      close();
    } else lines.push(line);
  }
  close();
  return blocks;
}

/** Markdown's marks away, its words kept: this text is quoted to visitors. */
function plainWords(text: string): string {
  return text
    .replace(/!\[([^\]\n]{0,300})\]\([^)\n]{0,2000}\)/g, '$1')
    .replace(/\[([^\]\n]{1,300})\]\((https?:\/\/[^)\s]{1,2000})[^)\n]{0,300}\)/g, '$1 ($2)')
    .replace(/(\*\*|__)(?=\S)([^\n]{1,500}?)\1/g, '$2')
    .replace(/`([^`\n]{1,300})`/g, '$1')
    .replace(/^[ \t]*[*+-][ \t]+/gm, '- ')
    .replace(/^[ \t]*>[ \t]?/gm, '')
    .trim();
}

function pack(blocks: readonly string[]): string[] {
  const texts: string[] = [];
  for (const piece of blocks.flatMap(splitLong)) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + piece.length + 2 <= WANTED)
      texts[texts.length - 1] = `${last}\n\n${piece}`;
    else if (piece !== '') texts.push(piece);
  }
  return texts;
}

function splitLong(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > LONGEST) {
    const head = rest.slice(0, LONGEST);
    const ends = [...head.matchAll(/[.!?…。！？]["”’)]?\s|\n/g)].at(-1);
    const at = ends && ends.index > LONGEST / 3 ? ends.index + ends[0].length : head.lastIndexOf(' ') + 1;
    const cut = at > LONGEST / 3 ? at : LONGEST;
    pieces.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  return rest === '' ? pieces : [...pieces, rest];
}
