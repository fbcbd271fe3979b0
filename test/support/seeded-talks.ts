/**
 * Conversations as they would stand in the tables some time later, with the events that tell of them: for tests that
 * can't wait until visitors have gone quiet.
 */
import { uuidv7 } from 'uuidv7';
import { refreshQueue } from '../../backend/reviews/queue/jobs.ts';
import type { TestParlour } from './parlour.ts';
import { until } from './until.ts';

export interface SeededTalk {
  /** In order; `visitor: ...`, `assistant: ...`, `staff: ...`, or `fallback: ...`. */
  lines: readonly string[];
  siteId?: string;
  /** Of the last message. */
  minutesAgo?: number;
  rating?: number;
  /** A workflow failed after this message. */
  faultAfter?: number;
  pageUrl?: string;
  name?: string;
  archived?: boolean;
}

/** @returns its id */
export async function seedTalk(parlour: TestParlour, talk: SeededTalk): Promise<string> {
  const { database } = parlour;
  const id = uuidv7();
  const siteId = talk.siteId ?? parlour.site.id;
  const end = Date.now() - (talk.minutesAgo ?? 10) * 60_000;
  const messages = talk.lines.map((line, index) => {
    const [, who = '', text = ''] = /^(\w+): (.*)$/s.exec(line) ?? [];
    return {
      sessionId: id,
      seq: index + 1,
      id: uuidv7(),
      role: who === 'fallback' ? 'assistant' : who,
      text,
      details: who === 'fallback' ? JSON.stringify({ fallback: true }) : null,
      createdAt: new Date(end - (talk.lines.length - 1 - index) * 2_000),
    };
  });
  const last = messages.at(-1)!;
  await database.transaction(async (trx) => {
    await trx('chat_sessions').insert({
      id,
      siteId,
      lastSeq: messages.length,
      lastMessageAt: last.createdAt,
      lastMessageRole: last.role,
      lastMessageText: last.text.slice(0, 200),
      startedAt: messages[0]!.createdAt,
      pageUrl: talk.pageUrl ?? 'https://landing.example/pricing',
      rating: talk.rating ?? null,
      archiveStatus: talk.archived ? 'archived' : 'active',
      archivedAt: talk.archived ? new Date() : null,
    });
    await trx('messages').insert(messages);
    if (talk.name) await trx('leads').insert({ id: uuidv7(), sessionId: id, siteId, name: talk.name });
    if (talk.faultAfter) {
      const incidentId = uuidv7();
      const fault = { id: incidentId, siteId, fingerprint: incidentId, message: 'The workflow failed' };
      await trx('incidents').insert(fault);
      await trx('incident_occurrences').insert({
        id: uuidv7(),
        incidentId,
        sessionId: id,
        messageSeq: talk.faultAfter,
      });
    }
    await trx('events').insert({
      type: 'message.created',
      siteId,
      sessionId: id,
      data: JSON.stringify({ sessionId: id, seq: messages.length }),
    });
  });
  return id;
}

/**
 * Has the queue look at everything that a site's events tell of. This Parlour's own worker may be at it, too: then a look
 * of ours passes by, and it is not done yet.
 */
export function lookAtTalks({ database, site }: TestParlour, siteId = site.id): Promise<void> {
  return until(async () => {
    await refreshQueue(database, 0);
    const { rows } = await database.raw(
      `SELECT 1 FROM events e CROSS JOIN review_scan s WHERE e.site_id = ? AND (e.xid, e.id) > (s.xid, s.event_id)
       UNION ALL SELECT 1 FROM review_signals WHERE site_id = ? AND due_at <= now()`,
      [siteId, siteId],
    );
    return rows.length === 0;
  }, 'all conversations to be looked at');
}
