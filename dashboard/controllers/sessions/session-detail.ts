/**
 * Loads one conversation for its host and keeps it true by live events.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SessionDetail } from '../../../backend/sessions/schema.ts';
import { isMissing, messageOf } from '../../api/client.ts';
import { type LiveChange, type LiveConnection, live } from '../../api/live.ts';
import { readSession } from '../../api/sessions.ts';
import { ChangesMeanwhile } from '../changes-meanwhile.ts';
import type { DetailStatus } from '../live-detail.ts';
import { applyToDetail } from './session-detail-state.ts';

export class SessionDetailController implements ReactiveController {
  detail: SessionDetail | null = null;
  status: DetailStatus = 'loading';
  /** Why it failed, in plain words. */
  problem = '';

  readonly #host: ReactiveControllerHost;
  readonly #live: LiveConnection;
  readonly #meanwhile = new ChangesMeanwhile();
  #id: string | null = null;
  #asked: AbortController | undefined;
  #askedBeforeOpen = false;
  #loading = false;
  #stops: (() => void)[] = [];

  constructor(host: ReactiveControllerHost, connection = live) {
    this.#host = host;
    this.#live = connection;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stops = [
      this.#live.subscribe((change) => this.#onChange(change)),
      this.#live.state.subscribe((state) => {
        if (state === 'open' && this.#askedBeforeOpen) void this.#load();
      }),
    ];
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    this.#asked?.abort();
  }

  /** Shows another conversation; does nothing when it is the one that is open. */
  show(id: string): void {
    if (id === this.#id) return;
    this.#id = id;
    this.reload();
  }

  reload(): void {
    this.detail = null;
    this.status = 'loading';
    void this.#load();
  }

  async #load(): Promise<void> {
    if (this.#id === null) return;
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    this.#askedBeforeOpen = this.#live.state.value !== 'open';
    this.#loading = true;
    this.#meanwhile.start();
    this.#host.requestUpdate();
    let again = false;
    try {
      this.detail = await readSession(this.#id, asked.signal);
      this.status = 'ready';
      for (const change of this.#meanwhile.take()) again = this.#apply(change) || again;
    } catch (error) {
      if (asked.signal.aborted) return;
      this.#fail(error);
    }
    this.#loading = false;
    this.#host.requestUpdate();
    if (again) void this.#load();
  }

  #fail(error: unknown): void {
    if (isMissing(error)) {
      this.status = this.detail ? 'gone' : 'not-found';
      this.detail = null;
      return;
    }
    this.problem = messageOf(error);
    // What it was to be read for is not known yet: it is read again when the connection stands.
    this.#askedBeforeOpen = true;
    // What is shown stays, when only a second reading failed; the banner speaks of the connection.
    if (!this.detail) this.status = 'failed';
  }

  #onChange(change: LiveChange): void {
    this.#meanwhile.note(change);
    if (!this.detail) return;
    const before = this.detail;
    const reload = this.#apply(change);
    if (this.detail !== before) this.#host.requestUpdate();
    // One that is on its way will hear of this change when it arrives.
    if (reload && !this.#loading) void this.#load();
  }

  #apply(change: LiveChange): boolean {
    if (!this.detail) return false;
    const step = applyToDetail(this.detail, change);
    this.detail = step.detail;
    if (!step.detail) this.status = 'gone';
    return step.reload;
  }
}
