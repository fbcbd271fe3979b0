/**
 * Text that came from outside, made fit to store and to show.
 */

/** Without what PostgreSQL can't hold (NUL, halves of a surrogate pair) and what only disturbs on a screen. */
export function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
  );
}

/** The first `most` units of it, clean, and never half a character at the end. */
export function cutText(text: string, most: number): string {
  const cut = cleanText(text).slice(0, most);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}

/** The first `most` characters, as PostgreSQL's left() counts them: never half a one. */
export function firstCharacters(text: string, most: number): string {
  return [...text.slice(0, 2 * most)].slice(0, most).join('');
}

/** Their contents are never words. */
const SILENT = new Set(['script', 'style', 'head', 'template', 'noscript', 'svg', 'iframe', 'object']);
const BLOCKS = new Set(
  'p div br ul ol li tr table h1 h2 h3 h4 h5 h6 section article header footer blockquote pre hr'.split(' '),
);
const INLINE = new Set('a b i u s em strong span small code mark sub sup del ins font img'.split(' '));
const PARAGRAPHS = new Set('p ul ol table blockquote pre h1 h2 h3 h4 h5 h6'.split(' '));
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  euro: '€',
  copy: '©',
};

/** Whether it is a piece of HTML rather than words with a `<` in them. */
export function isHtml(text: string): boolean {
  for (const [, name] of text.matchAll(/<\/?([a-z][a-z0-9]{0,9})(?=[\s/>])/gi))
    if (isKnown(name!.toLowerCase())) return true;
  return false;
}

/** A page of its own, such as the error page of a proxy. */
export const isHtmlDocument = (text: string) =>
  /^\s*(<\?xml[^>]{0,100}>\s*)?<(!doctype\s+html|html|head|body)\b/i.test(text);

/**
 * The words of a piece of HTML. What comes back is text and nothing else: it is to be shown as text, where a decoded
 * `<` is a letter. One pass over the input, whatever it holds.
 */
export function htmlToText(html: string): string {
  let out = '';
  let at = 0;
  let href = '';
  while (at < html.length) {
    const open = html.indexOf('<', at);
    out += decodeEntities(html.slice(at, open < 0 ? html.length : open).replace(/\s+/g, ' '));
    if (open < 0) break;
    const isComment = html.startsWith('<!--', open);
    const end = html.indexOf(isComment ? '-->' : '>', open + 1);
    if (end < 0) break;
    const tag = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 20));
    at = end + (isComment ? 3 : 1);
    if (!tag) continue;
    const name = tag[2]!.toLowerCase();
    const isEnd = tag[1] === '/';
    if (SILENT.has(name) && !isEnd) at = afterElement(html, at, name);
    else if (name === 'a') {
      if (isEnd) out += href && !out.endsWith(href) ? ` (${href})` : '';
      href = isEnd ? '' : linkOf(html.slice(open, Math.min(end, open + 3000)));
    } else if (name === 'li' && !isEnd) out += '\n- ';
    else if (PARAGRAPHS.has(name)) out += '\n\n';
    else if (BLOCKS.has(name)) out += '\n';
  }
  return out
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const isKnown = (name: string) => SILENT.has(name) || BLOCKS.has(name) || INLINE.has(name);

/** Past the element's end; the rest of the text when it has none. */
function afterElement(html: string, from: number, name: string): number {
  const ends = new RegExp(`</${name}[^>]{0,50}>`, 'gi');
  ends.lastIndex = from;
  return ends.exec(html) ? ends.lastIndex : html.length;
}

function linkOf(tag: string): string {
  const found = /\shref\s*=\s*["']?(https?:\/\/[^\s"'<>]+)/i.exec(tag)?.[1];
  return found ? decodeEntities(found) : '';
}

function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
