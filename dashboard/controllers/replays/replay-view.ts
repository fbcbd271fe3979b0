/** One conversation of a run for its host: found or started, and kept true while the run goes on. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ResultView, RunView } from '../../../backend/replays/schema.ts';
import type { SessionView } from '../../../backend/sessions/schema.ts';
import { messageOf, request } from '../../api/client.ts';
import { live } from '../../api/live.ts';
import { listReplays, readResult, readRun, startReplay } from '../../api/replays.ts';

export class ReplayView implements ReactiveController {
  session: SessionView | null = null;
  run: RunView | null = null;
  result: ResultView | null = null;
  /** The case that this conversation is kept as. */
  case: { id: string; name: string } | null = null;
  problem = '';

  readonly #host: ReactiveControllerHost;
  #stop = () => {};
  #reading = false;
  #again = false;
  #sessionId = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = live.subscribe(({ name, data }) => {
      const { runId } = data as { runId?: string };
      if (name === 'resync' || (name === 'replay.changed' && runId === this.run?.id)) void this.#follow();
    });
  }

  hostDisconnected(): void {
    this.#stop();
  }

  /** Shows the run that is named, or else starts a new one. */
  async show(sessionId: string, runId: string | null): Promise<void> {
    this.#sessionId = sessionId;
    Object.assign(this, { session: null, run: null, result: null, case: null, problem: '' });
    await this.#try(async () => {
      const [{ session }, list] = await Promise.all([
        request<{ session: SessionView }>('GET', `/sessions/${encodeURIComponent(sessionId)}`),
        listReplays(sessionId),
      ]);
      this.session = session;
      this.case = list.case ?? null;
      await this.#read(runId ?? (await startReplay(sessionId)).id);
    });
  }

  async start(): Promise<void> {
    await this.#try(async () => this.#read((await startReplay(this.#sessionId)).id));
  }

  async #follow(): Promise<void> {
    if (!this.run || this.#reading) {
      this.#again = true;
      return;
    }
    this.#reading = true;
    await this.#try(() => this.#read(this.run!.id));
    this.#reading = false;
    if (this.#again) {
      this.#again = false;
      void this.#follow();
    }
  }

  async #read(id: string): Promise<void> {
    const run = await readRun(id);
    const own = run.results.find(({ sessionId }) => sessionId === this.#sessionId);
    this.result = await readResult(id, own?.number ?? 1);
    this.run = run;
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.problem = messageOf(error);
    }
    this.#host.requestUpdate();
  }
}
