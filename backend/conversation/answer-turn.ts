/**
 * One turn from the visitor's stored words to the stored reply: load, get an answer, finish. When the agent fails or
 * takes too long, the visitor gets the site's fallback text instead of silence or half a sentence, and the answer is
 * owed to them: see owed-turns.
 */
import type { Agents } from '../agents/registry.ts';
import type { Database } from '../db/knex.ts';
import type { EventHint } from '../events/hint.ts';
import type { Logger } from '../log.ts';
import type { SiteCache } from '../sites/site-cache.ts';
import { fallbackOutcome, neverFinished } from './faults.ts';
import { finishTurn } from './finish-turn.ts';
import { getAnswer } from './get-answer.ts';
import { type LoadedTurn, loadTurn } from './load-turn.ts';
import { postponeOwed } from './owed-turns.ts';
import type { RunningTurns } from './running-turns.ts';
import { keepingTurn, releaseTurn, TRIES_MAX } from './turn-lease.ts';
import type { TurnMetrics } from './turn-metrics.ts';

export interface ConversationDeps {
  database: Database;
  agents: Agents;
  sites: SiteCache;
  hint: EventHint;
  turns: RunningTurns;
  log: Logger;
  turnMetrics: TurnMetrics;
}

/** Gets the pieces of the reply while it is being made; the stored message takes their place at the end. */
export type DeltaSink = (text: string) => void;

/**
 * Answers the turn that this process has taken. The turn is given back whatever happens; one that is broken off by a
 * person's takeover or by the end of this process leaves nothing.
 * @param known what there is to answer, where whoever took the turn has read it already
 * @returns whether the turn ended with something stored
 */
export async function answerTurn(
  deps: ConversationDeps,
  sessionId: string,
  turnId: string,
  onDelta: DeltaSink = () => {},
  known?: LoadedTurn,
): Promise<boolean> {
  const { database, turns } = deps;
  const since = performance.now();
  const stopped = turns.begin(sessionId, turnId);
  try {
    return await keepingTurn(database, sessionId, turnId, async () => {
      const loaded = known ?? (await loadTurn(database, sessionId, turnId));
      if (!loaded) return false;
      const site = await deps.sites.byId(loaded.siteId);
      if (!site) return false;
      const outcome =
        loaded.tries > TRIES_MAX
          ? fallbackOutcome(site, loaded, neverFinished())
          : await getAnswer(deps, site, loaded, stopped, onDelta);
      if (stopped.aborted) {
        await releaseTurn(database, sessionId, turnId, false);
        deps.turnMetrics.ended(site.agent.kind, 'broken_off', since);
        return false;
      }
      const turn = { ...loaded, sessionId, turnId };
      // Its settings may have been changed while the agent thought: what was learned is judged by those of now.
      const siteNow = (await deps.sites.byId(site.id)) ?? site;
      const isPutOff = outcome.fault && loaded.isOwed;
      if (isPutOff) await postponeOwed(database, turn, site, outcome.fault!, outcome.pausedUntil);
      const isStored = !isPutOff && (await finishTurn(database, turn, siteNow, outcome));
      const end = isPutOff ? 'put_off' : !isStored ? 'broken_off' : outcome.fault ? 'fallback' : 'answered';
      deps.turnMetrics.ended(site.agent.kind, end, since);
      deps.hint();
      return isStored;
    });
  } catch (error) {
    await releaseTurn(database, sessionId, turnId, true).catch(() => {});
    throw error;
  } finally {
    turns.end(turnId);
  }
}
