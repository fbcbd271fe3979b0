import type { Lead } from '../models/lead.ts';

/** Details with a column of their own; all others are kept in `custom` under their field's name. */
export const LEAD_COLUMNS = ['name', 'email', 'phone', 'company'] as const;
type Column = (typeof LEAD_COLUMNS)[number];
export const isColumn = (name: string): name is Column => (LEAD_COLUMNS as readonly string[]).includes(name);

/**
 * What a detail may be called, as a pattern. What every object of JavaScript has from birth, such as `constructor`, would
 * be there before anybody told it.
 */
export const DETAIL_NAME = `^(?!(?:${Object.getOwnPropertyNames(Object.prototype).join('|')})$)[a-z][a-zA-Z0-9_]{0,39}$`;

export type LeadDetails = Pick<Lead, Column | 'custom'>;

/** A lead's details by field name, as agents and forms speak of them. */
export function leadValues(lead: LeadDetails | null | undefined): Record<string, string> {
  if (!lead) return {};
  const columns = LEAD_COLUMNS.filter((name) => lead[name]).map((name) => [name, lead[name]!]);
  return { ...lead.custom, ...Object.fromEntries(columns) };
}
