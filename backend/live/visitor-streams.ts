/**
 * The streams of visitors: what is written in their conversation by others or in another tab.
 */
import type { Context } from 'koa';
import { noteVisitorsSeen } from '../conversation/owed-turns.ts';
import type { Database } from '../db/knex.ts';
import { EventStream } from '../http/event-stream.ts';
import type { VisitorToken } from '../http/visitor-token.ts';
import { readMessages, readVisitorSession, TRANSCRIPT_MAX } from '../visitor/queries.ts';
import type { MessageView } from '../visitor/schema.ts';
import type { EventFeed } from './event-feed.ts';
import type { StoredEvent } from './event-reader.ts';
import type { Typing, TypingFeed } from './typing-feed.ts';

/** Kinds that change what the visitor's `session` shows. */
const SHOWS_IN_SESSION = new Set([
  'session.updated',
  'session.taken_over',
  'session.released',
  'session.completed',
  'session.abandoned',
  'lead.updated',
]);

/** How often it is noted that visitors have their chats open. */
const NOTE_SEEN_MS = 15_000;

interface Connection {
  stream: EventStream;
  /** The last message this stream has told. */
  seq: number;
  /** One telling at a time, so that messages stay in order. */
  work: Promise<void>;
}

export class VisitorStreams {
  private readonly connections = new Map<string, Set<Connection>>();
  private noting?: NodeJS.Timeout;

  constructor(
    private readonly database: Database,
    feed: EventFeed,
    typing: TypingFeed,
  ) {
    feed.onEvents((events) => this.hand(events));
    typing.onTyping((news) => this.tellTyping(news));
  }

  /** Opens a stream and begins with every message after `after`. */
  async open(ctx: Context, { sessionId }: VisitorToken, after: number): Promise<void> {
    const session = await readVisitorSession(this.database, sessionId);
    const stream = new EventStream(ctx);
    const connection: Connection = { stream, seq: after, work: Promise.resolve() };
    const others = this.connections.get(sessionId) ?? new Set();
    this.connections.set(sessionId, others.add(connection));
    stream.onClose(() => {
      others.delete(connection);
      if (others.size === 0) this.connections.delete(sessionId);
      if (this.connections.size === 0) {
        clearInterval(this.noting);
        this.noting = undefined;
      }
    });
    this.noteSeen([sessionId]);
    this.noting ??= setInterval(() => this.noteSeen([...this.connections.keys()]), NOTE_SEEN_MS);
    stream.send('session', session, String(after));
    await this.tellMessages(sessionId, connection);
  }

  /** A late answer is made only for somebody who is there. A note that is lost is made good by the next. */
  private noteSeen(sessionIds: string[]): void {
    noteVisitorsSeen(this.database, sessionIds).catch(() => {});
  }

  private hand(events: StoredEvent[]): void {
    const meant = events.filter(({ sessionId }) => sessionId && this.connections.has(sessionId));
    for (const event of meant) {
      const sessionId = event.sessionId!;
      for (const connection of this.connections.get(sessionId) ?? []) this.tell(sessionId, connection, event);
    }
  }

  private tell(sessionId: string, connection: Connection, event: StoredEvent): void {
    if (event.type === 'session.deleted') {
      connection.stream.send('erased', {});
      connection.stream.end();
    } else if (event.type === 'message.created') {
      void this.tellMessages(sessionId, connection);
    } else if (SHOWS_IN_SESSION.has(event.type)) {
      connection.work = connection.work
        .then(async () => {
          const session = await readVisitorSession(this.database, sessionId);
          connection.stream.send('session', session, String(connection.seq));
        })
        .catch(() => connection.stream.end());
    }
  }

  /** Without an id: what is not stored is no place to resume from. */
  private tellTyping({ from, sessionId, name, on }: Typing): void {
    if (from !== 'staff') return;
    for (const { stream } of this.connections.get(sessionId) ?? []) stream.send('typing', { name, on });
  }

  /** Everything new, read from the table: events may come in another order than the messages' seq. */
  private tellMessages(sessionId: string, connection: Connection): Promise<void> {
    connection.work = connection.work
      .then(async () => {
        let messages: MessageView[];
        do {
          messages = await readMessages(this.database, sessionId, connection.seq);
          for (const message of messages) {
            connection.seq = message.seq;
            connection.stream.send('message', message, String(message.seq));
          }
        } while (messages.length === TRANSCRIPT_MAX && connection.stream.isOpen);
      })
      // A stream that could not be told is cut; the widget comes back and catches up.
      .catch(() => connection.stream.end());
    return connection.work;
  }
}
