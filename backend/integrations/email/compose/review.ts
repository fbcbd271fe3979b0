/** An issue was found; an issue is fixed. */
import { FINDER } from '../../../deliveries/subscriptions.ts';
import type { ChatSession } from '../../../models/chat-session.ts';
import { Message } from '../../../models/message.ts';
import { Review } from '../../../models/review.ts';
import { StaffUser } from '../../../models/staff-user.ts';
import { type MailTexts, textsFor } from '../languages/index.ts';
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

export async function issueFound(context: ComposeContext): Promise<Composed> {
  const { session, review } = await read(context);
  if (!review) return { nobody: 'The verdict is gone.' };
  const texts = await textsFor(context.database, [context.delivery.target], session.site!.locale);
  const { issue } = texts;
  const kind = review.category ? oneLine(review.category) : visitorName(session, texts);
  return {
    to: [context.delivery.target],
    mail: {
      language: texts.locale,
      subject: issue.subject(kind, siteName(session)),
      preview: oneLine(review.note ?? review.developerFeedback ?? issue.foundBy(review.userName)),
      badge: { tone: 'issue', word: issue.badge },
      heading: review.category ? oneLine(review.category) : issue.heading,
      blocks: [
        ...(await meantMessage(context, session, review.messageSeq, texts)),
        ...said(issue.forFixer, review.developerFeedback),
        ...said(oneLine(issue.noteOf(review.userName)), review.note),
        facts(session, review, texts.facts.foundBy, texts),
      ],
      action: { label: texts.links.conversation, path: conversationPath(session.id) },
      reason: becauseOf(session, texts, 'issues'),
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
  const to = [finder?.email ?? context.delivery.target];
  const texts = await textsFor(context.database, to, session.site!.locale);
  const { issue, fixed } = texts;
  const kind = review.category ? oneLine(review.category) : visitorName(session, texts);
  return {
    to,
    mail: {
      language: texts.locale,
      subject: fixed.subject(kind, siteName(session)),
      preview: oneLine(review.note ?? fixed.by(review.userName)),
      badge: { tone: 'fixed', word: fixed.badge },
      heading: finder ? fixed.headingYours(kind) : fixed.heading(kind),
      blocks: [
        ...said(oneLine(issue.noteOf(review.userName)), review.note),
        ...(await meantMessage(context, session, review.messageSeq, texts)),
        ...said(fixed.reportedAs, found?.developerFeedback ?? found?.note ?? null),
        facts(session, review, texts.facts.fixedBy, texts),
      ],
      action: { label: texts.links.check, path: conversationPath(session.id) },
      reason: finder ? fixed.reasonYours : becauseOf(session, texts, 'fixed'),
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
  texts: MailTexts,
): Promise<Block[]> {
  const message = seq === null ? undefined : await Message.query(database).findById([session.id, seq]);
  if (!message) return [];
  const who = message.role === 'visitor' ? visitorName(session, texts) : texts.issue.roles[message.role];
  return [{ kind: 'quote', who: texts.issue.message(who), text: words(message.text, 800) }];
}

const said = (who: string, text: string | null): Block[] =>
  text ? [{ kind: 'quote', who, text: words(text) }] : [];

function facts(session: ChatSession, review: Review, by: string, texts: MailTexts): Block {
  const { facts: labels } = texts;
  return {
    kind: 'facts',
    facts: [
      fact(labels.cause, review.cause && texts.issue.causes[review.cause]),
      fact(labels.fixedIn, review.fixedVersion),
      fact(by, review.userName),
      fact(labels.conversation, visitorName(session, texts)),
      fact(labels.page, session.lead ? pagePath(session.pageUrl) : null),
      fact(labels.site, siteName(session)),
    ],
  };
}
