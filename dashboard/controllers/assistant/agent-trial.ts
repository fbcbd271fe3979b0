/**
 * A conversation with an assistant whose settings need not be saved. It lives here alone: each turn sends all of it,
 * and nothing is kept once the page is left.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SitePatch } from '../../../backend/sites/schema.ts';
import type { TrialAnswer } from '../../../backend/trials/schema.ts';
import { tryAgent } from '../../api/agents.ts';
import { messageOf } from '../../api/client.ts';

export interface TrialLine {
  role: 'visitor' | 'assistant';
  text: string;
  choices?: string[];
  /** Titles of the knowledge that was used. */
  from?: string[];
  tookMs?: number | null;
  fault?: TrialAnswer['fault'];
}

export class AgentTrial implements ReactiveController {
  lines: TrialLine[] = [];
  lead: Record<string, string> = {};
  completed = false;
  wantsPerson = false;
  waiting = false;
  /** Why the last turn did not get through to Parlour. */
  problem = '';

  readonly #host: ReactiveControllerHost;
  #trialId: string | undefined;
  #state: unknown;
  #asking = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#asking.abort();
  }

  get hasBegun(): boolean {
    return this.lines.length > 0;
  }

  /** Begins anew with the greeting. */
  async reset(siteId: string, patch: SitePatch | undefined): Promise<void> {
    this.#asking.abort();
    this.lines = [];
    this.lead = {};
    this.completed = this.wantsPerson = false;
    this.#trialId = this.#state = undefined;
    await this.#turn(siteId, patch);
  }

  async say(siteId: string, patch: SitePatch | undefined, text: string): Promise<void> {
    if (this.waiting) return;
    this.lines = [...this.lines, { role: 'visitor', text }];
    await this.#turn(siteId, patch);
  }

  async #turn(siteId: string, patch: SitePatch | undefined): Promise<void> {
    const asking = new AbortController();
    this.#asking = asking;
    this.#changed({ waiting: true, problem: '' });
    try {
      const answer = await tryAgent(
        siteId,
        {
          ...(patch && { patch }),
          messages: this.lines.map(({ role, text }) => ({ role, text })),
          trialId: this.#trialId,
          lead: this.lead,
          state: this.#state,
          completed: this.completed,
        },
        asking.signal,
      );
      if (!asking.signal.aborted) this.#take(answer);
    } catch (error) {
      if (asking.signal.aborted) return;
      // What was not answered is typed again rather than sent twice.
      const isVisitors = this.lines.at(-1)?.role === 'visitor';
      if (isVisitors) this.lines = this.lines.slice(0, -1);
      this.#changed({ waiting: false, problem: messageOf(error) });
    }
  }

  #take({ trialId, replies, lead, completed, wantsPerson, state, tookMs, fault }: TrialAnswer): void {
    this.#trialId = trialId;
    this.#state = state;
    const last = replies.length - 1;
    const said = replies.map(
      ({ text, choices, knowledge }, at): TrialLine => ({
        role: 'assistant',
        text,
        ...(choices && { choices }),
        ...(knowledge && { from: knowledge.map(({ title }) => title) }),
        ...(at === last && { tookMs, fault }),
      }),
    );
    const known = { lead, completed, wantsPerson: this.wantsPerson || wantsPerson };
    this.#changed({ ...known, lines: [...this.lines, ...said], waiting: false });
  }

  #changed(change: Partial<AgentTrial>): void {
    Object.assign(this, change);
    this.#host.requestUpdate();
  }
}
