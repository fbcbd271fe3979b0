/**
 * What happened, for this process: one reader of the events table, woken by hints, handing each event on once and in
 * the order of commits. Live streams and caches listen to it.
 */
import type { Database } from '../db/knex.ts';
import { Listener } from '../db/listen.ts';
import { EVENTS_CHANNEL } from '../events/publish.ts';
import { errorForLog, type Logger } from '../log.ts';
import { comparePositions, eventEnds, eventsWaiting, readEvents, type StoredEvent } from './event-reader.ts';

/** Looks without a hint, in case one was lost. */
const POLL_MS = 2_000;
/** Looks again soon when something is committed but an older transaction is still running. */
const WAITING_MS = 25;

/** A restored backup counts transactions anew; events from before would stand in the future for ever. */
const FORGET_FOREIGN = 'DELETE FROM events WHERE xid >= pg_snapshot_xmax(pg_current_snapshot())';

export type EventListener = (events: StoredEvent[]) => Promise<void> | void;

export class EventFeed {
  /** Everything up to here was handed on. */
  position = '0-0';
  private readonly listeners = new Set<EventListener>();
  private readonly listener: Listener;
  private timer?: NodeJS.Timeout;
  private running?: Promise<void>;
  private again = false;
  private stopped = false;

  /** @param listener where, and the name of the connection there
   * @param others what else is heard over the same connection, by channel */
  constructor(
    private readonly database: Database,
    { url, name }: { url: string; name: string },
    private readonly log: Logger,
    others: Record<string, (payload: string) => void> = {},
  ) {
    this.listener = new Listener({
      url,
      name,
      channels: [EVENTS_CHANNEL, ...Object.keys(others)],
      log,
      onNotification: (channel, payload) =>
        channel === EVENTS_CHANNEL ? this.wake() : others[channel]?.(payload),
      onGap: () => this.wake(),
    });
  }

  async start(): Promise<void> {
    await this.database.raw(FORGET_FOREIGN);
    this.position = (await eventEnds(this.database)).newest;
    await this.listener.start();
    this.wake();
  }

  onEvents(listener: EventListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.listener.stop();
    await this.running;
  }

  private wake(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    clearTimeout(this.timer);
    this.running = this.pump().finally(() => {
      this.running = undefined;
      if (this.again) {
        this.again = false;
        this.wake();
      }
    });
  }

  private async pump(): Promise<void> {
    let next = POLL_MS;
    try {
      for (let events = await this.read(); events.length > 0; events = await this.read()) {
        // Moved first: who joins while these are handed on counts them as known, and reads the rows themselves.
        this.position = events.at(-1)!.position;
        for (const listener of this.listeners) await this.hand(listener, events);
      }
      if (await eventsWaiting(this.database)) next = WAITING_MS;
    } catch (error) {
      this.log.warn({ err: errorForLog(error) }, 'live updates could not be read');
    }
    if (!this.stopped) this.timer = setTimeout(() => this.wake(), next).unref();
  }

  /** One listener's trouble is not another's. */
  private async hand(listener: EventListener, events: StoredEvent[]): Promise<void> {
    try {
      await listener(events);
    } catch (error) {
      this.log.warn({ err: errorForLog(error) }, 'an event could not be handed on');
    }
  }

  private read(): Promise<StoredEvent[]> {
    return this.stopped ? Promise.resolve([]) : readEvents(this.database, this.position);
  }
}

/** Whether what came after this position can still be told. */
export async function canResume(database: Database, position: string): Promise<boolean> {
  const { newest, oldest } = await eventEnds(database);
  return comparePositions(position, oldest) >= 0 && comparePositions(position, newest) <= 0;
}
