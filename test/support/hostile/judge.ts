/**
 * Says which values a route's schemas take, in the test's own words, and whether an answer is what the contract pins
 * for a refusal.
 */
import { parse } from 'node:querystring';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Route } from '../../../backend/http/route.ts';
import { SiteWhole } from '../../../backend/sites/schema.ts';
import { asSchema, type Schema } from './schema-values.ts';
import { UNSTORABLE } from './texts.ts';

const bodies = new Ajv({ allErrors: false, strict: false });
const queries = new Ajv({ allErrors: false, strict: false, coerceTypes: true });
for (const ajv of [bodies, queries]) {
  addFormats.default(ajv);
  ajv.addFormat('web-address', (text: string) => URL.canParse(text));
}

const NOTHING: Schema = { type: 'object', properties: {}, additionalProperties: false };
const compiled = new Map<Schema, ValidateFunction>();
const compile = (schema: Schema, ajv: Ajv) => {
  if (!compiled.has(schema)) compiled.set(schema, ajv.compile(schema));
  return compiled.get(schema)!;
};

const deep = new Map<Route, Schema>();

/** What the body must be, the settings that a site's merge patch leaves open included. */
export function bodySchema(route: Route): Schema | undefined {
  if (!route.body) return undefined;
  if (!deep.has(route)) deep.set(route, withSettings(asSchema(route.body)));
  return deep.get(route);
}

export const querySchema = ({ query }: Route): Schema => (query ? asSchema(query) : NOTHING);

/** A merge patch is checked after it has been merged: there, every part may be missing or null, and nothing else. */
function withSettings(schema: Schema): Schema {
  const properties = Object.entries(schema.properties ?? {}).map(([name, inner]) => {
    const whole = asSchema(SiteWhole).properties?.[name];
    const isOpen = inner.additionalProperties === true && Object.keys(inner.properties ?? {}).length === 0;
    return [name, isOpen && whole ? asPatch(whole) : withSettings(inner)];
  });
  return schema.properties ? { ...schema, properties: Object.fromEntries(properties) } : schema;
}

function asPatch(schema: Schema): Schema {
  if (schema.anyOf) return { anyOf: schema.anyOf.map(asPatch) };
  if (schema.type !== 'object' || !schema.properties) return schema;
  const { required: _, ...rest } = schema;
  const properties = Object.entries(schema.properties).map(([name, inner]) => [
    name,
    { anyOf: [asPatch(inner), { type: 'null' }] },
  ]);
  return { ...rest, properties: Object.fromEntries(properties) };
}

/** @param json as it is sent; a `__proto__` in it is refused wherever it stands */
export function isGoodBody(route: Route, json: string): boolean {
  try {
    const value: unknown = JSON.parse(json);
    return !json.includes('__proto__') && isStorable(value) && compile(bodySchema(route)!, bodies)(value);
  } catch {
    return false;
  }
}

/** @param query without the question mark */
export const isGoodQuery = (route: Route, query: string): boolean => {
  const value = { ...parse(query) };
  return isStorable(value) && compile(querySchema(route), queries)(value);
};

const isStorable = (value: unknown): boolean => {
  const json = JSON.stringify(value);
  return !UNSTORABLE.some((text) => json.includes(JSON.stringify(text).slice(1, -1)));
};

export interface HostileAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** Words that only the inside of the product says. */
const INSIDES =
  /\bat .{1,80}[:(]\d|\.[mc]?[jt]s\b|node_modules|node:internal|(Type|Range|Syntax|Reference)Error|\b(select|insert|update|delete)\b.{1,60}\b(from|into|set|where)\b|syntax error|relation "|constraint|violates|pg_|knex|objection|ajv|co-body|Unexpected token|ECONN|\/home\/|\/tmp\//i;

/** @returns what is wrong with the answer to a request that had to be refused; undefined when nothing is */
export function faultIn({ status, headers, body }: HostileAnswer): string | undefined {
  if (status < 400 || status >= 500) return `answered ${status}`;
  if (!headers['x-request-id']) return `${status} without X-Request-Id`;
  return shapeFault(status, body);
}

/** Of any error's body: the pinned shape, and nothing of the inside. */
export function shapeFault(status: number, body: string): string | undefined {
  try {
    const { error, ...rest } = JSON.parse(body);
    const { id, message, requestId, fields, ...more } = error;
    if (Object.keys({ ...rest, ...more }).length > 0) return `${status} with more than the contract says`;
    if (![id, message, requestId].every((text) => typeof text === 'string' && text.length > 0))
      return `${status} without id, message or requestId`;
    const said = [message, ...(fields ?? []).map((field: { message: string }) => field.message)].join('\n');
    const found = INSIDES.exec(said);
    return found ? `${status} says "${found[0]}"` : undefined;
  } catch {
    return `${status} with a body that is no error: ${body.slice(0, 80)}`;
  }
}
