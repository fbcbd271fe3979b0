/** Mail: the outbox, how a site's mail fares, and one's own choices. */
import type {
  EmailState,
  OutboxDetail,
  OutboxPage,
  OutboxView,
} from '../../backend/integrations/email/schema.ts';
import type { MailChoicesPatch, MailChoicesView } from '../../backend/staff/account/schema.ts';
import { request } from './client.ts';

const at = (id: string) => `/outbox/${encodeURIComponent(id)}`;

export function listOutbox(cursor?: string, signal?: AbortSignal): Promise<OutboxPage> {
  return request('GET', '/outbox', { query: { cursor }, signal });
}

export function readOutboxMail(id: string, signal?: AbortSignal): Promise<OutboxDetail> {
  return request('GET', at(id), { signal });
}

/** Where a mail can be seen as it looks, in a frame. */
export const outboxFrame = (id: string) => `/api/v1${at(id)}/html`;

/** Throws ApiError 409 `mail_not_set_up`. */
export function sendOutboxMail(id: string): Promise<OutboxView> {
  return request('POST', `${at(id)}/send`);
}

export function readEmailState(siteId: string, signal?: AbortSignal): Promise<EmailState> {
  return request('GET', `/sites/${encodeURIComponent(siteId)}/email`, { signal });
}

/** Mail goes to that address again. */
export function clearMailMark(address: string): Promise<void> {
  return request('POST', '/mail-addresses/clear', { body: { address } });
}

export function readMailChoices(signal?: AbortSignal): Promise<MailChoicesView> {
  return request('GET', '/auth/mails', { signal });
}

export function chooseMails(patch: MailChoicesPatch): Promise<MailChoicesView> {
  return request('PATCH', '/auth/mails', { body: patch });
}
