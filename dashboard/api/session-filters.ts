/**
 * The list's filters: read from and written to the page's URL, sent to the server, and asked of a single row when a
 * live event brings one. A new filter is one line in each of the two tables.
 */
import type { SessionFilters, SessionRow } from '../../backend/sessions/schema.ts';

type FilterName = 'archive' | 'completion';
export type ListFilters = { [K in FilterName]?: NonNullable<SessionFilters[K]> };

const known: { [K in FilterName]: readonly NonNullable<SessionFilters[K]>[] } = {
  archive: ['active', 'archived'],
  completion: ['in_progress', 'completed', 'abandoned'],
};

const accepts: { [K in FilterName]: (row: SessionRow, wanted: ListFilters[K]) => boolean } = {
  // Archived conversations are only in the list when asked for.
  archive: (row, wanted) => row.archiveStatus === (wanted ?? 'active'),
  completion: (row, wanted) => wanted === undefined || row.completionStatus === wanted,
};

const names = Object.keys(known) as FilterName[];

/** Reads the filters of a query string; what it does not know it leaves out. */
export function filtersFromUrl(search: string): ListFilters {
  const params = new URLSearchParams(search);
  const found: Record<string, string> = {};
  for (const name of names) {
    const value = params.get(name);
    if (value !== null && (known[name] as readonly string[]).includes(value)) found[name] = value;
  }
  return clean(found as ListFilters);
}

/** The query string for these filters, with its question mark, or nothing when all are at rest. */
export function filtersToUrl(filters: ListFilters): string {
  const params = new URLSearchParams(clean(filters) as Record<string, string>);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

export function sameFilters(a: ListFilters, b: ListFilters): boolean {
  return filtersToUrl(a) === filtersToUrl(b);
}

/** Would the server list this row under these filters? */
export function rowMatches(filters: ListFilters, row: SessionRow): boolean {
  return accepts.archive(row, filters.archive) && accepts.completion(row, filters.completion);
}

/** Without `undefined`, and without saying what holds anyway; always in the same order. */
function clean(filters: ListFilters): ListFilters {
  return {
    ...(filters.archive === 'archived' ? { archive: filters.archive } : {}),
    ...(filters.completion ? { completion: filters.completion } : {}),
  };
}
