/**
 * What a turn learned of its visitor, stored in the turn's own statement. It is worked out from the lead as it was when
 * the turn began and stored only if it is still that one; else the turn ends by `updateLead`, which locks first.
 */
import type { Lead } from '../models/lead.ts';
import type { Site } from '../models/site.ts';
import { changesOf, detailsAfter, identityAfter, type KnownLead } from './changes.ts';
import { scoreLead } from './score.ts';
import { LEAD_COLUMNS, type LeadDetails, leadValues } from './values.ts';

/** A lead as a turn finds it, and as of when. */
export type SeenLead = KnownLead & { updatedAt: string };

/** A row of `leads` that came as JSON. */
export interface LeadRow extends LeadDetails, Pick<Lead, 'qualification'> {
  identity_fields: Lead['identityFields'];
  owner_id: string | null;
  updated_at: string;
}

export function seenLead(row: LeadRow | null): SeenLead | null {
  if (!row) return null;
  const { identity_fields, owner_id, updated_at, qualification, custom } = row;
  const columns = Object.fromEntries(LEAD_COLUMNS.map((name) => [name, row[name]]));
  return {
    ...(columns as Omit<LeadDetails, 'custom'>),
    ...{ custom, qualification, identityFields: identity_fields, ownerId: owner_id, updatedAt: updated_at },
  };
}

const NOBODY: KnownLead = {
  ...{ name: null, email: null, phone: null, company: null, custom: {} },
  ...{ identityFields: [], qualification: 'new', ownerId: null },
};

/** What is stored, as the fragments below take it. */
export interface Learned {
  details: LeadDetails;
  call: { lead: object; leadSeen: string | null; changes: object[] };
}

/** null when nothing is new. */
export function learn(
  seen: SeenLead | null,
  values: Readonly<Record<string, string | null>>,
  scoredBy: { site: Pick<Site, 'lead'>; rating: number | null },
): Learned | null {
  const before = seen ?? NOBODY;
  const changes = changesOf(before, { values, source: 'agent' });
  if (changes.length === 0) return null;
  const details = detailsAfter(before, changes);
  const { fields } = scoredBy.site.lead;
  const { score, scoreReasons } = scoreLead({ values: leadValues(details), fields, rating: scoredBy.rating });
  const identity = identityAfter(before, changes);
  return {
    details,
    call: {
      lead: { ...details, identity_fields: identity, score, score_reasons: scoreReasons },
      leadSeen: seen?.updatedAt ?? null,
      changes,
    },
  };
}

/** Columns of a call that may have learned something. */
export const LEARNED_COLUMNS = 'lead jsonb, "leadSeen" timestamptz, changes jsonb';

/** Locks the leads that calls mean to change, if they are still as they were seen. */
export const SEEN_LEADS = `seen_leads AS (
  SELECT l.session_id FROM given JOIN leads l ON l.session_id = given."sessionId"
  WHERE l.updated_at = given."leadSeen" FOR NO KEY UPDATE OF l SKIP LOCKED
)`;

/** For each call: there is nothing to store, there was no lead, or it is locked as it was seen. */
export const IS_AS_SEEN = `(given."leadSeen" IS NULL
  OR EXISTS (SELECT 1 FROM seen_leads WHERE seen_leads.session_id = given."sessionId"))`;

const ROW = `jsonb_to_record(bumped.lead) AS v (name text, email text, phone text, company text, custom jsonb,
  identity_fields text[], score integer, score_reasons jsonb)`;

/**
 * Stores what calls learned, after `bumped` (id, site_id and the call's columns). A lead that somebody else made
 * meanwhile breaks the statement.
 */
export const STORE_LEARNED = `
  made AS (
    INSERT INTO leads (id, session_id, site_id, name, email, phone, company, custom, score, score_reasons)
    SELECT new_id(), bumped.id, bumped.site_id, v.name, v.email, v.phone, v.company, v.custom, v.score, v.score_reasons
    FROM bumped, ${ROW} WHERE bumped.lead IS NOT NULL AND bumped."leadSeen" IS NULL
    RETURNING id, session_id
  ), corrected AS (
    UPDATE leads l SET name = v.name, email = v.email, phone = v.phone, company = v.company, custom = v.custom,
      identity_fields = v.identity_fields, score = v.score, score_reasons = v.score_reasons, updated_at = now()
    FROM bumped, ${ROW} WHERE l.session_id = bumped.id AND bumped."leadSeen" IS NOT NULL
    RETURNING l.id, l.session_id
  ), noted AS (
    INSERT INTO lead_changes (id, lead_id, kind, field, old_value, new_value, source)
    SELECT new_id(), l.id, c.kind, c.field, c."from", c."to", 'agent'
    FROM (SELECT * FROM made UNION ALL SELECT * FROM corrected) l JOIN bumped ON bumped.id = l.session_id,
      jsonb_to_recordset(bumped.changes) AS c (kind text, field text, "from" text, "to" text)
  )`;
