/**
 * Texts that strangers write: honest ones in every script, and those that programs fall over. They are data; whoever
 * makes a value out of a schema (`schema-values`, `wrong-values`) takes them from here.
 */

/** Honest, and each of them has broken some program: width, direction, marks, planes, length in UTF-16. */
export const SCRIPTS = [
  'Zażółć gęślą jaźń',
  'Příliš žluťoučký kůň',
  'İstanbul ıŞIK',
  'Жълтата дюля',
  'Ελληνικά',
  'שלום עולם',
  'مرحبا بالعالم',
  'नमस्ते दुनिया',
  'สวัสดีชาวโลก',
  '你好，世界',
  'こんにちは ﾊﾝｶｸ',
  '안녕하세요',
  '𝒫𝒶𝓇𝓁ℴ𝓊𝓇 𐍈𐌰',
  '👩‍👩‍👧‍👦🏳️‍🌈🇺🇳',
  'e\u0301\u0323\u0308 Z͑ͫ̓ͪ̂ͫ̽a̴̵̜̰͔l͖͈g̠o',
  'ﷺ',
  '\u202eright to left\u202c',
  '\ufeffbyte order mark\u200b\u2060',
  'ﬀ ﬃ ß ẞ ŉ',
  'line\r\nbreaks\u2028and\u2029more\u0085\v\f',
] as const;

/** Written to get out of the place they are put into: SQL, LIKE, regular expressions, headers, mails, logs, formats. */
export const INJECTIONS = [
  `'; DROP TABLE messages; --`,
  `" OR ""="`,
  `') OR 1=1 --`,
  `1; SELECT pg_sleep(30) --`,
  `\\'; SELECT version(); --`,
  `$$;COPY users TO PROGRAM 'id';$$`,
  '?::uuid ?? \\? :name $1 %s %n %x',
  '%',
  '_',
  '%_%\\',
  '\\',
  '*',
  '((((((((((a+)+)+)+)+)+)+)+)+)+)$',
  '[^',
  '^(?:.*)*$',
  '(?=',
  `${'a'.repeat(64)}!`,
  'a & b | !c <-> (d:*)',
  `'a':* & !`,
  '-"unclosed phrase',
  'x\r\nSet-Cookie: parlour=stolen; Path=/',
  'x\r\nBcc: everybody@example.com\r\n\r\nhello',
  'x\n{"level":60,"msg":"forged line"}',
  '\u001b[2J\u001b]0;title\u0007',
  '$ {jndi:ldap://127.0.0.1:9/a}',
  '{{7*7}} <%= 7*7 %> #{7*7}',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'file:///etc/passwd',
  '<script>alert(1)</script>',
  '=HYPERLINK("http://127.0.0.1:9","x")',
  '__proto__',
  'constructor.prototype.polluted',
  'null',
  'undefined',
  'NaN',
  '[object Object]',
  'true',
  '-0',
  '1e999',
  '0x7fffffff',
  '9223372036854775808',
] as const;

/** What PostgreSQL can't hold, so that no text may have it. */
export const UNSTORABLE = [
  'a\u0000b',
  '\u0000',
  'half \ud83d',
  '\udc00 other half',
  'wrong \udfff\ud800 order',
] as const;
