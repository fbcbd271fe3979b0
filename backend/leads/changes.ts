/**
 * What an update changes about a lead, and what the lead is then. Pure: who stores it has the lead locked, or makes sure
 * that it is still the one that was looked at.
 */
import { cutText } from '../agents/plain-text.ts';
import type { Lead } from '../models/lead.ts';
import type { LeadChange, Qualification } from './schema.ts';
import { isColumn, type LeadDetails, leadValues } from './values.ts';

/** `website`: it vouches for somebody who is signed in there. */
export type LeadSource = 'agent' | 'visitor' | 'staff' | 'automation' | 'website';

/** What a change depends on. */
export type KnownLead = LeadDetails & Pick<Lead, 'identityFields' | 'qualification' | 'ownerId'>;

export interface Wanted {
  /** By field name; null forgets a detail. Already checked. */
  values: Readonly<Record<string, string | null>>;
  /** How it is judged and who looks after it; undefined leaves it as it is. */
  qualification?: Qualification;
  ownerId?: string | null;
  source: LeadSource;
}

export interface Change {
  kind: LeadChange['kind'];
  field: string;
  from: string | null;
  to: string | null;
}

const VALUE_MAX = 2000;

/** What the website vouches for (`identityFields`) is replaced by nobody but the team. */
export function changesOf(before: KnownLead, { values, qualification, ownerId, source }: Wanted): Change[] {
  const known = leadValues(before);
  const changes: Change[] = Object.entries(values).map(([field, value]) => ({
    kind: 'detail',
    field,
    from: known[field] ?? null,
    to: (value && cutText(value, VALUE_MAX)) || null,
  }));
  if (qualification !== undefined)
    changes.push({
      kind: 'qualification',
      field: 'qualification',
      from: before.qualification,
      to: qualification,
    });
  if (ownerId !== undefined)
    changes.push({ kind: 'owner', field: 'owner', from: before.ownerId, to: ownerId });
  const fixed: readonly string[] = mayReplaceIdentity(source) ? [] : before.identityFields;
  return changes.filter(
    ({ kind, field, from, to }) => from !== to && !(kind === 'detail' && fixed.includes(field)),
  );
}

const mayReplaceIdentity = (source: LeadSource) => source === 'staff' || source === 'website';

/** The details as they are after the changes. */
export function detailsAfter(before: LeadDetails, changes: readonly Change[]): LeadDetails {
  const { name, email, phone, company } = before;
  const after: LeadDetails = { name, email, phone, company, custom: { ...before.custom } };
  for (const { kind, field, to } of changes) {
    if (kind !== 'detail') continue;
    if (isColumn(field)) after[field] = to;
    else if (to === null) delete after.custom[field];
    else after.custom[field] = to;
  }
  return after;
}

/** What the website still vouches for: a detail that was changed is the word of whoever changed it. */
export function identityAfter(before: KnownLead, changes: readonly Change[]): Lead['identityFields'] {
  const changed = new Set(changes.map(({ kind, field }) => kind === 'detail' && field));
  return before.identityFields.filter((name) => !changed.has(name));
}
