/** Visitors on a site whose assistant is a workflow that can be told to fail. */
import { randomUUID } from 'node:crypto';
import type { SessionDetail } from '../../../backend/sessions/schema.ts';
import type { SiteView } from '../../../backend/sites/schema.ts';
import { EventReader } from '../../support/event-reader.ts';
import type { FakeN8n } from '../../support/fakes/n8n.ts';
import type { TestParlour } from '../../support/parlour.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

export const FALLBACK = 'I can’t answer right now. Please leave your e-mail.';
export const SECRET = 'canary-of-the-workflow';

/** A site of its own, so that no test meets another's breaker. */
export function createN8nSite(parlour: TestParlour, n8n: FakeN8n): Promise<SiteView> {
  const agent = {
    kind: 'n8n',
    fallbackText: FALLBACK,
    replyTimeoutSeconds: 5,
    n8n: { url: n8n.url, authHeader: 'X-Key', authSecret: SECRET },
  };
  return parlour.createSite({ name: 'Workflow', agent } as never);
}

export const visit = (parlour: TestParlour, site: SiteView) => VisitorClient.start(parlour.url, site.key);

/** Says something and reads the turn as it happens. */
export function stream(url: string, visitor: VisitorClient, text: string): Promise<EventReader> {
  return EventReader.open(`${url}/api/v1/visitor/session/messages`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${visitor.token}`,
      'content-type': 'application/json',
      accept: 'text/event-stream',
    },
    body: JSON.stringify({ id: randomUUID(), text }),
  });
}

/** The live events, as an open chat hears them. */
export function listen(url: string, visitor: VisitorClient, after = 0): Promise<EventReader> {
  return EventReader.open(`${url}/api/v1/visitor/session/events?after=${after}`, {
    headers: { authorization: `Bearer ${visitor.token}` },
  });
}

export const detailOf = (parlour: TestParlour, { sessionId }: VisitorClient) =>
  parlour.admin.get<SessionDetail>(`/api/v1/sessions/${sessionId}`);
