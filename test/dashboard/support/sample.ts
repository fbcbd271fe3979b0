/** Conversations of the wire's shape for tests, with what matters to a test said by the test. */
import type { LeadView } from '../../../backend/leads/schema.ts';
import type { SessionRow, StaffMessage } from '../../../backend/sessions/schema.ts';
import type { UserView } from '../../../backend/staff/schema.ts';

export const ana: UserView = {
  id: '0190f000-0000-7000-8000-00000000000a',
  email: 'ana@example.com',
  name: 'Ana Keller',
  role: 'admin',
  status: 'active',
  createdAt: '2026-01-05T09:00:00.000Z',
};
export const anasPassword = 'four random words here';

let made = 0;

/** UUIDs that sort in the order of making, as version 7 does. */
export function nextId(): string {
  made += 1;
  return `0190f000-0000-7000-8000-${made.toString(16).padStart(12, '0')}`;
}

/** An instant some minutes before now. */
export function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

export function makeRow(row: Partial<SessionRow> = {}): SessionRow {
  const lastMessageAt = row.lastMessageAt ?? minutesAgo(5);
  return {
    id: nextId(),
    site: { id: '0190f000-0000-7000-8000-00000000005e', name: 'Acme' },
    channel: 'web',
    completionStatus: 'in_progress',
    archiveStatus: 'active',
    qaStatus: 'unchecked',
    mode: 'ai',
    takenOverBy: null,
    waitingSince: null,
    page: { url: 'https://acme.example/pricing', title: 'Pricing' },
    lead: null,
    lastMessage: { role: 'visitor', text: 'How much is it?' },
    labels: [],
    messageCount: 2,
    startedAt: lastMessageAt,
    lastMessageAt,
    ...row,
  };
}

export function makeMessage(message: Partial<StaffMessage> = {}): StaffMessage {
  return { id: nextId(), seq: 1, role: 'visitor', text: 'Hello', createdAt: minutesAgo(5), ...message };
}

export function makeLead(sessionId: string, lead: Partial<LeadView> = {}): LeadView {
  return {
    id: nextId(),
    sessionId,
    site: { id: '0190f000-0000-7000-8000-00000000005e', name: 'Acme' },
    channel: 'web',
    page: { url: 'https://acme.example/pricing', title: 'Pricing' },
    name: 'Jonas Weber',
    email: 'jonas@weber.example',
    phone: '+493012345678',
    company: 'Weber Bau',
    custom: { budget: 'about 5,000', companySize: '12' },
    consent: { given: true, version: '2', at: minutesAgo(4) },
    identity: null,
    qualification: 'new',
    score: 20,
    scoreReasons: [{ rule: 'email', points: 20, text: 'Gave an e-mail address' }],
    owner: null,
    createdAt: minutesAgo(4),
    updatedAt: minutesAgo(4),
    ...lead,
  };
}
