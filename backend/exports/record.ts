import { presentLead } from '../leads/present.ts';
import type { LeadView } from '../leads/schema.ts';
import { presentReview } from '../reviews/present.ts';
import type { ReviewView } from '../reviews/schema.ts';
import { presentSession, presentStaffMessage } from '../sessions/present.ts';
import type { SessionView, StaffMessage } from '../sessions/schema.ts';
import type { Conversation } from './read.ts';
import type { ZonedTime } from './zoned-time.ts';

/** One conversation as it is exported: what `GET /sessions/:id` tells of it, with times of the chosen zone. */
export interface ExportRecord {
  session: SessionView;
  lead: LeadView | null;
  messages: StaffMessage[];
  /** The verdict that holds; null while nobody has given one. */
  review: ReviewView | null;
}

export function exportRecord({ session, messages, review }: Conversation, zoned: ZonedTime): ExportRecord {
  const lead = session.lead ? presentLead(session.lead, session) : null;
  return {
    session: withTimes(presentSession(session), zoned),
    lead: lead && {
      ...withTimes(lead, zoned),
      consent: lead.consent && { ...lead.consent, at: zoned(lead.consent.at) },
    },
    messages: messages.map((message) => ({
      ...presentStaffMessage(message),
      createdAt: zoned(message.createdAt),
    })),
    review: review ? withTimes(presentReview(review), zoned) : null,
  };
}

/** Our own properties only; what a visitor wrote is never taken for a time. */
const IS_TIME = /(At|Since)$/;

function withTimes<T extends object>(view: T, zoned: ZonedTime): T {
  const entries = Object.entries(view).map(([name, value]) => [
    name,
    IS_TIME.test(name) && typeof value === 'string' ? zoned(value) : value,
  ]);
  return Object.fromEntries(entries);
}
