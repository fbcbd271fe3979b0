/**
 * Takes up runs, a few at once. A run is leased as a visitor's turn is: whoever is at it says so again and again, and
 * the run of a killed process is begun anew by another, but not for ever.
 */
import { uuidv7 } from 'uuidv7';
import { runStatement } from '../db/sql.ts';
import { WorkLoop } from '../jobs/work-loop.ts';
import { errorForLog, type Logger } from '../log.ts';
import type { PlayDeps } from './play.ts';
import { runAll } from './run.ts';
import { finishRun, LostRun, RunStep } from './run-steps.ts';

const AT_ONCE = 2;
const LOOK_EVERY_MS = 700;
const RENEW_EVERY_MS = 5_000;
const LEASE_SECONDS = 20;
/** A run that brings its process down must not bring down the next one. */
const ATTEMPTS = 3;

const CLAIM = {
  name: 'claim-replay',
  text: `UPDATE replay_runs SET status = 'running', taken_by = $1, attempts = attempts + 1,
      taken_until = now() + interval '${LEASE_SECONDS} seconds'
    WHERE id = (SELECT id FROM replay_runs WHERE finished_at IS NULL AND coalesce(taken_until < now(), true)
      ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, attempts`,
};
const RENEW = {
  name: 'renew-replay',
  text: `UPDATE replay_runs SET taken_until = now() + interval '${LEASE_SECONDS} seconds'
    WHERE id = $1 AND taken_by = $2`,
};
const RELEASE = {
  name: 'release-replay',
  text: `UPDATE replay_runs SET status = 'waiting', taken_by = NULL, taken_until = NULL, attempts = attempts - 1
    WHERE id = $1 AND taken_by = $2 AND finished_at IS NULL`,
};

export class ReplayRunner {
  private readonly loop: WorkLoop;

  constructor(private readonly deps: PlayDeps & { log: Logger }) {
    this.loop = new WorkLoop(
      LOOK_EVERY_MS,
      () => this.takeUp(),
      (error) => deps.log.warn({ err: errorForLog(error) }, 'runs could not be looked for'),
    );
  }

  start(): void {
    this.loop.start();
  }

  /** Breaks off what is under way; another process, or the next start, begins it anew. */
  stop(): Promise<void> {
    return this.loop.stop();
  }

  private async takeUp(): Promise<void> {
    while (this.loop.size < AT_ONCE) {
      const worker = uuidv7();
      const [run] = await runStatement<{ id: string; attempts: number }>(this.deps.database, CLAIM, [worker]);
      if (!run) return;
      const running = this.run(new RunStep(this.deps.database, run.id, worker), run.attempts).catch((error) =>
        this.deps.log.warn({ runId: run.id, err: errorForLog(error) }, 'a run could not be ended'),
      );
      this.loop.hold(running);
    }
  }

  private async run(step: RunStep, attempts: number): Promise<void> {
    const { database, log } = this.deps;
    if (attempts > ATTEMPTS)
      return finishRun(step, 'It was broken off again and again. Please try it later.');
    const held = [step.runId, step.worker];
    const renewing = setInterval(() => {
      runStatement(database, RENEW, held).catch(() => {});
    }, RENEW_EVERY_MS);
    try {
      await runAll(this.deps, step, this.loop.signal);
    } catch (error) {
      if (this.loop.signal.aborted) await runStatement(database, RELEASE, held);
      else if (!(error instanceof LostRun)) {
        log.error({ runId: step.runId, err: errorForLog(error) }, 'a run failed');
        await finishRun(step, 'Parlour itself stumbled over this run. Its log says more.');
      }
    } finally {
      clearInterval(renewing);
    }
  }
}
