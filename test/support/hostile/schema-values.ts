/**
 * Values that a schema accepts, made out of the schema alone: so a new route or field is tried without a new test.
 * Addresses lead to this machine and nowhere else.
 */
import type { TSchema } from '@sinclair/typebox';
import type { Chance } from '../faults/rounds.ts';
import { INJECTIONS, SCRIPTS } from './texts.ts';

/** The keywords of JSON Schema that our routes use. */
export interface Schema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  patternProperties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  required?: string[];
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  minProperties?: number;
  maxProperties?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  format?: string;
  pattern?: string;
}

export const asSchema = (schema: TSchema): Schema => schema as unknown as Schema;

/** A port that nothing listens on: what is called there does no harm. */
const NOWHERE = 'http://127.0.0.1:9';

/** What stands for a format, or for a pattern: the first that fits is taken. A new pattern may need its example here. */
const EXAMPLES = [
  'a1',
  'en',
  '1',
  'Ana Silva',
  '#a1b2c3',
  NOWHERE,
  'site.updated',
  'chat-agent.json',
  'lead.completed',
  'ana@example.com',
  '2026-03-01',
  'X-Api-Key',
];

/**
 * @param isFull strings at their greatest length in every script, lists with many entries, everything that may be left
 * out; else short and plain, with what is required and now and then more
 */
export function validValue(schema: Schema, chance: Chance, isFull = false): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return chance.pick(schema.enum);
  if (schema.anyOf) return validValue(chance.pick(schema.anyOf), chance, isFull);
  switch (schema.type) {
    case 'object':
      return validObject(schema, chance, isFull);
    case 'array':
      return validList(schema, chance, isFull);
    case 'string':
      return validText(schema, chance, isFull);
    case 'integer':
    case 'number':
      return validNumber(schema, chance);
    case 'boolean':
      return chance.between(0, 2) === 1;
    case 'null':
      return null;
    default:
      return chance.pick(['text', 7, true, null, { some: ['thing'] }]);
  }
}

function validObject(schema: Schema, chance: Chance, isFull: boolean): Record<string, unknown> {
  const { properties = {}, required = [], patternProperties = {} } = schema;
  const most = schema.maxProperties ?? Number.POSITIVE_INFINITY;
  const value: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(properties)) {
    // Left out, an address would be the vendor's own, on the other side of the world.
    const isWanted = required.includes(name) || isAddress(inner) || (isFull && chance.between(0, 5) > 0);
    const isNeeded = Object.keys(value).length < (schema.minProperties ?? 0);
    if ((isWanted || isNeeded) && Object.keys(value).length < most)
      value[name] = validValue(inner, chance, isFull);
  }
  for (const [pattern, inner] of Object.entries(patternProperties))
    if (isFull || Object.keys(value).length < (schema.minProperties ?? 0))
      value[textFor({ type: 'string', pattern })] = validValue(inner, chance, isFull);
  return value;
}

export const isAddress = (schema: Schema): boolean =>
  schema.format === 'web-address' ||
  schema.format === 'uri' ||
  schema.pattern === '^https?://' ||
  Boolean(schema.anyOf?.some(isAddress)) ||
  Object.values(schema.properties ?? {}).some(isAddress);

function validList(schema: Schema, chance: Chance, isFull: boolean): unknown[] {
  const least = schema.minItems ?? 0;
  const count = isFull ? Math.min(schema.maxItems ?? 3, 3) : 1;
  const items = Array.from({ length: Math.max(least, count) }, () =>
    validValue(schema.items ?? {}, chance, isFull),
  );
  if (!schema.uniqueItems) return items;
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

function validNumber({ type, minimum, maximum }: Schema, chance: Chance): number {
  const edges = [minimum ?? -(2 ** 31), maximum ?? 2 ** 31 - 1];
  const inside = Math.max(minimum ?? 1, 1);
  return chance.pick(
    [...edges, inside, ...(type === 'number' ? [inside + 0.5] : [])].filter((n) => n <= edges[1]!),
  );
}

function validText(schema: Schema, chance: Chance, isFull: boolean): string {
  const { format, minLength = 0, maxLength = 2000 } = schema;
  if (format || schema.pattern || !isFull) {
    const plain = textFor(schema, chance);
    if (!isFull || format || !isFree(schema)) return plain;
  }
  const piece = `${chance.pick(chance.between(0, 3) > 0 ? SCRIPTS : INJECTIONS)} `;
  // Lengths count characters, not halves of them: so do we.
  const letters = [...piece.repeat(Math.ceil(maxLength / [...piece].length))].slice(0, maxLength);
  const text = letters.join('');
  if (schema.pattern && !new RegExp(schema.pattern, 'u').test(text)) return textFor(schema, chance);
  return text.trim().length >= minLength ? text : text.padEnd(minLength, 'x');
}

/** Whether the pattern takes texts of all kinds, and only refuses some. */
const isFree = ({ pattern }: Schema) => !pattern || new RegExp(pattern, 'u').test('Жълтата дюля');

function textFor(
  { format, pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY }: Schema,
  chance?: Chance,
): string {
  switch (format) {
    case 'uuid':
      return crypto.randomUUID();
    case 'email':
      return `somebody${chance?.between(0, 1000) ?? ''}@example.com`;
    case 'date-time':
      return '2026-03-01T12:00:00.000Z';
    case 'web-address':
    case 'uri':
      return `${NOWHERE}/${chance?.between(0, 100) ?? ''}`;
  }
  const fits = (text: string) =>
    (!pattern || new RegExp(pattern, 'u').test(text)) && text.length <= maxLength;
  const found = EXAMPLES.map((text) => text.padEnd(minLength, 'x')).find(fits);
  if (found === undefined)
    throw new Error(`test/support/hostile/schema-values has no example for ${pattern}`);
  return found;
}
