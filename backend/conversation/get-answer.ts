/**
 * An answer within the site's time, whatever the agent does: asked, asked once more where that may help, and left
 * alone while it is known to be down. What comes out is always something to tell the visitor.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { errorForLog } from '../log.ts';
import type { Site } from '../models/site.ts';
import type { ConversationDeps, DeltaSink } from './answer-turn.ts';
import { askAgent } from './ask-agent.ts';
import { askPermit } from './circuit-breaker.ts';
import { asFault, fallbackOutcome } from './faults.ts';
import type { TurnOutcome } from './finish-turn.ts';
import type { TurnToAnswer } from './load-turn.ts';

/** Before the second try. */
const BREATH_MS = 400;
/** A second try with less time than this would only be a second timeout. */
const WORTH_MS = 2_000;

/** With `fault` when it is only the fallback. What it resolves to after `stopped` is not to be stored. */
export async function getAnswer(
  deps: ConversationDeps,
  site: Site,
  loaded: TurnToAnswer,
  stopped: AbortSignal,
  onDelta: DeltaSink,
): Promise<TurnOutcome> {
  const { database, log } = deps;
  const until = Date.now() + site.agent.replyTimeoutSeconds * 1000;
  let wasShown = false;
  const ask = async () =>
    askAgent({
      ...{ agent: deps.agents.of(site.agent.kind), loaded, site, database, until, stopped },
      onDelta(text) {
        wasShown = true;
        onDelta(text);
      },
    });
  // An answer that is tried again later has its own pauses between the tries.
  for (let triesLeft = loaded.isOwed ? 1 : 2; ; ) {
    const permit = await askPermit(database, site);
    if (permit.refused) {
      const { fault, until: pausedUntil } = permit.refused;
      return { ...fallbackOutcome(site, loaded, fault), pausedUntil };
    }
    const answer = await ask().catch((error: unknown) => ({ error }));
    if (!('error' in answer)) {
      await permit.succeeded();
      return answer;
    }
    const fault = asFault(answer.error);
    if (stopped.aborted) return fallbackOutcome(site, loaded, fault);
    const about = { sessionId: loaded.session.id, kind: site.agent.kind, code: fault.code };
    log.warn({ ...about, err: errorForLog(answer.error) }, 'the agent could not answer');
    await permit.failed(fault);
    triesLeft--;
    const mayGoWell = fault.isPassing && !wasShown && until - Date.now() > WORTH_MS;
    if (triesLeft === 0 || !mayGoWell) return fallbackOutcome(site, loaded, fault);
    await wait(BREATH_MS, undefined, { signal: stopped }).catch(() => {});
  }
}
