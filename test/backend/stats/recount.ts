/** The figures counted a second time, slowly and in another way: every row is read and looked at by itself. */
import type { Database } from '../../../backend/db/knex.ts';

export interface Told {
  id: string;
  siteId: string;
  startedAt: Date;
  channel: string;
  completionStatus: string;
  qaStatus: string;
  rating: number | null;
  pageUrl: string | null;
  utm: Record<string, string>;
  messages: Array<{ role: string; at: number; isFallback: boolean }>;
  lead?: { isReachable: boolean; qualification: string };
  hadPerson: boolean;
  verdicts: Array<{ from: string; to: string; category: string | null; by: string | null; at: number }>;
}

export async function readAll(database: Database): Promise<Told[]> {
  const [sessions, messages, leads, reviews, takeovers] = await Promise.all([
    database('chat_sessions').select('*'),
    database('messages').select('*').orderBy('seq'),
    database('leads').select('*'),
    database('reviews').select('*').orderBy(['created_at', 'id']),
    database('audit_entries').where({ action: 'session.taken_over' }).select('subject_id'),
  ]);
  return sessions.map((session) => {
    const lead = leads.find(({ sessionId }) => sessionId === session.id);
    return {
      ...session,
      messages: messages
        .filter(({ sessionId }) => sessionId === session.id)
        .map(({ role, createdAt, details }) => ({
          role,
          at: createdAt.getTime(),
          isFallback: details?.fallback === true,
        })),
      ...(lead && {
        lead: { isReachable: Boolean(lead.email || lead.phone), qualification: lead.qualification },
      }),
      hadPerson: takeovers.some(({ subjectId }) => subjectId === session.id),
      verdicts: reviews
        .filter(({ sessionId }) => sessionId === session.id)
        .map((row) => ({
          from: row.fromStatus,
          to: row.toStatus,
          category: row.category,
          by: row.userId,
          at: row.createdAt.getTime(),
        })),
    } as Told;
  });
}

const count = (all: Told[], test: (one: Told) => boolean) => all.filter(test).length;

/** What `/stats/summary` should say of these conversations. */
export function figuresOf(all: Told[]) {
  const ratings = all.flatMap(({ rating }) => (rating === null ? [] : [rating]));
  const takenOver = count(all, ({ hadPerson }) => hadPerson);
  const completed = count(all, (one) => one.completionStatus === 'completed');
  const qa = (status: string) => count(all, (one) => one.qaStatus === status);
  return {
    sessions: all.length,
    completed,
    abandoned: count(all, (one) => one.completionStatus === 'abandoned'),
    inProgress: count(all, (one) => one.completionStatus === 'in_progress'),
    leads: count(all, ({ lead }) => lead?.isReachable ?? false),
    qualifiedLeads: count(all, ({ lead }) => lead?.qualification === 'qualified'),
    messages: all.reduce((sum, { messages }) => sum + messages.length, 0),
    takenOver,
    aiOnly: all.length - takenOver,
    rating: {
      average: ratings.length ? ratings.reduce((a, b) => a + b) / ratings.length : null,
      count: ratings.length,
    },
    unchecked: qa('unchecked'),
    passed: qa('passed'),
    issue: qa('issue'),
    fixed: qa('fixed'),
    firstReply: timesOf(all.map(firstReply)),
    timeToFix: timesOf(all.map(timeToFix)),
  };
}

function firstReply({ messages }: Told): number | null {
  const said = messages.findIndex(({ role }) => role === 'visitor');
  const reply = messages
    .slice(said + 1)
    .find(({ role, isFallback }) => ['assistant', 'staff'].includes(role) && !isFallback);
  return said >= 0 && reply ? reply.at - messages[said]!.at : null;
}

function timeToFix({ verdicts, qaStatus }: Told): number | null {
  if (qaStatus !== 'fixed') return null;
  const mended = verdicts.findLast(({ from, to }) => to === 'fixed' && from !== 'fixed');
  const found = verdicts.findLast(
    ({ from, to, at }) => to === 'issue' && from !== 'issue' && at <= mended!.at,
  );
  return mended && found ? mended.at - found.at : null;
}

/** Median and 95th percentile, between two values where it falls there. */
function timesOf(values: Array<number | null>) {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const at = (share: number) => {
    if (sorted.length === 0) return null;
    const place = share * (sorted.length - 1);
    const low = sorted[Math.floor(place)]!;
    return low + (sorted[Math.ceil(place)]! - low) * (place % 1);
  };
  return { medianMs: at(0.5), p95Ms: at(0.95), count: sorted.length };
}

/** How often each value comes, as `/stats/pages` counts. */
export function tally(all: Told[], of: (one: Told) => string | null | undefined) {
  const found: Record<string, { sessions: number; leads: number; completed: number }> = {};
  for (const one of all) {
    const value = of(one);
    if (!value) continue;
    found[value] ??= { sessions: 0, leads: 0, completed: 0 };
    found[value].sessions++;
    if (one.lead?.isReachable) found[value].leads++;
    if (one.completionStatus === 'completed') found[value].completed++;
  }
  return found;
}
