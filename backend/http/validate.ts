/**
 * Checks what comes in against its schema and says in plain words what is wrong with it.
 */
import type { TSchema } from '@sinclair/typebox';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { type FieldError, invalid } from '../errors.ts';

const bodies = new Ajv({ allErrors: true, strict: false });
/** Query strings are all text: numbers and booleans are read from it. */
const queries = new Ajv({ allErrors: true, strict: false, coerceTypes: true });
addFormats.default(bodies);
addFormats.default(queries);
/** Nothing here is older: years before it are written in another way everywhere. */
const FIRST_MS = Date.parse('0001-01-01T00:00:00Z');
const { validate: isDateTime } = bodies.formats['date-time'] as { validate(text: string): boolean };
/** What the URL parser takes: the format `uri` also passes hosts that nothing can be sent to, such as 999.1.1.1. */
for (const ajv of [bodies, queries]) {
  ajv.addFormat('web-address', (text: string) => URL.canParse(text));
  // Some moments are well written, and Date does not know them: a leap second, an offset without minutes.
  ajv.addFormat('date-time', (text: string) => isDateTime(text) && Date.parse(text) >= FIRST_MS);
}

export type Check = (value: unknown) => void;

/** @returns a function that throws `validation_failed` naming every field */
export const checkBody = (schema: TSchema): Check => checked(schema, bodies);
/** Like checkBody, and turns text into numbers and booleans in place. */
export const checkQuery = (schema: TSchema): Check => checked(schema, queries);

/** Compiled when it is first needed: a start would otherwise wait for hundreds of schemas that nobody may ask for. */
function checked(schema: TSchema, ajv: Ajv): Check {
  let validate: ValidateFunction | undefined;
  return (value) => {
    validate ??= ajv.compile(schema);
    if (!validate(value)) throw invalid(fieldErrors(validate.errors ?? []));
  };
}

function fieldErrors(errors: ErrorObject[]): FieldError[] {
  const fields = errors
    .filter((error) => error.keyword !== 'anyOf')
    .map((error) => ({ path: pathOf(error), message: wordsOf(error) }));
  return fields.slice(0, 20);
}

function pathOf({ instancePath, keyword, params }: ErrorObject): string {
  const path = instancePath.slice(1).split('/').filter(Boolean);
  if (keyword === 'required') path.push(params.missingProperty);
  if (keyword === 'additionalProperties') path.push(String(params.additionalProperty).slice(0, 100));
  return path.join('.');
}

function wordsOf({ keyword, params, message }: ErrorObject): string {
  switch (keyword) {
    case 'required':
      return 'This is missing.';
    case 'additionalProperties':
      return 'This is not known here.';
    case 'type':
      return `This should be ${params.type === 'null' ? 'empty' : `a ${params.type}`}.`;
    case 'enum':
      return `This should be one of: ${params.allowedValues.join(', ')}.`;
    case 'minLength':
      return params.limit === 1 ? 'This is empty.' : `This needs at least ${params.limit} characters.`;
    case 'maxLength':
      return `This can have at most ${params.limit} characters.`;
    case 'minimum':
    case 'maximum':
      return `This should be ${params.comparison === '>=' ? 'at least' : 'at most'} ${params.limit}.`;
    case 'maxItems':
      return `This can have at most ${params.limit} entries.`;
    case 'minProperties':
      return 'Nothing to change was given.';
    case 'format':
      return params.format === 'email'
        ? 'This is not an e-mail address.'
        : `This is not a ${params.format.replace('-', ' ')}.`;
    case 'pattern':
      return 'This is not in the right form.';
    default:
      return message ? `This ${message}.` : 'This is not right.';
  }
}

const NUL = '\u0000';

/** Nothing that is sent here is nested deeper; what is, is made to break programs that follow it all the way down. */
const DEPTH_MAX = 100;

/**
 * Refuses text that PostgreSQL can't hold: NUL, and halves of a surrogate pair. Refuses what is nested so deep that
 * looking at it, here or later, would run out of stack: a megabyte has room for half a million levels.
 * @throws validation_failed with the path of the first such text
 */
export function checkText(value: unknown, path = '', depth = 0): void {
  if (typeof value === 'string') {
    if (value.includes(NUL) || !value.isWellFormed())
      throw invalid([{ path, message: 'This has characters that can’t be stored.' }]);
  } else if (value && typeof value === 'object') {
    if (depth > DEPTH_MAX) throw invalid([{ path: path.slice(0, 100), message: 'This is nested too deep.' }]);
    for (const [key, inner] of Object.entries(value)) {
      checkText(key, path, depth + 1);
      checkText(inner, path ? `${path}.${key}` : key, depth + 1);
    }
  }
}
