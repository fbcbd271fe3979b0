/**
 * What may stand in a name to give a download another name, another type or another place, or the answer another header
 * (RFC 6266, sections 4.3 and 7; CWE-113, CWE-22).
 */
export const FILE_NAMES: readonly string[] = [
  'evil"; filename="evil.exe',
  "evil; filename*=UTF-8''evil.exe",
  'evil\\"; x="',
  'evil\r\nSet-Cookie: evil=1',
  'evil\nX-Evil: 1',
  'evil\r\n\r\n<script>evil</script>',
  'evil%0d%0aSet-Cookie:%20evil=1',
  'evil\u560d\u560aSet-Cookie: evil=1',
  '../../../etc/evil',
  '..\\..\\evil',
  '..%2f..%2fevil',
  '/etc/evil',
  'C:\\evil',
  'evil/../evil.html',
  '.evil',
  '~/evil',
  'CON evil',
  'evil:stream',
  'evil.exe\u202efdp.',
  'evil\u2028x',
  'evil\u0000.exe',
  'evil<script>.html',
  'évil – 日本 🎈',
  'evil.csv ',
  `evil${'x'.repeat(90)}`,
];

/** What a download is called: a word, a day, an ending that its type has. */
export const PLAIN_NAME = /^[a-z]+(-[a-z0-9]+)*\.(csv|json|ndjson)$/;
