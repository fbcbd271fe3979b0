/** Bodies that every route must refuse: against its schema, against JSON, of another type, too large. */
import { DEFAULT_BODY_BYTES } from '../../../backend/http/body.ts';
import { bodySchema, isGoodBody } from './judge.ts';
import { type Kind, plain } from './requests.ts';
import { validValue } from './schema-values.ts';
import { wrongValue } from './wrong-values.ts';

/** JSON with one thing wrong in one place. */
export const wrongBody: Kind = (target, chance) => {
  const schema = bodySchema(target.route)!;
  const { what, json } = wrongValue(schema, validValue(schema, chance, chance.between(0, 3) === 0), chance);
  if (isGoodBody(target.route, json!)) return undefined;
  return { ...plain(target, chance), what, body: json! };
};

/** What is no JSON, or none that anybody would send. */
export const brokenBody: Kind = (target, chance) => {
  const request = plain(target, chance);
  const json = String(request.body);
  const limit = target.route.limits?.bodyBytes ?? DEFAULT_BODY_BYTES;
  const depth = Math.min(Math.floor(limit / 2) - 20, 200_000);
  const broken: Array<[string, string | Buffer]> = [
    ['half of the JSON', json.slice(0, Math.max(1, json.length >> 1))],
    ['a comma too many', json.replace(/\}$/, ',}')],
    ['single quotes', "{'a': 1}"],
    ['a comment', `/* a */ ${json}`],
    ['NaN', '{"a": NaN}'],
    ['two values', `${json}${json}`],
    ['a byte order mark', Buffer.from(`\ufeff\ufeff${json}`)],
    ['UTF-16', Buffer.from(json, 'utf16le')],
    ['bytes that are no text', Buffer.concat([Buffer.from([0xc3, 0x28, 0xff, 0xfe]), Buffer.from(json)])],
    ['NUL bytes', Buffer.alloc(64)],
    ['a word', 'null'],
    ['a text', '"text"'],
    ['a number', '1e999'],
    ['an empty list', '[]'],
    ['a list of itself', `[${json}]`],
    ['lists in lists', `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`],
    ['objects in objects', `${'{"a":'.repeat(depth >> 2)}1${'}'.repeat(depth >> 2)}`],
    ['lists without end', '['.repeat(depth)],
    ['a control character in a text', '{"a":"\u0001\n"}'],
    ['escapes that are none', '{"a":"\\x41\\u00g0"}'],
  ];
  if (limit < 100_000) broken.push(['more than may be sent', JSON.stringify({ a: 'x'.repeat(limit) })]);
  const [what, body] = chance.pick(broken);
  return { ...request, what: `the body: ${what}`, body };
};

const TYPES = [
  'text/plain',
  'text/plain;charset=UTF-8',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'text/json',
  'application/jsonp',
  'application/octet-stream',
  'application',
  '',
  '*/*',
  'application/json-seq',
  'text/html; application/json',
];

/** A good body that says it is something else. */
export const wrongType: Kind = (target, chance) => {
  const request = plain(target, chance);
  if (chance.between(0, 4) === 0) {
    const encoding = chance.pick(['gzip', 'br', 'deflate', 'nonsense', 'identity, gzip']);
    return {
      ...request,
      what: `encoded as ${encoding}`,
      headers: { ...request.headers, 'content-encoding': encoding },
    };
  }
  const { 'content-type': _, ...headers } = request.headers;
  const type = chance.pick(TYPES);
  return {
    ...request,
    what: `the type ${type || 'missing'}`,
    headers: type ? { ...headers, 'content-type': type } : headers,
  };
};
