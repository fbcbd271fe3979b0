/** One piece of a message: plain text, or a link with the address it leads to. */
export interface TextPart {
  text: string;
  href?: string;
}

const LINK =
  /\bhttps?:\/\/[^\s<>"'`\u201c\u201d\u00ab\u00bb]+|\bmailto:[^\s<>"'`]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/gi;

/** Punctuation that ends the sentence, not the address; a closing bracket stays when it was opened inside. */
function withoutTail(found: string): string {
  let link = found.replace(/[.,;:!?*_~\u2026]+$/, '');
  while (/[)\]}]$/.test(link)) {
    const close = link.at(-1)!;
    const open = { ')': '(', ']': '[', '}': '{' }[close]!;
    if (link.split(open).length >= link.split(close).length) break;
    link = link.slice(0, -1).replace(/[.,;:!?]+$/, '');
  }
  return link;
}

/**
 * Splits a message into plain text and links. Only http, https and mailto become links; everything else, markup
 * included, stays the text it is. The parts put together are the text that came in.
 */
export function linkify(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const link = withoutTail(match[0]);
    const href = /^(https?|mailto):/i.test(link) ? link : `mailto:${link}`;
    if (!URL.canParse(href)) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ text: link, href });
    from = match.index + link.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}
