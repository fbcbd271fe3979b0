/** How a delivery is told: in a sentence, with a mark for its state and an icon for its way. */
import { html, type TemplateResult } from 'lit';
import type { DeliveryKind, DeliveryStatus, DeliveryView } from '../../../backend/deliveries/schema.ts';
import { sameDay } from '../../../web-components/times.ts';
import { deliveryTexts as texts } from '../../languages/en/deliveries.ts';
import type { IconName } from '../icons.ts';
import type { Tone } from '../mark.ts';
import { timeOfDay, weekdayAndTime } from '../times.ts';
import '../mark.ts';

export const kindIcons: Record<DeliveryKind, IconName> = {
  webhook: 'link-45deg',
  monday: 'kanban',
  email: 'envelope',
  messenger: 'messenger',
};

const looks: Record<DeliveryStatus, readonly [Tone, IconName]> = {
  pending: ['quiet', 'clock-history'],
  delivered: ['passed', 'check-circle'],
  failed: ['waiting', 'hourglass-split'],
  dead: ['issue', 'exclamation-triangle'],
};

/** Who gets it, as one would say it: the host of a webhook, an address, a service, somebody of the team. */
export function receiverOf({ kind, target, event }: Pick<DeliveryView, 'kind' | 'target' | 'event'>): string {
  if (kind === 'monday') return texts.kinds.monday;
  if (kind === 'messenger') return texts.visitorOnMessenger;
  if (kind === 'email' && !target.includes('@')) return texts.mailedTo[event] ?? target;
  return kind === 'webhook' && URL.canParse(target) ? new URL(target).host : target;
}

/** How it stands: "Sent to n8n.acme.com 3 times without success. Next try at 14:05." */
export function deliverySentence(delivery: DeliveryView, now: number): string {
  const { status, attempts, nextAttemptAt } = delivery;
  const to = receiverOf(delivery);
  if (status === 'delivered') return texts.sent(to, attempts);
  if (status === 'dead') return texts.givenUp(to, attempts);
  if (status === 'pending') return texts.waiting(to, attempts);
  return texts.triedAgain(to, attempts, nextTry(nextAttemptAt, now));
}

export const eventName = (event: string): string => texts.events[event] ?? event;

export function deliveryMark(status: DeliveryStatus): TemplateResult {
  const [tone, name] = looks[status];
  return html`<desk-mark tone=${tone} icon=${name}>${texts.status[status]}</desk-mark>`;
}

function nextTry(at: string | null, now: number): string {
  if (!at || Date.parse(at) <= now) return texts.nextNow;
  if (sameDay(at, new Date(now).toISOString())) return texts.nextAt(timeOfDay(at));
  return texts.nextOn(weekdayAndTime(at));
}
