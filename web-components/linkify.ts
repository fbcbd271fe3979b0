/** One piece of a message: plain text, or a link with the address it leads to. */
export interface TextPart {
  text: string;
  href?: string;
}

/** Web and mail addresses, without the punctuation after them; with bounds, so that no text takes long to search. */
const LINK = /(?:https?:\/\/|mailto:)[^\s<>"'`]*[\p{L}\d/=#&_-]|[\w.+-]{1,64}@[\w.-]{1,250}\.[\w-]+/giu;

/**
 * Splits a message into plain text and links. Only http, https and mailto become links; everything else, markup
 * included, stays the text it is. The parts put together are the text that came in.
 */
export function linkify(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    let [link] = match;
    // A bracket that was opened inside the address closes it: .../Parlour_(room)
    if (link.includes('(') && text[match.index + link.length] === ')') link += ')';
    parts.push(
      { text: text.slice(from, match.index) },
      { text: link, href: /^(https?|mailto):/i.test(link) ? link : `mailto:${link}` },
    );
    from = match.index + link.length;
  }
  return [...parts, { text: text.slice(from) }].filter((part) => part.text);
}
