/**
 * HTML with every value escaped, unless it says of itself that it is markup.
 */
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** `text` as it may stand between tags and in attributes. */
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);

class Markup {
  constructor(readonly text: string) {}
}

/** Text that was made by `html` or written by us, never by a stranger. */
export const markup = (text: string) => new Markup(text);

/** A template tag: what is put in is text, and stays text. */
export function html(parts: TemplateStringsArray, ...values: Array<string | Markup>): string {
  const written = values.map((value) => (value instanceof Markup ? value.text : escapeHtml(value)));
  return parts.reduce((whole, part, index) => whole + part + (written[index] ?? ''), '');
}
