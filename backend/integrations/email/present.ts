import type { OutboxMail } from '../../models/outbox-mail.ts';
import type { OutboxDetail, OutboxView } from './schema.ts';

export function presentOutbox(mail: OutboxMail): OutboxView {
  return {
    id: mail.id,
    deliveryId: mail.deliveryId,
    sessionId: mail.sessionId,
    event: mail.event,
    to: mail.recipients,
    subject: mail.subject,
    createdAt: mail.createdAt.toISOString(),
    sentAt: mail.sentAt?.toISOString() ?? null,
  };
}

export function presentOutboxDetail(mail: OutboxMail, canSend: boolean): OutboxDetail {
  const hidesLink = mail.event.startsWith('staff.');
  return { ...presentOutbox(mail), text: mail.text, canSend, hidesLink };
}
