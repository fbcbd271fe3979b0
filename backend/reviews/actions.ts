/**
 * Giving a verdict about a conversation. Verdicts about one conversation stand in line behind its row lock, so that
 * each begins where the one before it ended.
 */
import { uuidv7 } from 'uuidv7';
import type { Database, Transaction } from '../db/knex.ts';
import { conflict, forbidden, invalid } from '../errors.ts';
import type { EventOf } from '../events/catalogue.ts';
import { publishAll } from '../events/publish.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import type { ChatSession } from '../models/chat-session.ts';
import { Message } from '../models/message.ts';
import { Review } from '../models/review.ts';
import { lockSession } from '../sessions/actions.ts';
import { audit } from '../staff/audit.ts';
import { isMove, mayUncheck } from './policy.ts';
import { newestReviews } from './queries.ts';
import type { ReviewStatus, ReviewWrite } from './schema.ts';

/** How far back somebody may have looked last and still be told that only their own words came after. */
const LOOK_BACK = 50;

/**
 * @throws not_found; review_changed (409) when somebody else has decided since `basedOn`; forbidden for an agent who
 * sets back to unchecked; review_not_allowed (409) for a move that is none; validation_failed
 */
export async function giveReview(
  database: Database,
  sessionId: string,
  write: ReviewWrite,
  by: StaffPrincipal,
): Promise<Review> {
  return database.transaction(async (trx) => {
    const session = await lockSession(trx, sessionId, by);
    const earlier = await newestReviews(trx, sessionId, LOOK_BACK);
    if (write.basedOn !== undefined) refuseOvertaken(earlier, write.basedOn, by);
    refuseWrongMove(session.qaStatus, write.status, by);
    const words = wordsOf(write, session.qaStatus, earlier[0]);
    await refuseUnknownMessage(trx, sessionId, words.messageSeq);
    const review = await Review.query(trx).insertAndFetch({
      id: uuidv7(),
      sessionId,
      fromStatus: session.qaStatus,
      toStatus: write.status,
      ...words,
      userId: by.userId,
      userName: by.name,
      // Not the start of this transaction, which may lie before the one it waited for.
      createdAt: trx.raw('clock_timestamp()') as unknown as Date,
    });
    await session.$query(trx).patch({ qaStatus: write.status, updatedAt: new Date() });
    await audit(trx, by, {
      action: 'session.reviewed',
      subject: { kind: 'session', id: sessionId },
      siteId: session.siteId,
      details: { from: review.fromStatus, to: review.toStatus },
    });
    await publishAll(trx, eventsOf(session, review));
    return review;
  });
}

/** The second of two reviewers sees the first one's verdict before theirs takes its place. */
function refuseOvertaken(earlier: readonly Review[], basedOn: string | null, by: StaffPrincipal): void {
  const seen = earlier.findIndex(({ id }) => id === basedOn);
  const unseen = seen < 0 ? earlier : earlier.slice(0, seen);
  const other = unseen.find(({ userId }) => userId !== by.userId);
  if (!other) return;
  const who = other.userName ?? 'Somebody';
  throw conflict(
    'review_changed',
    `${who} has set this conversation to “${other.toStatus}” meanwhile. Look at it, then decide again.`,
  );
}

function refuseWrongMove(from: ReviewStatus, to: ReviewStatus, by: StaffPrincipal): void {
  if (from !== to && to === 'unchecked' && !mayUncheck(by))
    throw forbidden('Only an admin may set a conversation back to unchecked.');
  if (!isMove(from, to))
    throw conflict('review_not_allowed', `A conversation that is “${from}” can’t become “${to}”.`);
}

/** What the verdict says. The facts of an issue stay with it until it is passed or unchecked. */
function wordsOf(write: ReviewWrite, from: ReviewStatus, before: Review | undefined) {
  const isIssue = hasIssue(write.status);
  const kept = isIssue && hasIssue(from) ? before : undefined;
  const misplaced = [
    ...(isIssue ? [] : (['cause', 'messageSeq'] as const)),
    ...(write.status === 'fixed' ? [] : (['fixedVersion'] as const)),
  ].filter((path) => write[path] != null);
  if (misplaced.length > 0)
    throw invalid(misplaced.map((path) => ({ path, message: `This does not go with “${write.status}”.` })));
  const version = from === 'fixed' && write.status === 'fixed' ? before?.fixedVersion : null;
  return {
    category: tidy(orKept(write.category, kept?.category))?.replace(/\s+/g, ' ') ?? null,
    cause: orKept(write.cause, kept?.cause),
    note: tidy(write.note),
    developerFeedback: tidy(write.developerFeedback),
    messageSeq: orKept(write.messageSeq, kept?.messageSeq),
    fixedVersion: tidy(orKept(write.fixedVersion, version)),
  };
}

const hasIssue = (status: ReviewStatus) => status === 'issue' || status === 'fixed';
const orKept = <T>(given: T | null | undefined, kept: T | null | undefined): T | null =>
  given === undefined ? (kept ?? null) : given;
const tidy = (text: string | null | undefined) => text?.trim() || null;

async function refuseUnknownMessage(trx: Transaction, sessionId: string, seq: number | null): Promise<void> {
  if (seq === null || (await Message.query(trx).findById([sessionId, seq]).select('seq'))) return;
  throw invalid([{ path: 'messageSeq', message: 'There is no such message in this conversation.' }]);
}

function eventsOf({ siteId }: ChatSession, { id, sessionId, fromStatus, toStatus }: Review): EventOf[] {
  const data = { sessionId, reviewId: id };
  const events: EventOf[] = [{ type: 'review.changed', siteId, data }];
  if (fromStatus === toStatus) return events;
  if (toStatus === 'issue') events.push({ type: 'review.issue', siteId, data });
  if (toStatus === 'fixed') events.push({ type: 'review.fixed', siteId, data });
  events.push({ type: 'session.updated', siteId, data: { sessionId } });
  return events;
}
