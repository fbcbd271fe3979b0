/**
 * Somebody who follows a live stream through everything: comes back after each cut and goes on from the last event
 * that arrived, as an EventSource does.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { EventReader, type ServerEvent } from '../event-reader.ts';

export class Follower {
  readonly events: ServerEvent[] = [];
  /** How often it was cut off. */
  cuts = 0;
  private reader?: EventReader;
  private isOver = false;
  private readonly following: Promise<void>;

  /** @param request where and how to ask for what came after the last id */
  constructor(private readonly request: (lastId: string | undefined) => [url: string, init: RequestInit]) {
    this.following = this.follow();
  }

  /** Cut off, once. */
  cut(): void {
    this.reader?.close();
  }

  close(): Promise<void> {
    this.isOver = true;
    this.reader?.close();
    return this.following;
  }

  /** All that came so far. */
  get all(): ServerEvent[] {
    return [...this.events, ...(this.reader?.events ?? [])];
  }

  private async follow(): Promise<void> {
    while (!this.isOver) {
      const lastId = this.events.findLast(({ id }) => id !== undefined)?.id;
      try {
        this.reader = await EventReader.open(...this.request(lastId));
        await this.reader.end(3_600_000);
        this.events.push(...this.reader.events);
        this.cuts += 1;
      } catch {
        await wait(50);
      }
      this.reader = undefined;
    }
  }
}
