/** Who calls, and how: credentials that are none, methods nobody has, bytes that are no HTTP, hooks nobody signed. */
import type { Chance } from '../faults/rounds.ts';
import { JSON_TYPE, type Kind, plain } from './requests.ts';
import type { HostileRequest } from './send.ts';

/** Credentials that open nothing. */
export const wrongCaller: Kind = (target, chance) => {
  if (target.route.allow.caller === 'anyone') return undefined;
  const request = plain(target, chance);
  const { cookie: _, authorization: __, ...headers } = request.headers;
  const wrong = chance.pick<Record<string, string>>([
    { authorization: 'Bearer' },
    { authorization: 'Bearer null' },
    { authorization: `Bearer ${'x'.repeat(8_000)}` },
    { authorization: 'Bearer plr_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' },
    { authorization: `Bearer plr_'; DROP TABLE api_keys; --aaaaaaaaaa` },
    { authorization: `Bearer plv_${'A'.repeat(75)}` },
    { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJyb2xlIjoiYWRtaW4ifQ.' },
    { authorization: 'Basic YWRtaW46YWRtaW4=' },
    { authorization: '\xff\xfe' },
    { cookie: 'parlour=; parlour=../../etc/passwd' },
    { cookie: `parlour=${'%00'.repeat(50)}` },
    { cookie: `parlour=${'x'.repeat(4_000)}` },
    { cookie: 'parlour={"userId":1}; __proto__=1; =; ;;;=' },
  ]);
  return {
    ...request,
    what: `called with ${JSON.stringify(wrong).slice(0, 60)}`,
    headers: { ...headers, ...wrong },
  };
};

/** A method of HTTP that no route has. */
export const wrongMethod: Kind = (target, chance) => {
  const method = chance.pick([
    'PROPFIND',
    'TRACE',
    'LOCK',
    'PURGE',
    'COPY',
    'MKCOL',
    'REPORT',
    'M-SEARCH',
    'SEARCH',
  ]);
  return { ...plain(target, chance), what: `the method ${method}`, method };
};

/** What is not HTTP, or ends in the middle of it. */
export const wrongBytes: Kind = (target, chance) => {
  if (chance.between(0, 3) > 0) return undefined;
  const request = plain(target, chance);
  const line = `${request.method} ${request.target} HTTP/1.1\r\nHost: parlour\r\n`;
  const own = Object.entries(request.headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  const wrong: Array<[string, string]> = [
    ['a method that is none', `FOO ${line}${own}\r\n`],
    ['a path with a space', `${request.method} /a b HTTP/1.1\r\nHost: a\r\n\r\n`],
    ['a header in two lines', `${line}X: a\r\n b\r\nY\r\n\r\n`],
    ['a header with NUL', `${line}X: a\u0000b\r\n\r\n`],
    ['two lengths', `${line}${own}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`],
    ['a length below nothing', `${line}${own}Content-Length: -1\r\n\r\n`],
    ['a length and chunks', `${line}${own}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['headers of 40 kB', `${line}X: ${'x'.repeat(40_000)}\r\n\r\n`],
    ['not HTTP', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003'],
    ['half of the headers', `${line}${own}`],
  ];
  if (target.route.body)
    wrong.push(
      ['half of the body', `${line}${own}Content-Length: 500\r\n\r\n{"a":`],
      ['a chunk that is none', `${line}${own}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n`],
      ['half of a chunk', `${line}${own}Transfer-Encoding: chunked\r\n\r\nff\r\n{"a":`],
    );
  const [what, bytes] = chance.pick(wrong);
  return { ...request, what, bytes };
};

/** What no vendor sends; an event of an unknown page is taken and dropped, as the contract says, so there is none here. */
export const wrongHook: Kind = (target, chance) => {
  if (target.route.method !== 'post' || target.route.allow.caller !== 'anyone') return undefined;
  const body = chance.pick(['', '{', '[[[[', 'x'.repeat(10_000)]);
  const signature = chance.pick<Record<string, string>>([
    {},
    { 'x-hub-signature-256': 'sha256=' },
    { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` },
    { 'svix-id': '1', 'svix-timestamp': '1e999', 'svix-signature': 'v1,AAAA' },
  ]);
  const request = plain(target, chance);
  return { ...request, what: 'a hook nobody signed', headers: { ...JSON_TYPE, ...signature }, body };
};

/** Headers that nothing should depend on. */
export function withOddHeaders(request: HostileRequest, chance: Chance): HostileRequest {
  const odd = chance.pick<Record<string, string>>([
    { accept: `text/${'x'.repeat(4_000)}` },
    { 'accept-language': '*;q=1e999,xx-'.repeat(100) },
    { 'user-agent': '\xff'.repeat(3_000) },
    { 'x-forwarded-for': '::1, unknown, 999.1.1.1, <script>' },
    { 'x-request-id': '../../x', 'x-http-method-override': 'DELETE' },
    { 'last-event-id': '-9223372036854775809' },
    { range: 'bytes=0-,0-,0-', 'if-none-match': '*' },
    { host: 'metadata.google.internal' },
    { cookie2: '$Version=1', te: 'trailers, deflate' },
    Object.fromEntries(Array.from({ length: 90 }, (_, n) => [`x-odd-${n}`, String(n)])),
  ]);
  return { ...request, headers: { ...odd, ...request.headers } };
}
