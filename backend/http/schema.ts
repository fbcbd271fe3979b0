/**
 * Wire types that every feature shares. Browser code imports from here by `import type` only.
 */
import { type Static, type TSchema, Type } from '@sinclair/typebox';

/** Options of every object that comes in: an unknown property is an error. */
export const strict = { additionalProperties: false } as const;

export const Id = Type.String({ format: 'uuid', description: 'UUID; the ones we make are version 7' });

/** UTC, ISO 8601, with milliseconds. */
export const Time = Type.String({ format: 'date-time' });

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** A string from a fixed list, as JSON Schema `enum` and as a TypeScript union. */
export const OneOf = <const T extends readonly string[]>(...values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: values });

/** One page of a keyset list. `nextCursor` is null on the last page. */
export const Page = <T extends TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), nextCursor: Nullable(Type.String()) });

export const ErrorBody = Type.Object({
  error: Type.Object({
    id: Type.String({ description: 'A fixed word for programs, such as validation_failed' }),
    message: Type.String({ description: 'Plain words for the person who meets it' }),
    fields: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }))),
    requestId: Type.String(),
  }),
});
export type ErrorBody = Static<typeof ErrorBody>;
