/**
 * The background side: every job and timetable by name.
 */

import type { ConversationDeps } from './conversation/answer-turn.ts';
import { recoverTurns } from './conversation/recover-turns.ts';
import type { Database } from './db/knex.ts';
import { Carrier } from './deliveries/carrier.ts';
import type { Senders } from './deliveries/sender.ts';
import type { Outgoing } from './http/outgoing.ts';
import { forgetFaults } from './incidents/jobs.ts';
import { planSummaries } from './integrations/email/jobs.ts';
import { forgetOutbox } from './integrations/email/outbox.ts';
import { type EmailDeps, emailSender } from './integrations/email/send.ts';
import { processMessengerEvents } from './integrations/messenger/process.ts';
import { messengerSender } from './integrations/messenger/send.ts';
import { mondaySender } from './integrations/monday/send.ts';
import { forgetPreviousSecrets } from './integrations/webhook/rotate.ts';
import { webhookSender } from './integrations/webhook/send.ts';
import type { Job, Queue } from './jobs/queue.ts';
import { tidyUp } from './jobs/tidy-up.ts';
import type { Keys } from './keys.ts';
import { rescoreLeads } from './leads/rescore.ts';
import { errorForLog, type Logger } from './log.ts';
import type { Erasures } from './privacy/erasures.ts';
import { applyRetention, forgetOld } from './privacy/jobs.ts';
import { ReplayRunner } from './replays/runner.ts';
import { refreshQueue } from './reviews/queue/jobs.ts';
import { followEvents } from './stats/jobs.ts';
import { syncInBackground } from './sync/pass.ts';
import { handBackUnanswered } from './takeover/jobs.ts';
import { tellOfWaiting } from './takeover/tell-waiting.ts';

const RECOVER_EVERY_MS = 4_000;
const HAND_BACK_EVERY_MS = 5_000;
/** Whoever reads figures brings them up to date first: this only keeps that short. */
const FOLLOW_EVERY_MS = 10_000;
const REFRESH_QUEUE_EVERY_MS = 3_000;
const RESCORE_EVERY_MS = 1_000;
/** Somebody waits for the answer. */
const MESSENGER_EVERY_MS = 300;

export interface WorkerDeps extends ConversationDeps {
  database: Database;
  queue: Queue;
  outgoing: Outgoing;
  erasures: Erasures;
  /** Opens the secrets of sites (sites/secrets). */
  secretKey: Keys;
  /** Of the hashes of what was written on Monday. */
  markKeys: Keys;
  /** Where links to the dashboard begin. */
  publicUrl: string;
  log: Logger;
  /** What mails need: who sends them, and the keys of links and addresses. */
  email: EmailDeps;
  /** How many conversations are put into the review queue at random. */
  reviewSamplePercent: number;
}

export interface Worker {
  /** Waits for what is running. */
  stop(): Promise<void>;
}

/** Takes jobs and looks after what was left behind, until it is stopped. */
export async function startWorker(deps: WorkerDeps): Promise<Worker> {
  const processEvents = () => processMessengerEvents(deps);
  const jobs: Job[] = [
    {
      name: 'sync',
      cron: '* * * * *',
      run: (_, signal) => syncInBackground({ ...deps, processEvents }, signal),
    },
    { name: 'plan-summaries', cron: '*/15 * * * *', run: () => planSummaries(deps.database) },
    { name: 'forget-outbox', cron: '57 * * * *', run: () => forgetOutbox(deps.database) },
    { name: 'tidy-up', cron: '17 * * * *', run: () => tidyUpAll(deps.database) },
    { name: 'forget-old', cron: '27 * * * *', run: () => forgetAllOld(deps.database) },
    { name: 'keep-erasures', cron: '37 * * * *', run: () => deps.erasures.catchUp() },
    {
      name: 'apply-retention',
      cron: '47 * * * *',
      run: (_, signal) => applyRetention(deps.database, signal),
    },
  ];
  await deps.queue.work(jobs);
  // Too often for the queue's timetable, which knows minutes.
  const recovering = every(RECOVER_EVERY_MS, deps.log, () => recoverTurns(deps));
  const handingBack = every(HAND_BACK_EVERY_MS, deps.log, async () => {
    await tellOfWaiting(deps);
    await handBackUnanswered(deps);
  });
  const refreshing = every(REFRESH_QUEUE_EVERY_MS, deps.log, () =>
    refreshQueue(deps.database, deps.reviewSamplePercent),
  );
  const rescoring = every(RESCORE_EVERY_MS, deps.log, () => rescoreLeads(deps.database));
  const listening = every(MESSENGER_EVERY_MS, deps.log, processEvents);
  const stopping = new AbortController();
  const following = every(FOLLOW_EVERY_MS, deps.log, () => followEvents(deps.database, stopping.signal));
  const senders: Senders = {
    webhook: webhookSender(deps),
    monday: mondaySender(deps),
    email: emailSender(deps.email),
    messenger: messengerSender(deps),
  };
  const carrier = new Carrier(deps.database, senders, deps.log);
  carrier.start();
  const replays = new ReplayRunner(deps);
  replays.start();
  return {
    async stop() {
      stopping.abort();
      await Promise.all([
        carrier.stop(),
        replays.stop(),
        recovering.stop(),
        handingBack.stop(),
        refreshing.stop(),
        rescoring.stop(),
        listening.stop(),
        following.stop(),
      ]);
    },
  };
}

async function forgetAllOld(database: Database): Promise<void> {
  await forgetOld(database);
  await forgetFaults(database);
}

async function tidyUpAll(database: Database): Promise<void> {
  await tidyUp(database);
  await forgetPreviousSecrets(database);
}

/** Runs a task again and again, never twice at once. A failure is logged and the next run tries again. */
function every(
  milliseconds: number,
  log: Logger,
  task: () => Promise<unknown>,
): { stop(): Promise<unknown> } {
  let timer: NodeJS.Timeout;
  let running: Promise<unknown> = Promise.resolve();
  let isStopped = false;
  const plan = () => {
    if (!isStopped) timer = setTimeout(run, milliseconds);
  };
  const run = () => {
    running = task()
      .catch((error) => log.warn({ err: errorForLog(error) }, 'a repeated task failed'))
      .then(plan);
  };
  plan();
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}
