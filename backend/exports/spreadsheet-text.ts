/**
 * Text that a stranger wrote, made safe for a cell: Excel, LibreOffice and Google Sheets run what looks like a formula
 * (OWASP, "CSV Injection").
 */

/** Control characters but tab and line feed: nobody types them, and some programs skip them to find a formula. */
const INVISIBLE = /[^\P{Cc}\t\n]/gu;
/** A formula's sign, also full-width, behind any spaces and invisible marks; or a tab or line break at the front. */
const FORMULA = /^(?:[\s\p{Cf}\p{Mn}\p{Z}]*[=+\-@＝＋－＠]|[\t\n])/u;

/** What starts like a formula gets an apostrophe before it, which spreadsheets read as "this is text". */
export function spreadsheetText(text: string): string {
  const clean = text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '');
  return FORMULA.test(clean) ? `'${clean}` : clean;
}
