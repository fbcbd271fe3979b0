/** The filters of the leads: read from and written to the page's URL, and what they mean for conversations. */
import type { LeadFilters } from '../../backend/leads/schema.ts';
import type { ListFilters } from './session-filters.ts';

type Name = Exclude<keyof LeadFilters, 'limit' | 'cursor' | 'timezone'>;
export type LeadListFilters = { [K in Name]?: NonNullable<LeadFilters[K]> };

const id = /^[0-9a-f-]{36}$/i;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** In the order they stand in the address. */
const known: { [K in Name]: RegExp } = {
  q: /\S/,
  qualification: /^(new|qualified|disqualified)$/,
  owner: /^(none|[0-9a-f-]{36})$/i,
  site: id,
  contact: /^(any|none)$/,
  from: day,
  to: day,
  sort: /^(updated|-score|score)$/,
};
const names = Object.keys(known) as Name[];

/** Reads the filters of a query string; what it does not know it leaves out. */
export function leadFiltersFromUrl(search: string): LeadListFilters {
  const params = new URLSearchParams(search);
  return clean(Object.fromEntries(params) as LeadListFilters);
}

/** The query string with its question mark, or nothing when no filter is on. */
export function leadFiltersToUrl(filters: LeadListFilters): string {
  const text = new URLSearchParams(clean(filters) as Record<string, string>).toString();
  return text === '' ? '' : `?${text}`;
}

/** As the server wants them: days are days of the viewer's own time zone. */
export function toQuery(filters: LeadListFilters): LeadFilters {
  if (!filters.from && !filters.to) return filters;
  return { ...filters, timezone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}

/** The conversations behind these leads, as far as conversations can be asked for in this way. */
export function sessionsOf({ q, site, from, to, qualification }: LeadListFilters): ListFilters {
  const lead = qualification === 'qualified' ? 'qualified' : 'any';
  return { lead, ...(q && { q }), ...(site && { site }), ...(from && { from }), ...(to && { to }) };
}

function clean(filters: LeadListFilters): LeadListFilters {
  return Object.fromEntries(
    names.filter((name) => known[name].test(filters[name] ?? '')).map((name) => [name, filters[name]]),
  );
}
