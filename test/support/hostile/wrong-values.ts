/**
 * Values that a schema must refuse: a valid one with one thing wrong in one place. Places and mistakes come out of the
 * schema, so a new field is tried without a new test.
 */
import type { Chance } from '../faults/rounds.ts';
import type { Schema } from './schema-values.ts';
import { SCRIPTS, UNSTORABLE } from './texts.ts';

/** A mistake and the value that has it; `json` where no value can say it (a number past all numbers, a key twice). */
export interface Wrong {
  what: string;
  value?: unknown;
  json?: string;
}

/** Stands for raw JSON until the whole value is written. */
const RAW = 'raw-json-7f3a';
const raw = (json: string) => `${RAW}(${Buffer.from(json).toString('hex')})`;
const writeJson = (value: unknown) =>
  JSON.stringify(value).replace(new RegExp(`"${RAW}\\(([0-9a-f]*)\\)"`, 'g'), (_, hex) =>
    Buffer.from(hex, 'hex').toString(),
  );

type Path = Array<string | number>;

/** @param valid what the schema accepts; it is not changed */
export function wrongValue(schema: Schema, valid: unknown, chance: Chance): Wrong {
  const places = placesIn(schema, valid);
  const { path, schema: here, value } = chance.pick(places);
  const [what, wrong] = chance.pick(mistakes(here, value, chance));
  const changed = putIn(valid, path, wrong);
  return { what: `${path.join('.') || 'the whole'}: ${what}`, value: changed, json: writeJson(changed) };
}

/** Every place of the value that the schema says something about. */
function placesIn(
  schema: Schema,
  value: unknown,
  path: Path = [],
): Array<{ path: Path; schema: Schema; value: unknown }> {
  const here = { path, schema, value };
  const fitting = schema.anyOf?.find(({ type }) => type === typeName(value));
  if (fitting) return placesIn(fitting, value, path);
  if (Array.isArray(value))
    return [
      here,
      ...value.slice(0, 2).flatMap((inner, at) => placesIn(schema.items ?? {}, inner, [...path, at])),
    ];
  if (value && typeof value === 'object')
    return [
      here,
      ...Object.entries(value).flatMap(([name, inner]) =>
        placesIn(schema.properties?.[name] ?? {}, inner, [...path, name]),
      ),
    ];
  return [here];
}

const typeName = (value: unknown) =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'array'
      : typeof value === 'boolean'
        ? 'boolean'
        : typeof value;

function mistakes(schema: Schema, value: unknown, chance: Chance): Array<[string, unknown]> {
  return [
    ...ofAnyType(value),
    ...ofObjects(schema, value),
    ...ofTexts(schema, value, chance),
    ...ofNumbers(schema),
  ];
}

const ofAnyType = (value: unknown): Array<[string, unknown]> => [
  ['a number', 7.5],
  ['a list', [value]],
  ['an empty list', []],
  ['an object', { $ne: 1 }],
  ['an object with toString', { toString: 'x', valueOf: 1, length: 3 }],
  ['true', true],
  ['text', 'text'],
  ['null', null],
  ['past all numbers', raw('1e999')],
  ['below all numbers', raw('-1e999')],
  ['a very long number', raw('9'.repeat(400))],
  ['a deep list', raw(`${'['.repeat(300)}${']'.repeat(300)}`)],
  ['a deep object', raw(`${'{"a":'.repeat(300)}1${'}'.repeat(300)}`)],
];

function ofObjects({ properties, required }: Schema, value: unknown): Array<[string, unknown]> {
  if (typeName(value) !== 'object') return [];
  const object = value as Record<string, unknown>;
  const more: Array<[string, unknown]> = [
    'zz',
    'id ',
    '',
    'a.b',
    'a[b]',
    '$where',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'isAdmin',
    'ключ',
    '\u0000',
    'x'.repeat(3000),
  ].map((key) => [`the key ${JSON.stringify(key.slice(0, 20))}`, { ...object, [key]: 1 }]);
  more.push([
    'the key __proto__',
    raw(`{"__proto__":{"role":"admin"},${JSON.stringify(object).slice(1)}`.replace(',}', '}')),
  ]);
  for (const name of required ?? []) {
    const { [name]: _, ...rest } = object;
    more.push([`without ${name}`, rest]);
  }
  for (const name of Object.keys(properties ?? {}).slice(0, 3))
    more.push([
      `${name} twice`,
      raw(
        `${JSON.stringify({ ...object, [name]: undefined }).slice(0, -1)},"${name}":"x","${name}":{"a":1}}`.replace(
          '{,',
          '{',
        ),
      ),
    ]);
  return more;
}

function ofTexts({ maxLength, minLength }: Schema, value: unknown, chance: Chance): Array<[string, unknown]> {
  if (typeof value !== 'string') return [];
  const wrong: Array<[string, unknown]> = UNSTORABLE.map((text) => [
    `text with ${JSON.stringify(text)}`,
    `${value.slice(0, 5)}${text}`,
  ]);
  if (minLength) wrong.push(['empty text', '']);
  if (maxLength) {
    const letter = [...chance.pick(SCRIPTS)][0]!;
    wrong.push(
      ['text a letter too long', letter.repeat(maxLength + 1)],
      ['text far too long', letter.repeat(maxLength + 5000)],
    );
  }
  return [...wrong, ['blank text', ' \t\n'], ['text in another form', '\u202e../%00']];
}

function ofNumbers({ type, minimum, maximum }: Schema): Array<[string, unknown]> {
  if (type !== 'integer' && type !== 'number') return [];
  return [
    ['too small', (minimum ?? -(2 ** 60)) - 1],
    ['too great', (maximum ?? 2 ** 60) + 1],
    ['digits as text', '1'],
    ['half a one', raw('0.5e-320')],
  ];
}

function putIn(value: unknown, [first, ...rest]: Path, wrong: unknown): unknown {
  if (first === undefined) return wrong;
  if (Array.isArray(value)) return value.with(Number(first), putIn(value[Number(first)], rest, wrong));
  const object = value as Record<string, unknown>;
  return { ...object, [first]: putIn(object[first], rest, wrong) };
}
