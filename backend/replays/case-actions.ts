/**
 * Keeping conversations as cases: what was right once has to stay right. A case holds a visitor's words and belongs to
 * the conversation; it goes with it.
 */
import { uuidv7 } from 'uuidv7';
import { type Database, isUniqueViolation, type Transaction } from '../db/knex.ts';
import { conflict, notFound } from '../errors.ts';
import { publish } from '../events/publish.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import { RegressionCase } from '../models/regression-case.ts';
import { ReplayResult, ReplayRun } from '../models/replay-run.ts';
import { lockSession } from '../sessions/actions.ts';
import { audit } from '../staff/audit.ts';
import type { CaseCreate, Script } from './schema.ts';
import { readScript } from './script.ts';

const NAME_MAX = 80;

/** @throws not_found; nothing_to_replay, nothing_to_accept, case_exists (409) */
export async function keepCase(
  database: Database,
  { sessionId, name, runId }: CaseCreate,
  by: StaffPrincipal,
): Promise<string> {
  const id = uuidv7();
  try {
    await database.transaction(async (trx) => {
      const { siteId } = await lockSession(trx, sessionId, by);
      const script = await readScript(trx, sessionId);
      if (!script || script.turns.length === 0)
        throw conflict('nothing_to_replay', 'The visitor has not said anything that could be asked again.');
      const wanted = runId ? await answersOf(trx, runId, { sessionId }) : undefined;
      await RegressionCase.query(trx).insert({
        ...{ id, siteId, sessionId },
        name: name?.trim() ?? nameOf(script),
        script: wanted ? expecting(script, wanted.result) : script,
        acceptedVersion: wanted?.run.agent?.version ?? null,
        acceptedBy: by.name,
        createdBy: by.name,
      });
      await tell(trx, 'case.kept', { id, siteId, sessionId }, by);
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw conflict('case_exists', 'This conversation is kept as a case already.');
    throw error;
  }
  return id;
}

/** What the run answered is what is expected from now on. @throws not_found; nothing_to_accept (409) */
export async function acceptResult(
  database: Database,
  id: string,
  runId: string,
  by: StaffPrincipal,
): Promise<void> {
  await database.transaction(async (trx) => {
    const kept = await lockCase(trx, id);
    const { run, result } = await answersOf(trx, runId, { sessionId: kept.sessionId });
    await kept.$query(trx).patch({
      script: expecting(kept.script, result),
      acceptedVersion: run.agent?.version ?? null,
      acceptedBy: by.name,
      acceptedAt: new Date(),
      lastOutcome: 'same',
    });
    await tell(trx, 'case.accepted', kept, by);
  });
}

/** @throws not_found */
export async function dropCase(database: Database, id: string, by: StaffPrincipal): Promise<void> {
  await database.transaction(async (trx) => {
    const kept = await lockCase(trx, id);
    await kept.$query(trx).delete();
    await tell(trx, 'case.dropped', kept, by);
  });
}

async function lockCase(trx: Transaction, id: string): Promise<RegressionCase> {
  const kept = await RegressionCase.query(trx).findById(id).forUpdate();
  if (!kept) throw notFound('There is no such case.');
  return kept;
}

async function answersOf(trx: Transaction, runId: string, { sessionId }: { sessionId: string }) {
  const run = await ReplayRun.query(trx).findById(runId);
  const result = run && (await ReplayResult.query(trx).findOne({ runId, sessionId }));
  if (!result) throw notFound('There is no such run of this conversation.');
  if (!result.outcome || result.outcome === 'fault')
    throw conflict('nothing_to_accept', 'This run has no answers that could be expected from now on.');
  return { run, result };
}

/** The same words of the visitor, with the answers of a run. */
function expecting(script: Script, { turns, newLead }: ReplayResult): Script {
  const greeting = turns.find(({ said }) => said.length === 0);
  const answers = turns.filter(({ said }) => said.length > 0);
  return {
    ...script,
    greeting: greeting?.new[0] ?? script.greeting,
    turns: script.turns.map((turn, index) => ({ ...turn, replies: answers[index]?.new ?? turn.replies })),
    lead: newLead,
  };
}

function nameOf({ turns }: Script): string {
  const words = turns[0]!.said[0]!.replace(/\s+/g, ' ').trim();
  return words.length > NAME_MAX ? `${words.slice(0, NAME_MAX - 1)}…` : words || 'A conversation';
}

async function tell(
  trx: Transaction,
  action: string,
  { id, siteId, sessionId }: Pick<RegressionCase, 'id' | 'siteId' | 'sessionId'>,
  by: StaffPrincipal,
): Promise<void> {
  await audit(trx, by, { action, subject: { kind: 'case', id }, siteId });
  await publish(trx, { type: 'replay.changed', siteId, data: { sessionId } });
}
