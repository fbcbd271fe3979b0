/** A made-up conversation with a lead, in the very shape of a real one. */
import { uuidv7 } from 'uuidv7';
import type { Site } from '../../models/site.ts';
import type { WebhookEvent } from '../../sites/integration-schema.ts';
import type { WebhookData } from './payload.ts';

const NAME = 'Example Visitor';
const EMAIL = 'visitor@example.com';
const SAID = 'Hello, do you build wooden kitchens?';

export function exampleData({ id, name, allowedOrigins }: Site, event: WebhookEvent): WebhookData {
  const site = { id, name };
  const sessionId = uuidv7();
  const now = new Date().toISOString();
  const page = { url: `${allowedOrigins[0] ?? 'https://example.com'}/example`, title: 'An example page' };
  const person = { name: NAME, email: EMAIL, phone: null, company: 'Example Company' };
  const message = (seq: number, role: 'visitor' | 'assistant', text: string) => ({
    id: uuidv7(),
    seq,
    role,
    text,
    createdAt: now,
  });
  const data: WebhookData = {
    session: {
      id: sessionId,
      site,
      channel: 'web',
      completionStatus: event === 'session.abandoned' ? 'abandoned' : 'completed',
      archiveStatus: 'active',
      qaStatus: event === 'review.issue' ? 'issue' : event === 'review.fixed' ? 'fixed' : 'unchecked',
      mode: event === 'session.taken_over' ? 'human' : 'ai',
      takenOverBy: null,
      waitingSince: null,
      page,
      lead: { ...person, qualification: event === 'lead.qualified' ? 'qualified' : 'new' },
      lastMessage: { role: 'visitor', text: `Sure: ${EMAIL}` },
      labels: [],
      messageCount: 3,
      startedAt: now,
      lastMessageAt: now,
      referrer: 'https://www.example.org/',
      utm: { source: 'example', medium: 'cpc', campaign: 'spring' },
      locale: 'en',
      timezone: 'Europe/Berlin',
      device: 'An example browser',
      completedAt: event === 'session.abandoned' ? null : now,
      completionSignal: null,
      archivedAt: null,
      archivedBy: null,
      rating: null,
    },
    lead: {
      id: uuidv7(),
      sessionId,
      site,
      channel: 'web',
      page,
      ...person,
      custom: {},
      consent: { given: true, version: '1', at: now },
      identity: null,
      qualification: event === 'lead.qualified' ? 'qualified' : 'new',
      score: 60,
      scoreReasons: [],
      owner: null,
      createdAt: now,
      updatedAt: now,
    },
    messages: [
      message(1, 'visitor', SAID),
      message(2, 'assistant', 'We do. Where can the team reach you by e-mail?'),
      message(3, 'visitor', `Sure: ${EMAIL}`),
    ],
  };
  if (event === 'incident.opened')
    return { session: null, lead: null, messages: [], incident: incident(site, now) };
  if (event === 'review.issue' || event === 'review.fixed') data.review = review(event, now);
  return data;
}

function review(event: 'review.issue' | 'review.fixed', createdAt: string): WebhookData['review'] {
  const isFixed = event === 'review.fixed';
  return {
    id: uuidv7(),
    fromStatus: isFixed ? 'issue' : 'unchecked',
    toStatus: isFixed ? 'fixed' : 'issue',
    category: 'Wrong answer',
    cause: 'knowledge',
    note: 'An example of what a reviewer writes.',
    developerFeedback: isFixed ? 'An example of what a developer answers.' : null,
    messageSeq: 2,
    fixedVersion: null,
    user: { id: null, name: 'Example Reviewer' },
    createdAt,
  };
}

function incident(site: { id: string; name: string }, at: string): WebhookData['incident'] {
  return {
    id: uuidv7(),
    fingerprint: 'example',
    status: 'open',
    severity: 'error',
    site,
    workflow: { id: 'example', name: 'An example workflow' },
    node: 'HTTP Request',
    message: 'An example of what went wrong.',
    occurrences: 1,
    firstAt: at,
    lastAt: at,
    execution: { id: '42' },
    sessionId: null,
  };
}
