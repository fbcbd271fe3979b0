/**
 * A table as CSV (RFC 4180, UTF-8 with BOM), fit for spreadsheets. Names of pages and campaigns are strangers' words: a
 * spreadsheet must not take them for a formula. The rules are those of backend/exports/spreadsheet-text, which says why.
 */
export function csvOf(rows: ReadonlyArray<ReadonlyArray<string | number | null>>): Blob {
  const lines = rows.map((row) => row.map(cell).join(','));
  return new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' });
}

const INVISIBLE = /[^\P{Cc}\t\n]/gu;
const FORMULA = /^(?:[\s\p{Cf}\p{Mn}\p{Z}]*[=+\-@＝＋－＠]|[\t\n])/u;
const FORMULA_INSIDE = /([;\t\n])(?=["\p{Z}\p{Cf}\p{Mn}]*[=+\-@＝＋－＠])/gu;

function cell(value: string | number | null): string {
  if (value === null || typeof value === 'number') return String(value ?? '');
  const clean = value.replace(/\r\n?/g, '\n').replace(INVISIBLE, '').replace(FORMULA_INSIDE, "$1'");
  const text = FORMULA.test(clean) ? `'${clean}` : clean;
  return /[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
