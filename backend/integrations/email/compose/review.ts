/** An issue was found; an issue is fixed. */
import { FINDER } from '../../../deliveries/subscriptions.ts';
import type { ChatSession } from '../../../models/chat-session.ts';
import { Message } from '../../../models/message.ts';
import { Review } from '../../../models/review.ts';
import { StaffUser } from '../../../models/staff-user.ts';
import { type Block, oneLine, words } from '../mail.ts';
import {
  becauseOf,
  type ComposeContext,
  type Composed,
  conversationPath,
  fact,
  pagePath,
  sessionOf,
  siteName,
  visitorName,
} from './context.ts';

const CAUSES: Record<NonNullable<Review['cause']>, string> = {
  prompt: 'The prompt',
  knowledge: 'The knowledge',
  workflow: 'The workflow',
  model: 'The model',
  bug: 'A bug',
  other: 'Something else',
};
const ROLES: Readonly<Record<string, string>> = { assistant: 'Assistant', staff: 'Team', system: 'Notice' };

export async function issueFound(context: ComposeContext): Promise<Composed> {
  const { session, review } = await read(context);
  if (!review) return { nobody: 'The verdict is gone.' };
  const kind = review.category ? oneLine(review.category) : visitorName(session);
  const where = siteName(session);
  return {
    to: [context.delivery.target],
    mail: {
      subject: `Issue on ${where}: ${kind}`,
      preview: oneLine(
        review.note ?? review.developerFeedback ?? `Found by ${review.userName ?? 'the team'}`,
      ),
      badge: { tone: 'issue', word: 'Issue' },
      heading: review.category ? oneLine(review.category) : 'A conversation has an issue',
      blocks: [
        ...(await meantMessage(context, session, review.messageSeq)),
        ...said('For whoever fixes it', review.developerFeedback),
        ...said(`Note of ${oneLine(review.userName ?? 'the reviewer')}`, review.note),
        facts(session, review, 'Found by'),
      ],
      action: { label: 'Open the conversation', path: conversationPath(session.id) },
      reason: becauseOf(session, 'issues'),
    },
  };
}

export async function issueFixed(context: ComposeContext): Promise<Composed> {
  const { session, review } = await read(context);
  if (!review) return { nobody: 'The verdict is gone.' };
  const isForFinder = context.delivery.target === FINDER;
  const found = await foundBy(context, session.id, review);
  const finder = isForFinder ? await finderToTell(context, found, review) : undefined;
  if (finder && 'nobody' in finder) return finder;
  const kind = review.category ? oneLine(review.category) : visitorName(session);
  return {
    to: finder ? [finder.email] : [context.delivery.target],
    mail: {
      subject: `Fixed on ${siteName(session)}: ${kind}`,
      preview: oneLine(review.note ?? `By ${review.userName ?? 'the team'}`),
      badge: { tone: 'fixed', word: 'Fixed' },
      heading: `${finder ? 'The issue you found is fixed' : 'An issue is fixed'}: ${kind}`,
      blocks: [
        ...said(`Note of ${oneLine(review.userName ?? 'the team')}`, review.note),
        ...(await meantMessage(context, session, review.messageSeq)),
        ...said('Was reported as', found?.developerFeedback ?? found?.note ?? null),
        facts(session, review, 'Fixed by'),
      ],
      action: { label: 'Check the conversation', path: conversationPath(session.id) },
      reason: finder
        ? 'You get this because you found the issue. You can switch these mails off in your account.'
        : becauseOf(session, 'fixed issues'),
    },
  };
}

async function read(context: ComposeContext) {
  const session = await sessionOf(context);
  const { reviewId } = context.delivery.payload as { reviewId?: string };
  const review = reviewId ? await Review.query(context.database).findById(reviewId) : undefined;
  return { session, review };
}

/** The verdict that made it an issue, before this one. */
async function foundBy(
  { database }: ComposeContext,
  sessionId: string,
  { id }: Review,
): Promise<Review | undefined> {
  return Review.query(database)
    .where({ sessionId, toStatus: 'issue' })
    .whereNot({ fromStatus: 'issue' })
    .where('id', '<', id)
    .orderBy('id', 'desc')
    .first();
}

/** Unless they fixed it, don't want to know, or read it as a receiver of the site anyway. */
async function finderToTell(
  { database, delivery }: ComposeContext,
  found: Review | undefined,
  fixed: Review,
): Promise<StaffUser | { nobody: string }> {
  const finder = found?.userId ? await StaffUser.query(database).findById(found.userId) : undefined;
  if (finder?.status !== 'active') return { nobody: 'Whoever found it is not here any more.' };
  if (finder.id === fixed.userId) return { nobody: 'Whoever found it has fixed it.' };
  if (!finder.mailFixedIssues) return { nobody: 'Whoever found it does not want these mails.' };
  const isReceiver = await database('event_subscriptions')
    .where({ siteId: delivery.siteId, kind: 'email', event: delivery.event })
    .whereRaw('lower(target) = lower(?)', [finder.email])
    .first();
  return isReceiver ? { nobody: 'Whoever found it is told as a receiver of the site.' } : finder;
}

async function meantMessage(
  { database }: ComposeContext,
  session: ChatSession,
  seq: number | null,
): Promise<Block[]> {
  const message = seq === null ? undefined : await Message.query(database).findById([session.id, seq]);
  if (!message) return [];
  const who = ROLES[message.role] ?? visitorName(session);
  return [{ kind: 'quote', who: `The message it is about (${who})`, text: words(message.text, 800) }];
}

const said = (who: string, text: string | null): Block[] =>
  text ? [{ kind: 'quote', who, text: words(text) }] : [];

function facts(session: ChatSession, review: Review, by: string): Block {
  return {
    kind: 'facts',
    facts: [
      fact('Cause', review.cause && CAUSES[review.cause]),
      fact('Fixed in', review.fixedVersion),
      fact(by, review.userName),
      fact('Conversation', visitorName(session)),
      fact('Page', session.lead ? pagePath(session.pageUrl) : null),
      fact('Site', siteName(session)),
    ],
  };
}
