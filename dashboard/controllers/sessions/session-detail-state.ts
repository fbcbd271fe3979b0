/**
 * One open conversation as plain data, and what each live event does to it.
 */
import type { SessionDetail, StaffMessage } from '../../../backend/sessions/schema.ts';
import type { LiveChange } from '../../api/live.ts';

export interface DetailStep {
  /** Null when the conversation is gone. */
  detail: SessionDetail | null;
  /** True when the event says that more changed than it carries: read the conversation again. */
  reload: boolean;
}

export function applyToDetail(detail: SessionDetail, { name, data, local }: LiveChange): DetailStep {
  if (name === 'resync') return { detail, reload: true };
  // One of its labels may have another name now, or be gone.
  if (name === 'labels.changed') return { detail, reload: detail.session.labels.length > 0 };
  if (data.sessionId !== detail.session.id) return { detail, reload: false };
  if (name === 'session.deleted' || !data.session) return { detail: null, reload: false };

  const next: SessionDetail = { ...detail, session: { ...detail.session, ...data.session } };
  if (name === 'message.created' && data.message) {
    next.messages = withMessage(detail.messages, data.message);
    return { detail: next, reload: !isNextOrKnown(detail.messages, data.message) };
  }
  if (name === 'lead.updated') {
    if (data.lead) next.lead = data.lead;
    return { detail: next, reload: !data.lead };
  }
  if (data.delivery) {
    next.deliveries = inTime(detail.deliveries, data.delivery);
    return { detail: next, reload: false };
  }
  if (data.review && name.startsWith('review.')) {
    next.reviews = inTime(detail.reviews, data.review);
    return { detail: next, reload: false };
  }
  // The row of a state change lacks when, why and by whom. Our own change is not on the server yet: nothing to read.
  return { detail: next, reload: !local };
}

/** Puts a message at its place by `seq`, once. */
export function withMessage(messages: StaffMessage[], message: StaffMessage): StaffMessage[] {
  const others = messages.filter((other) => other.seq !== message.seq);
  const at = others.findIndex((other) => other.seq > message.seq);
  return at < 0 ? [...others, message] : [...others.slice(0, at), message, ...others.slice(at)];
}

/** Puts a verdict or a delivery at its place in time, once. */
function inTime<T extends { id: string; createdAt: string }>(known: readonly T[], one: T): T[] {
  const others = known.filter(({ id }) => id !== one.id);
  const at = others.findIndex(({ createdAt }) => createdAt > one.createdAt);
  return at < 0 ? [...others, one] : [...others.slice(0, at), one, ...others.slice(at)];
}

/** Numbers have no gaps (MessageView.seq), so one that jumps ahead means that another was missed. */
function isNextOrKnown(messages: StaffMessage[], message: StaffMessage): boolean {
  return message.seq <= (messages.at(-1)?.seq ?? 0) + 1;
}
