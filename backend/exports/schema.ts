/**
 * Exports: the list's filters, and the zone to write times in.
 */
import { type Static, Type } from '@sinclair/typebox';
import { Nullable, strict } from '../http/schema.ts';
import { SessionFilters } from '../sessions/filter-schema.ts';

export const EXPORT_FORMATS = ['csv', 'json', 'ndjson'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** `timezone` is also the one in which plain dates of `from` and `to` are days. */
export const ExportQuery = Type.Omit(SessionFilters, ['limit', 'cursor'], strict);
export type ExportQuery = Static<typeof ExportQuery>;

export const ExportCount = Type.Object({
  conversations: Nullable(
    Type.Integer({ description: 'null: more than 100,000, or a search too wide to be counted' }),
  ),
});
export type ExportCount = Static<typeof ExportCount>;
