/** Loads one lead for its host and keeps it true by live events. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LeadDetail } from '../../backend/leads/schema.ts';
import { ApiError, messageOf } from '../api/client.ts';
import { readLead } from '../api/leads.ts';
import { type LiveChange, live } from '../api/live.ts';

export type LeadStatus = 'loading' | 'ready' | 'not-found' | 'gone' | 'failed';

export class LeadDetailController implements ReactiveController {
  lead: LeadDetail | null = null;
  status: LeadStatus = 'loading';
  /** Why it failed, in plain words. */
  problem = '';

  readonly #host: ReactiveControllerHost;
  #id: string | null = null;
  #asked: AbortController | undefined;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = live.subscribe((change) => this.#onChange(change));
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#asked?.abort();
  }

  /** Shows another lead; does nothing when it is the one that is open. */
  show(id: string): void {
    if (id === this.#id) return;
    this.#id = id;
    this.reload();
  }

  reload(): void {
    this.lead = null;
    this.status = 'loading';
    void this.#load();
  }

  /** Takes what a save answered. */
  take(lead: LeadDetail): void {
    if (lead.id !== this.#id) return;
    this.#asked?.abort();
    this.lead = lead;
    this.#host.requestUpdate();
  }

  async #load(): Promise<void> {
    if (this.#id === null) return;
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    this.#host.requestUpdate();
    try {
      this.lead = await readLead(this.#id, asked.signal);
      this.status = 'ready';
    } catch (error) {
      if (asked.signal.aborted) return;
      this.#fail(error);
    }
    this.#host.requestUpdate();
  }

  #fail(error: unknown): void {
    if (error instanceof ApiError && error.status === 404) {
      this.status = this.lead ? 'gone' : 'not-found';
      this.lead = null;
      return;
    }
    this.problem = messageOf(error);
    if (!this.lead) this.status = 'failed';
  }

  #onChange({ name, data }: LiveChange): void {
    if (name === 'resync') void this.#load();
    if (!this.lead || data.sessionId !== this.lead.sessionId) return;
    if (name.startsWith('lead.') || name === 'session.deleted' || name === 'session.updated')
      void this.#load();
  }
}
