/**
 * A visitor who talks whatever happens: a message that was not answered is sent again under its id, as the widget
 * does. What was promised (answered 2xx) is remembered, to be compared with what the database holds.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import type { Database } from '../../../backend/db/knex.ts';
import { VisitorClient } from '../visitor-client.ts';
import { isLongRun } from './rounds.ts';

/** A few talkers that hardly pause take a machine for themselves; the ordinary run shares it with another lane. */
const PAUSE_MS = isLongRun ? 5 : 40;

interface Refusal {
  status: number;
  retryAfter: string | null;
}

export class Talker {
  /** What was answered 2xx, in the order in which it was said. */
  readonly promised: string[] = [];
  /** Answers that were no promise. A lost connection is none. */
  readonly refused: Refusal[] = [];
  /** How often there was no answer at all. */
  lost = 0;
  /** Since when the request under way is under way, by performance.now(). */
  asking?: number;
  private isOver = false;
  private readonly talk: Promise<void>;

  /** @param url where to, asked anew for every message */
  constructor(
    readonly visitor: VisitorClient,
    private readonly url: () => string,
    private readonly pauseMs = PAUSE_MS,
  ) {
    this.talk = this.go();
  }

  /** Says no more, once what is under way was promised. */
  end(): Promise<void> {
    this.isOver = true;
    return this.talk;
  }

  /** The conversation at the address that is valid now. */
  at(): VisitorClient {
    const { token, sessionId, greeting } = this.visitor;
    return new VisitorClient(this.url(), token, sessionId, greeting);
  }

  private async go(): Promise<void> {
    for (let number = 0; !this.isOver; number++) {
      const json = { id: randomUUID(), text: `line ${number}` };
      while (!(await this.isPromised(json))) await wait(50);
      this.promised.push(json.text);
      await wait(this.pauseMs);
    }
  }

  private async isPromised(json: { id: string; text: string }): Promise<boolean> {
    this.asking = performance.now();
    try {
      const answer = await this.at().call('/session/messages', { json });
      if (answer.status === 200) return true;
      this.refused.push({ status: answer.status, retryAfter: answer.headers.get('retry-after') });
      return false;
    } catch {
      this.lost += 1;
      return false;
    } finally {
      this.asking = undefined;
    }
  }
}

/** Begins so many conversations that go on until they are ended. */
export async function startTalkers(
  count: number,
  siteKey: string,
  url: () => string,
  pauseMs?: number,
): Promise<Talker[]> {
  const visitors = await Promise.all(
    Array.from({ length: count }, () => VisitorClient.start(url(), siteKey)),
  );
  return visitors.map((visitor) => new Talker(visitor, url, pauseMs));
}

/** What the database holds of what was promised. */
export interface Kept {
  talks: number;
  messages: number;
  lost: number;
  twice: number;
}

/** Nothing promised is missing, nothing is there twice, and everything is in its order. */
export async function expectKept(database: Database, talkers: readonly Talker[]): Promise<Kept> {
  const kept: Kept = { talks: talkers.length, messages: 0, lost: 0, twice: 0 };
  for (const { visitor, promised } of talkers) {
    const rows = await database('messages').where({ sessionId: visitor.sessionId }).orderBy('seq');
    expect(rows.map(({ seq }) => seq)).to.deep.equal(rows.map((_, index) => index + 1));
    const said = rows.filter(({ role }) => role === 'visitor').map(({ text }) => text);
    expect(said, 'once, in order').to.deep.equal(promised);
    const stored = new Set(said);
    kept.messages += promised.length;
    kept.lost += promised.filter((text) => !stored.has(text)).length;
    kept.twice += said.length - stored.size;
  }
  return kept;
}

/**
 * A turn that was cut off belongs to somebody until its lease runs out. The ordinary run does not wait for that; the
 * long run does.
 */
export async function letLeasesRunOut(database: Database): Promise<void> {
  if (isLongRun) return;
  await database('chat_sessions').whereNotNull('turnId').update({ turnUntil: database.fn.now() });
}

/** Every conversation has its last word from the assistant. */
export async function areAnswered(database: Database, talkers: readonly Talker[]): Promise<boolean> {
  const ids = talkers.map(({ visitor }) => visitor.sessionId);
  const open = await database('chat_sessions')
    .whereIn('id', ids)
    .whereNot({ lastMessageRole: 'assistant' })
    .first('id');
  return open === undefined;
}
