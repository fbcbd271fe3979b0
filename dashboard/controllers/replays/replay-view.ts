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
  /** The run that is shown, or is being read to be. */
  #runId = '';
  /** The run whose answers were accepted here; what is read of it still says how it ended. */
  #accepted = '';
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
      if (name === 'resync' || (name === 'replay.changed' && runId === this.#runId)) void this.#follow();
    });
  }

  hostDisconnected(): void {
    this.#stop();
  }

  /** Shows the run that is named, or else starts a new one. */
  async show(sessionId: string, runId: string | null): Promise<void> {
    this.#sessionId = sessionId;
    this.#runId = '';
    Object.assign(this, { session: null, run: null, result: null, case: null, problem: '' });
    await this.#try(async () => {
      const [{ session }, list] = await Promise.all([
        request<{ session: SessionView }>('GET', `/sessions/${encodeURIComponent(sessionId)}`),
        listReplays(sessionId),
      ]);
      if (sessionId !== this.#sessionId) return;
      this.session = session;
      this.case = list.case ?? null;
      await this.#open(runId ?? (await startReplay(sessionId)).id, sessionId);
    });
  }

  async start(): Promise<void> {
    const sessionId = this.#sessionId;
    await this.#try(async () => this.#open((await startReplay(sessionId)).id, sessionId));
  }

  /** What this run answered is expected from now on: nothing differs from it any more. */
  accept(runId: string): void {
    this.#accepted = runId;
    if (this.run && this.result) this.#take(this.run, this.result);
    this.#host.requestUpdate();
  }

  #take(run: RunView, result: ResultView): void {
    this.run = run;
    this.result = run.id === this.#accepted ? { ...result, outcome: 'same' } : result;
  }

  /** Shows a run, unless the person has gone on to another conversation meanwhile. */
  async #open(id: string, sessionId: string): Promise<void> {
    if (sessionId !== this.#sessionId) return;
    this.#runId = id;
    await this.#read();
  }

  async #follow(): Promise<void> {
    if (this.#runId) await this.#read();
  }

  /** A run may end while it is read for the first time: what is told meanwhile has it read once more. */
  async #read(): Promise<void> {
    this.#again = true;
    if (this.#reading) return;
    this.#reading = true;
    while (this.#again) {
      this.#again = false;
      const id = this.#runId;
      try {
        const run = await readRun(id);
        const own = run.results.find(({ sessionId }) => sessionId === this.#sessionId);
        const result = await readResult(id, own?.number ?? 1);
        if (id === this.#runId) this.#take(run, result);
      } catch (error) {
        if (id === this.#runId) this.problem = messageOf(error);
      }
      this.#host.requestUpdate();
    }
    this.#reading = false;
  }

  async #try(work: () => Promise<void>): Promise<void> {
    const sessionId = this.#sessionId;
    try {
      await work();
    } catch (error) {
      if (sessionId === this.#sessionId) this.problem = messageOf(error);
    }
    this.#host.requestUpdate();
  }
}
