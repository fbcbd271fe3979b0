/**
 * Text that a stranger wrote, made safe for a cell: Excel, LibreOffice and Google Sheets run what looks like a formula
 * (OWASP, "CSV Injection"). dashboard/ui/figures/csv does the same in the browser.
 */

/** Control characters but tab and line feed: nobody types them, and some programs skip them to find a formula. */
const INVISIBLE = /[^\P{Cc}\t\n]/gu;
/** A formula's sign, also full-width, behind any spaces and invisible marks; or a tab or line break at the front. */
const FORMULA = /^(?:[\s\p{Cf}\p{Mn}\p{Z}]*[=+\-@＝＋－＠]|[\t\n])/u;
/**
 * The same where another cell would begin for a program that takes semicolons or tabs for the ends of cells, as Excel
 * does in countries that write 1,5 for one and a half: quotes no longer hold there, so that lines end rows, too.
 */
const FORMULA_INSIDE = /([;\t\n])(?=["\p{Z}\p{Cf}\p{Mn}]*[=+\-@＝＋－＠])/gu;

/** What starts like a formula gets an apostrophe before it, which spreadsheets read as "this is text". */
export function spreadsheetText(text: string): string {
  const clean = text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '').replace(FORMULA_INSIDE, "$1'");
  return FORMULA.test(clean) ? `'${clean}` : clean;
}
