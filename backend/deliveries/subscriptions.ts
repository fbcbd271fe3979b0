/**
 * Who is told of what, as the site's settings say. `publish` reads these rows; they are written anew whenever the
 * settings are saved, in the same transaction.
 */
import { uuidv7 } from 'uuidv7';
import type { Transaction } from '../db/knex.ts';
import type { Delivery } from '../models/delivery.ts';
import type { Site } from '../models/site.ts';

export interface Subscription {
  kind: Exclude<Delivery['kind'], 'messenger'>;
  event: string;
  target: string;
  lane: string;
  isFollowUp?: boolean;
}

/** What a webhook is told unless the settings say otherwise. */
const WEBHOOK_DEFAULT = ['lead.completed'];
/** What receivers of mail are told unless the settings say otherwise. */
export const EMAIL_DEFAULT = [
  'lead.completed',
  'session.waiting',
  'review.issue',
  'review.fixed',
  'incident.opened',
];
/** What they can be told of: events that integrations/email has words for. */
export const EMAIL_EVENTS = [...EMAIL_DEFAULT, 'session.abandoned'];
/** The target of the mail to a person who is found out when it is sent. */
export const FINDER = 'whoever found the issue';

interface IntegrationSettings {
  webhook?: { url?: string; events?: string[] };
  monday?: { boardId?: string; token?: string; when?: 'completed' | 'qualified' };
  email?: { to?: string[]; events?: string[] };
}

/** Pure: settings in, subscriptions out. */
function subscriptionsOf(site: Pick<Site, 'id' | 'integrations'>): Subscription[] {
  const { webhook, monday, email } = site.integrations as IntegrationSettings;
  const wanted: Subscription[] = [];
  if (webhook?.url) {
    const target = withoutSecrets(webhook.url);
    for (const event of webhook.events ?? WEBHOOK_DEFAULT)
      wanted.push({ kind: 'webhook', event, target, lane: `webhook:${site.id}` });
  }
  if (monday?.boardId && monday.token) {
    const to = {
      kind: 'monday',
      target: `board ${monday.boardId}`,
      lane: `monday:${monday.boardId}`,
    } as const;
    wanted.push({ ...to, event: monday.when === 'qualified' ? 'lead.qualified' : 'lead.completed' });
    wanted.push({ ...to, event: 'lead.updated', isFollowUp: true });
  }
  for (const target of new Set(email?.to?.map((address) => address.toLowerCase())))
    for (const event of email?.events ?? EMAIL_DEFAULT)
      if (EMAIL_EVENTS.includes(event)) wanted.push({ kind: 'email', event, target, lane: 'email' });
  wanted.push({ kind: 'email', event: 'review.fixed', target: FINDER, lane: 'email' });
  return wanted;
}

/**
 * A receiver that was switched off because it asked for it (410) stays off, until somebody switches it on again
 * (integrations/health) or its address is another one.
 */
export async function saveSubscriptions(trx: Transaction, site: Site): Promise<void> {
  const wanted = site.archivedAt || site.isSample ? [] : subscriptionsOf(site);
  const key = ({ kind, event, target }: Subscription) => JSON.stringify([kind, event, target]);
  const present: Array<
    Subscription & { id: string; disabledAt: Date | null; disabledReason: string | null }
  > = await trx('event_subscriptions').where({
    siteId: site.id,
  });
  const keep = new Set(wanted.map(key));
  const known = new Set(present.map(key));
  const gone = present.filter((subscription) => !keep.has(key(subscription))).map(({ id }) => id);
  if (gone.length > 0) await trx('event_subscriptions').whereIn('id', gone).del();
  const added = wanted.filter((subscription) => !known.has(key(subscription)));
  if (added.length === 0) return;
  const stateOf = ({ kind, target }: Subscription) => {
    const off = present.find((other) => other.disabledAt && other.kind === kind && other.target === target);
    return { disabledAt: off?.disabledAt ?? null, disabledReason: off?.disabledReason ?? null };
  };
  await trx('event_subscriptions')
    .insert(
      added.map((subscription) => ({
        id: uuidv7(),
        siteId: site.id,
        ...subscription,
        ...stateOf(subscription),
      })),
    )
    .onConflict()
    .ignore();
}

/** Anything after the path may be a key; so may a name and a password. */
function withoutSecrets(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
