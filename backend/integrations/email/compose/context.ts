/** What every kind of mail is made from and of. */
import type { Database } from '../../../db/knex.ts';
import type { ChatSession } from '../../../models/chat-session.ts';
import type { Delivery } from '../../../models/delivery.ts';
import { Message } from '../../../models/message.ts';
import { getSession } from '../../../sessions/queries.ts';
import type { MailTexts } from '../languages/index.ts';
import { type Block, type Fact, type Mail, oneLine, words } from '../mail.ts';

export interface ComposeContext {
  database: Database;
  delivery: Delivery;
  /** Makes the tokens of one-time links. */
  linkKey: Buffer;
  /** Kept for reading, not sent: one-time links stay out of it. */
  isForOutbox: boolean;
}

/** Without anybody to send it to, `nobody` says why in plain words. */
export type Composed = { to: readonly string[]; mail: Mail } | { nobody: string };

export const conversationPath = (sessionId: string) => `/dashboard/conversations/${sessionId}`;

/** With site and lead. @throws not_found */
export async function sessionOf({ database, delivery }: ComposeContext): Promise<ChatSession> {
  const session = await getSession(database, delivery.sessionId!, { siteId: null });
  return session.$fetchGraph('[site, lead]', { transaction: database });
}

/** Who they are, as far as that is known: a name, an address, or where they were. */
export function visitorName({ lead, pageUrl, channel }: ChatSession, texts: MailTexts): string {
  const known = lead?.name ?? lead?.email ?? lead?.phone;
  if (known) return oneLine(known, 80);
  if (channel === 'messenger') return texts.somebodyOnMessenger;
  const path = pagePath(pageUrl);
  return path ? texts.visitorFrom(path) : texts.visitor;
}

/** Without what follows the ?: that may be anything. */
export function pagePath(pageUrl: string | null): string | null {
  if (!pageUrl || !URL.canParse(pageUrl)) return null;
  const { host, pathname } = new URL(pageUrl);
  return oneLine(pathname === '/' ? host : pathname, 80);
}

export const siteName = (session: ChatSession) => oneLine(session.site?.name ?? '', 80);

/** `22 Nov 2026, 14:05 (Europe/Berlin)`: a mail knows no reader's zone, so the site's is named. */
export function timeIn(at: Date, timezone: string, { locale }: MailTexts): string {
  const time = at.toLocaleString(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: timezone,
  });
  return `${time} (${timezone.replaceAll('_', ' ')})`;
}

export const fact = (label: string, value: string | null | undefined): Fact => [
  label,
  value ? oneLine(value, 300) : null,
];

/** The last thing the visitor said. */
export async function lastWords(
  { database }: ComposeContext,
  session: ChatSession,
  texts: MailTexts,
): Promise<Block[]> {
  const message = await Message.query(database)
    .where({ sessionId: session.id, role: 'visitor' })
    .orderBy('seq', 'desc')
    .first();
  return message ? [{ kind: 'quote', who: visitorName(session, texts), text: words(message.text, 600) }] : [];
}

export const becauseOf = (session: ChatSession, texts: MailTexts, what: keyof MailTexts['about']) =>
  texts.becauseOf(texts.about[what], siteName(session));
