/**
 * The streams of signed-in staff and of keys: every change they may know of, resumable by Last-Event-ID.
 */
import type { Context } from 'koa';
import type { Database } from '../db/knex.ts';
import { EventStream, formatEvent } from '../http/event-stream.ts';
import type { Principal } from '../http/principal.ts';
import { liveData, lookUp, type Rows } from './enrich.ts';
import { canResume, type EventFeed } from './event-feed.ts';
import { comparePositions, parsePosition, readEvents, type StoredEvent } from './event-reader.ts';
import type { VisitorTyping } from './schema.ts';
import type { Typing, TypingFeed } from './typing-feed.ts';

/** Events of these kinds concern the server itself. */
const INTERNAL = new Set(['staff.changed', 'staff.invited', 'staff.reset_requested', 'api_key.revoked']);
/** Who missed more than this loads the page's data anew instead. */
const CATCH_UP_MAX = 2_000;

interface Connection {
  stream: EventStream;
  principal: Principal;
  position: string;
  /** Nothing is told after this moment: a stream outlives the sign-in it was opened with no more than a request does. */
  until: number;
  /** While it catches up: what happened meanwhile, told afterwards. Null once it is up to date. */
  pending: Array<{ event: StoredEvent; text: string }> | null;
}

export class StaffStreams {
  private readonly connections = new Set<Connection>();

  constructor(
    private readonly database: Database,
    private readonly feed: EventFeed,
    typing: TypingFeed,
    private readonly access: {
      isStillAllowed(principal: Principal): Promise<boolean>;
      signedInUntil(principal: Principal): Promise<number>;
    },
  ) {
    feed.onEvents((events) => this.handOrCut(events));
    typing.onTyping((news) => this.tellTyping(news));
  }

  /** Opens a stream. Returns when it is caught up; the stream stays. */
  async open(ctx: Context, principal: Principal): Promise<void> {
    const asked = ctx.get('last-event-id') || (ctx.query.lastEventId as string | undefined);
    const stream = new EventStream(ctx);
    const connection: Connection = {
      ...{ stream, principal, position: this.feed.position, pending: null },
      until: Number.POSITIVE_INFINITY,
    };
    stream.onClose(() => this.connections.delete(connection));
    this.connections.add(connection);
    if (asked) await this.catchUp(connection, asked);
    // The first id a client holds, so that a cut before any event can resume too.
    stream.send('ready', {}, connection.position);
    connection.until = await this.access.signedInUntil(principal);
  }

  private async catchUp(connection: Connection, asked: string): Promise<void> {
    connection.pending = [];
    await this.readMissed(connection, asked);
    const { pending } = connection;
    connection.pending = null;
    for (const { event, text } of pending) this.tell(connection, event, text);
  }

  private async readMissed(connection: Connection, asked: string): Promise<void> {
    const from = parsePosition(asked);
    if (!from || !(await canResume(this.database, from))) return this.resync(connection);
    connection.position = from;
    for (let told = 0; told <= CATCH_UP_MAX; ) {
      const events = await readEvents(this.database, connection.position);
      if (events.length === 0) return;
      told += events.length;
      const rows = await lookUp(this.database, events);
      for (const event of events) this.tell(connection, event, textOf(event, rows));
    }
    this.resync(connection);
  }

  private resync(connection: Connection): void {
    connection.position = this.feed.position;
    connection.stream.send('resync', {}, connection.position);
  }

  /** Who could not be told, or asked about, is cut; they come back and catch up, as the feed does not tell it again. */
  private async handOrCut(events: StoredEvent[]): Promise<void> {
    try {
      await this.hand(events);
    } catch (error) {
      for (const { stream } of this.connections) stream.end();
      throw error;
    }
  }

  private async hand(events: StoredEvent[]): Promise<void> {
    await this.dropWhoLostAccess(events);
    if (this.connections.size === 0) return;
    const rows = await lookUp(this.database, events);
    for (const event of events) {
      if (INTERNAL.has(event.type)) continue;
      const text = textOf(event, rows);
      for (const connection of this.connections) {
        if (connection.pending) connection.pending.push({ event, text });
        else this.tell(connection, event, text);
      }
    }
  }

  /** Each event once, whatever brings it: the table while catching up, the feed afterwards. */
  private tell(connection: Connection, event: StoredEvent, text: string): void {
    if (endIfOver(connection) || comparePositions(event.position, connection.position) <= 0) return;
    connection.position = event.position;
    if (INTERNAL.has(event.type) || !mayKnow(connection.principal, event)) return;
    connection.stream.write(text);
  }

  /** Without an id: what is not stored is no place to resume from. */
  private tellTyping({ from, sessionId, siteId, on }: Typing): void {
    if (from !== 'visitor') return;
    const text = formatEvent('visitor.typing', { sessionId, on } satisfies VisitorTyping);
    for (const connection of this.connections)
      if (!endIfOver(connection) && mayKnow(connection.principal, { siteId })) connection.stream.write(text);
  }

  /** A sign-out, a disabled account, another role or a revoked key ends the streams that hang on it at once. */
  private async dropWhoLostAccess(events: StoredEvent[]): Promise<void> {
    const changed = new Set(
      events.flatMap(({ type, data }) =>
        type === 'staff.changed' ? data.userId : type === 'api_key.revoked' ? data.keyId : [],
      ),
    );
    if (changed.size === 0) return;
    for (const { principal, stream } of this.connections) {
      const id = principal.kind === 'staff' ? principal.userId : principal.keyId;
      if (changed.has(id) && !(await this.access.isStillAllowed(principal))) stream.end();
    }
  }
}

function endIfOver({ stream, until }: Connection): boolean {
  if (Date.now() < until) return false;
  stream.end();
  return true;
}

function mayKnow(principal: Principal, event: Pick<StoredEvent, 'siteId'>): boolean {
  return principal.kind === 'staff' || principal.siteId === null || principal.siteId === event.siteId;
}

const textOf = (event: StoredEvent, rows: Rows) =>
  formatEvent(event.type, liveData(event, rows), event.position);
