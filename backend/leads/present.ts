import type { ChatSession } from '../models/chat-session.ts';
import type { Lead } from '../models/lead.ts';
import type { VisitorLead } from '../visitor/schema.ts';
import type { LeadHistoryRow } from './queries.ts';
import type { LeadChange, LeadDetail, LeadDuplicate, LeadView } from './schema.ts';
import { explain } from './score.ts';

/** What a visitor is shown of their own details. */
export type ShownLead = Pick<
  Lead,
  'name' | 'email' | 'phone' | 'company' | 'custom' | 'consentGiven' | 'consentVersion' | 'consentAt'
>;

type Place = Pick<ChatSession, 'site' | 'siteId' | 'channel' | 'pageUrl' | 'pageTitle'>;

/** A lead as staff and automations read it. @param session where it comes from, with its site */
export function presentLead(lead: Lead, session: Place): LeadView {
  return {
    id: lead.id,
    sessionId: lead.sessionId,
    site: { id: session.siteId, name: session.site?.name ?? '' },
    channel: session.channel,
    page: { url: session.pageUrl, title: session.pageTitle },
    name: lead.name,
    email: lead.email,
    phone: lead.phone,
    company: lead.company,
    custom: lead.custom,
    consent: consentOf(lead) ?? null,
    identity: lead.identityVerifiedAt && {
      verifiedAt: lead.identityVerifiedAt.toISOString(),
      fields: lead.identityFields,
    },
    qualification: lead.qualification,
    score: lead.score,
    scoreReasons: explain(lead.scoreReasons),
    owner: lead.owner ? { id: lead.owner.id, name: lead.owner.name } : null,
    createdAt: lead.createdAt.toISOString(),
    updatedAt: lead.updatedAt.toISOString(),
  };
}

/** A lead with all that belongs to it. Needs the relations that leads/queries fetch. */
export function presentLeadDetail(
  lead: Lead,
  {
    history,
    duplicates,
    links,
  }: { history: LeadHistoryRow[]; duplicates: Lead[]; links: LeadDetail['links'] },
): LeadDetail {
  const session = lead.session!;
  return {
    ...presentLead(lead, session),
    fields: session.site?.lead.fields ?? [],
    session: {
      id: session.id,
      referrer: session.referrer,
      utm: session.utm,
      device: session.device,
      completionStatus: session.completionStatus,
      archiveStatus: session.archiveStatus,
      startedAt: session.startedAt.toISOString(),
      rating: session.rating,
    },
    links,
    history: history.map(presentChange),
    duplicates: duplicates.map((other) => presentDuplicate(lead, other)),
  };
}

function presentDuplicate(lead: Lead, other: Lead): LeadDuplicate {
  const sameMail = lead.email !== null && other.email?.toLowerCase() === lead.email.toLowerCase();
  const samePhone = lead.phone !== null && other.phone === lead.phone;
  return {
    ...presentLead(other, other.session!),
    same: [...(sameMail ? ['email' as const] : []), ...(samePhone ? ['phone' as const] : [])],
  };
}

function presentChange(row: LeadHistoryRow): LeadChange {
  const isOwner = row.kind === 'owner';
  return {
    kind: row.kind,
    field: row.field,
    from: isOwner ? row.oldOwner : row.oldValue,
    to: isOwner ? row.newOwner : row.newValue,
    source: row.source,
    by: row.personName ?? row.changedByName,
    at: row.at.toISOString(),
  };
}

/** A lead as the visitor whose details they are may see it. */
export function presentVisitorLead(lead: ShownLead): VisitorLead {
  const consent = consentOf(lead);
  return {
    ...(lead.name && { name: lead.name }),
    ...(lead.email && { email: lead.email }),
    ...(lead.phone && { phone: lead.phone }),
    ...(lead.company && { company: lead.company }),
    custom: lead.custom,
    ...(consent && { consent }),
  };
}

function consentOf(lead: ShownLead): { given: boolean; version: string; at: string } | undefined {
  if (lead.consentGiven === null || !lead.consentAt) return undefined;
  return { given: lead.consentGiven, version: lead.consentVersion ?? '', at: lead.consentAt.toISOString() };
}
