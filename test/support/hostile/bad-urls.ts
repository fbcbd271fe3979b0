/** Paths and queries that every route must refuse. */
import type { Chance } from '../faults/rounds.ts';
import { isGoodQuery, querySchema } from './judge.ts';
import { type Kind, plain } from './requests.ts';
import { validValue } from './schema-values.ts';
import { INJECTIONS, SCRIPTS } from './texts.ts';

const PARAMETERS = [
  'x',
  '0',
  '-1',
  '1e999',
  'null',
  'undefined',
  '%00',
  '%',
  '%zz',
  '%e0%a4%a',
  '%ff%fe',
  '%c0%ae%c0%ae',
  '%ed%a0%80',
  '..%2f..%2fetc%2fpasswd',
  '..',
  '%2e%2e%2f',
  '%5c..%5c',
  '__proto__',
  'constructor',
  'toString',
  '[object%20Object]',
  '%27%20OR%201=1--',
  '%0d%0aSet-Cookie:%20a=b',
  '%F0%9F%8F%B3',
  '%E2%80%AE',
  ':id',
  '*',
  '(.*)+$',
  ';a=b',
  '+',
  '00000000-0000-0000-0000-00000000000',
  '00000000-0000-0000-0000-0000000000000',
  'g0000000-0000-0000-0000-000000000000',
  '{00000000-0000-0000-0000-000000000000}',
  '00000000000000000000000000000000',
  'urn:uuid:0',
];

/** An id that can be none. */
export const wrongPath: Kind = (target, chance) => {
  const names = target.route.path.split('/').flatMap((part, at) => (part.startsWith(':') ? [at] : []));
  if (names.length === 0) return undefined;
  const parts = target.path.split('/');
  const wrong =
    chance.between(0, 8) === 0 ? 'x'.repeat(chance.pick([300, 8_000, 40_000])) : chance.pick(PARAMETERS);
  parts[chance.pick(names)] = wrong;
  return { ...plain(target, chance), what: `the path with ${wrong.slice(0, 40)}`, target: parts.join('/') };
};

const POLLUTION = [
  'zz=1',
  'a[b]=c',
  'a[]=1',
  'a.b=1',
  '__proto__=1',
  '__proto__[role]=admin',
  'constructor=1',
  'toString=1',
  '=1',
  '%00=1',
  'limit[]=1',
  '%F0%9F%8F%B3=1',
  'hasOwnProperty=x',
];

/** Unknown names, names twice, values of the wrong kind, cursors that are none. */
export const wrongQuery: Kind = (target, chance) => {
  const { route } = target;
  const { properties = {} } = querySchema(route);
  const names = Object.keys(properties);
  const parts = Object.entries(validValue(querySchema(route), chance) as Record<string, unknown>).map(
    ([name, value]) => `${name}=${encodeURIComponent(String(value))}`,
  );
  const name = names.length > 0 && chance.between(0, 4) > 0 ? chance.pick(names) : undefined;
  if (name && chance.between(0, 4) === 0) parts.push(`${name}=1`, `${name}=2`);
  else if (name) parts.push(`${name}=${wrongText(name, chance)}`);
  else parts.push(chance.pick(POLLUTION));
  const query = parts.join('&');
  const isBadCursor = name === 'cursor' && query.includes('cursor=not');
  if (!isBadCursor && isGoodQuery(route, query)) return undefined;
  // A route without a query checks it before the body, so the rest can be as it should.
  return {
    ...plain(target, chance),
    what: `the query ${query.slice(-80)}`,
    target: `${target.path}?${query}`,
  };
};

function wrongText(name: string, chance: Chance): string {
  if (name === 'cursor')
    return chance.pick(['not-a-cursor', `not${'A'.repeat(33)}`, 'not%00', `not${'x'.repeat(3000)}`]);
  return chance.pick([
    ...[
      '1e999',
      '-1',
      '0.5',
      'NaN',
      'Infinity',
      '99999999999999999999',
      '%00',
      'a%00b',
      '[]',
      '{}',
      'true',
      '',
    ],
    ...[
      encodeURIComponent(chance.pick(INJECTIONS)),
      encodeURIComponent(chance.pick(SCRIPTS).repeat(400)).slice(0, 12_000),
    ],
  ]);
}
