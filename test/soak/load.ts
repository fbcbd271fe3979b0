/**
 * Steady load: visitors who talk, leave their address and go, each with a live stream; staff who follow everything
 * and are cut off now and then. It remembers what was promised, so that the end can be compared with the database.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { EventReader } from '../support/event-reader.ts';
import { Follower } from '../support/faults/follower.ts';
import type { StaffClient } from '../support/staff-client.ts';
import { VisitorClient } from '../support/visitor-client.ts';

const VISITORS = 20;
const STAFF = 3;
const LINES = 12;
const PAUSE_MS = 700;
const CUT_EVERY_MS = 5_000;

export class Load {
  /** How many lines of each conversation were promised. */
  readonly promised = new Map<string, number>();
  /** Conversations whose end was promised. */
  readonly completed = new Set<string>();
  readonly staff: Follower[];
  private isOver = false;
  private readonly running: Promise<unknown>;

  constructor(
    private readonly url: string,
    private readonly siteKey: string,
    admin: StaffClient,
  ) {
    this.staff = Array.from(
      { length: STAFF },
      () =>
        new Follower((lastId) => [
          `${url}/api/v1/live`,
          { headers: { ...admin.headers, ...(lastId && { 'last-event-id': lastId }) } },
        ]),
    );
    this.running = Promise.all([
      ...Array.from({ length: VISITORS }, (_, number) => this.visit(number)),
      this.cutStaff(),
    ]);
  }

  /** Lets everybody finish what they are saying. Staff go on following. */
  async end(): Promise<void> {
    this.isOver = true;
    await this.running;
  }

  private async visit(number: number): Promise<void> {
    await wait((number * PAUSE_MS) / VISITORS);
    while (!this.isOver) {
      const visitor = await VisitorClient.start(this.url, this.siteKey);
      const live = await EventReader.open(`${this.url}/api/v1/visitor/session/events`, {
        headers: { authorization: `Bearer ${visitor.token}` },
      });
      await this.talk(visitor);
      live.close();
    }
  }

  private async talk(visitor: VisitorClient): Promise<void> {
    for (let line = 0; line < LINES && !this.isOver; line++) {
      await visitor.say(`line ${line}`, randomUUID());
      this.promised.set(visitor.sessionId, line + 1);
      await wait(PAUSE_MS);
    }
    const { status } = await visitor.call('/session/complete', { method: 'POST' });
    if (status < 300) this.completed.add(visitor.sessionId);
  }

  private async cutStaff(): Promise<void> {
    for (let turn = 0; !this.isOver; turn++) {
      await wait(CUT_EVERY_MS);
      this.staff[turn % STAFF]!.cut();
    }
  }
}
