/**
 * The list's filters: read from and written to the page's URL, sent to the server, and asked of a single row when a
 * live event brings one. A new filter is one line in each of the two tables.
 */
import type { SessionFilters, SessionMatching } from '../../backend/sessions/filter-schema.ts';
import type { SessionRow } from '../../backend/sessions/schema.ts';

type FilterName =
  | 'q'
  | 'archive'
  | 'completion'
  | 'mode'
  | 'lead'
  | 'qa'
  | 'channel'
  | 'site'
  | 'agentVersion'
  | 'label'
  | 'from'
  | 'to'
  | 'sort';
export type ListFilters = { [K in FilterName]?: NonNullable<SessionFilters[K]> };
export type Sort = NonNullable<ListFilters['sort']>;

/** Values as the server knows them: a fixed list, or what they look like. In the order they stand in the address. */
const known: { [K in FilterName]: readonly NonNullable<SessionFilters[K]>[] | RegExp } = {
  q: /\S/,
  archive: ['active', 'archived'],
  completion: ['in_progress', 'completed', 'abandoned'],
  mode: ['ai', 'human'],
  lead: ['any', 'none', 'qualified'],
  qa: ['unchecked', 'passed', 'issue', 'fixed'],
  channel: ['web', 'messenger', 'external'],
  site: /^[0-9a-f-]{36}$/i,
  agentVersion: /^[1-9]\d{0,8}$/,
  label: /^[0-9a-f-]{36}$/i,
  from: /^\d{4}-\d{2}-\d{2}$/,
  to: /^\d{4}-\d{2}-\d{2}$/,
  sort: ['-lastMessageAt', 'lastMessageAt', '-startedAt', 'startedAt'],
};

/** What holds when nothing is said. */
const atRest: ListFilters = { archive: 'active', sort: '-lastMessageAt' };

const accepts: {
  [K in FilterName]: (row: SessionRow, wanted: NonNullable<ListFilters[K]>, all: ListFilters) => boolean;
} = {
  // Only the server can search; who has a search on asks it (serverDecides).
  q: () => true,
  archive: (row, wanted) => row.archiveStatus === wanted,
  completion: (row, wanted) => row.completionStatus === wanted,
  mode: (row, wanted) => row.mode === wanted,
  lead: (row, wanted) =>
    wanted === 'qualified'
      ? row.lead?.qualification === 'qualified'
      : (row.lead !== null) === (wanted === 'any'),
  qa: (row, wanted) => row.qaStatus === wanted,
  channel: (row, wanted) => row.channel === wanted,
  site: (row, wanted) => row.site.id === wanted,
  // A row does not say which version answered.
  agentVersion: () => true,
  label: (row, wanted) => row.labels.some(({ id }) => id === wanted),
  // The day is that of what the list is sorted by, and shows.
  from: (row, wanted, { sort }) => dayOf(row[timeOf(sort)]) >= wanted,
  to: (row, wanted, { sort }) => dayOf(row[timeOf(sort)]) <= wanted,
  sort: () => true,
};

/** What a list in this order is sorted by. */
export const timeOf = (sort: Sort = '-lastMessageAt') =>
  sort.endsWith('startedAt') ? 'startedAt' : 'lastMessageAt';

const names = Object.keys(known) as FilterName[];

/** Reads the filters of a query string; what it does not know it leaves out. */
export function filtersFromUrl(search: string): ListFilters {
  const params = new URLSearchParams(search);
  const found: Record<string, string> = {};
  for (const name of names) {
    const value = params.get(name);
    if (value !== null && isKnown(name, value)) found[name] = value;
  }
  const { agentVersion, ...others } = clean(found as ListFilters);
  // A version is one of a site.
  return others.site && agentVersion ? { ...others, agentVersion: Number(agentVersion) } : others;
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

/** Rows do not tell all that is asked for: whether one fits, only the server knows. */
export const serverDecides = ({ q, agentVersion }: ListFilters): boolean => Boolean(q ?? agentVersion);

/** Would the server list this row under these filters? With a search on, only as far as the others go. */
export function rowMatches(filters: ListFilters, row: SessionRow): boolean {
  const wanted: ListFilters = { ...atRest, ...clean(filters) };
  return names.every((name) => accepted(name, row, wanted));
}

/** The filters for a count or a bulk action. */
export function narrowing(filters: ListFilters): SessionMatching {
  return withZone(clean(filters));
}

/** A day is a day in the viewer's own time zone. */
export function withZone<T extends ListFilters>(filters: T): T & { timezone?: string } {
  if (!filters.from && !filters.to) return filters;
  return { ...filters, timezone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}

/** The day an instant falls on here, as 2026-03-29. */
export function dayOf(instant: string | number): string {
  const date = new Date(instant);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function accepted<K extends FilterName>(name: K, row: SessionRow, wanted: ListFilters): boolean {
  const value = wanted[name];
  return value === undefined || accepts[name](row, value as NonNullable<ListFilters[K]>, wanted);
}

function isKnown(name: FilterName, value: string): boolean {
  const values = known[name];
  return values instanceof RegExp ? values.test(value) : (values as readonly string[]).includes(value);
}

/** Without `undefined`, and without saying what holds anyway; always in the same order. */
function clean(filters: ListFilters): ListFilters {
  const said = names.filter((name) => filters[name] && filters[name] !== atRest[name]);
  return Object.fromEntries(said.map((name) => [name, filters[name]]));
}
