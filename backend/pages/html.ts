/**
 * HTML with every value escaped.
 */
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);

/** A template tag: what is put in is text, never markup. */
export function html(parts: TemplateStringsArray, ...values: string[]): string {
  return parts.reduce((whole, part, index) => whole + part + escapeHtml(values[index] ?? ''), '');
}
