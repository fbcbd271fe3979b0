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
  /** Calls that got no answer and were sent once more. */
  sentAgain = 0;
  /** Why it broke off; the samples end with it, and `end` throws it. */
  failure: { reason: unknown } | null = null;
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
    ]).catch((reason: unknown) => {
      this.failure = { reason };
      this.isOver = true;
    });
  }

  /** Lets everybody finish what they are saying. Staff go on following. */
  async end(): Promise<void> {
    this.isOver = true;
    await this.running;
    if (this.failure) throw this.failure.reason;
  }

  private async visit(number: number): Promise<void> {
    await wait((number * PAUSE_MS) / VISITORS);
    while (!this.isOver) {
      const visitor = await this.keepTrying(() => VisitorClient.start(this.url, this.siteKey));
      const live = await EventReader.open(`${this.url}/api/v1/visitor/session/events`, {
        headers: { authorization: `Bearer ${visitor.token}` },
      });
      await this.talk(visitor);
      live.close();
    }
  }

  private async talk(visitor: VisitorClient): Promise<void> {
    for (let line = 0; line < LINES && !this.isOver; line++) {
      const id = randomUUID();
      await this.keepTrying(() => visitor.say(`line ${line}`, id));
      this.promised.set(visitor.sessionId, line + 1);
      await wait(PAUSE_MS);
    }
    const { status } = await this.keepTrying(() => visitor.call('/session/complete', { method: 'POST' }));
    if (status < 300) this.completed.add(visitor.sessionId);
  }

  /** As the chat does: what got no answer at all is sent again. A resting connection may be closed at any moment. */
  private async keepTrying<T>(work: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++)
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof TypeError) || tries === 3) throw error;
        this.sentAgain++;
      }
  }

  private async cutStaff(): Promise<void> {
    for (let turn = 0; !this.isOver; turn++) {
      await wait(CUT_EVERY_MS);
      this.staff[turn % STAFF]!.cut();
    }
  }
}
