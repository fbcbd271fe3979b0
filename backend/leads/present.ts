import type { Lead } from '../models/lead.ts';
import type { LeadView } from '../sessions/schema.ts';
import type { VisitorLead } from '../visitor/schema.ts';

/** A lead as staff and automations read it. */
export function presentLead(lead: Lead): LeadView {
  return {
    id: lead.id,
    sessionId: lead.sessionId,
    name: lead.name,
    email: lead.email,
    phone: lead.phone,
    company: lead.company,
    custom: lead.custom,
    consent: consentOf(lead) ?? null,
    qualification: lead.qualification,
    createdAt: lead.createdAt.toISOString(),
    updatedAt: lead.updatedAt.toISOString(),
  };
}

/** A lead as the visitor whose details they are may see it. */
export function presentVisitorLead(lead: Lead): VisitorLead {
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

function consentOf(lead: Lead): { given: boolean; version: string; at: string } | undefined {
  if (lead.consentGiven === null || !lead.consentAt) return undefined;
  return { given: lead.consentGiven, version: lead.consentVersion ?? '', at: lead.consentAt.toISOString() };
}
