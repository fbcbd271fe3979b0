/** The details of a lead: which there are, and what they are called. */
import type { LeadView } from '../../../backend/leads/schema.ts';
import type { LeadField } from '../../../backend/sites/schema.ts';
import { texts } from '../../languages/en/app.ts';
import { fieldLabel } from '../naming.ts';

const STANDARD = ['name', 'email', 'phone', 'company'] as const;

/** One that every lead has; all others are in `custom`. */
export type StandardDetail = (typeof STANDARD)[number];

export const isStandard = (name: string): name is StandardDetail =>
  (STANDARD as readonly string[]).includes(name);

/**
 * All of them in their order: who it is, then what the site asks for, then what was told beside it.
 * @param told names of details that have a value
 */
export function detailNames(fields: readonly LeadField[], told: readonly string[]): string[] {
  return [...new Set([...STANDARD, ...fields.map(({ name }) => name), ...told])];
}

export function detailOf(lead: Pick<LeadView, StandardDetail | 'custom'>, name: string): string | null {
  return (isStandard(name) ? lead[name] : lead.custom[name]) ?? null;
}

/** What one is called: in the reader's words where every lead has it, else as the site labels it. */
export function detailLabel(name: string, fields: readonly LeadField[]): string {
  if (isStandard(name)) return texts.lead[name];
  return fields.find((field) => field.name === name)?.label ?? fieldLabel(name);
}
