/**
 * Scores follow the settings: where a site asks for other details than before, its open leads are scored anew. The site
 * stands in a row until that is done, and the row says how far it is, so that a restart goes on where another stopped.
 */
import type { Database, Transaction } from '../db/knex.ts';
import { publishAll } from '../events/publish.ts';
import { Lead } from '../models/lead.ts';
import type { LeadField } from '../sites/schema.ts';
import { scoreLead, scoringOf } from './score.ts';
import { leadValues } from './values.ts';

/** Turns that began before hold the settings as they were; and who saves twice in a row is scored once. */
const WAIT = '3 seconds';
/** Of one transaction. */
const BLOCK = 200;
/** At once: each change is told to every desk and may be sent on, and what visitors do comes first. */
const BLOCKS_AT_ONCE = 5;

/** Part of the transaction that changes the fields. Where no score can be another one, nothing is done. */
export async function planRescore(
  trx: Transaction,
  siteId: string,
  before: readonly LeadField[],
  after: readonly LeadField[],
): Promise<void> {
  if (scoringOf(before) === scoringOf(after)) return;
  await trx.raw(
    `INSERT INTO lead_rescores (site_id, due_at) VALUES (?, now() + interval '${WAIT}')
     ON CONFLICT (site_id) DO UPDATE SET done_to = DEFAULT, due_at = excluded.due_at`,
    [siteId],
  );
}

/** Scores what is due, as much as may be done at once. Safe to run in many processes. */
export async function rescoreLeads(database: Database): Promise<void> {
  for (let block = 0; block < BLOCKS_AT_ONCE; block++) {
    if (!(await database.transaction(rescoreBlock))) return;
  }
}

interface Due {
  siteId: string;
  doneTo: string;
  fields: LeadField[];
}

/** @returns whether there may be more to do now */
async function rescoreBlock(trx: Transaction): Promise<boolean> {
  const due = await takeDue(trx);
  if (!due) return false;
  const block = await readLeads(trx, due);
  const stale = block.filter((lead) => isStale(lead, due.fields));
  const free = await lockSessions(trx, stale);
  const changed: ScoredLead[] = [];
  for (const { id, sessionId } of stale) {
    if (!free.has(sessionId)) continue;
    const lead = await lockLead(trx, id);
    if (!lead || !isStale(lead, due.fields)) continue;
    await Lead.query(trx).findById(id).patch(scoreOf(lead, due.fields));
    changed.push(lead);
  }
  const { siteId } = due;
  await publishAll(
    trx,
    changed.map(({ sessionId }) => ({ type: 'lead.updated', siteId, data: { sessionId } })),
  );
  return goOn(
    trx,
    due,
    block,
    stale.find(({ sessionId }) => !free.has(sessionId)),
  );
}

/** A site whose time has come and that no other process is at. Its fields are read under the lock, so they are the present ones. */
async function takeDue(trx: Transaction): Promise<Due | undefined> {
  const { rows } = await trx.raw<{ rows: { site_id: string; done_to: string }[] }>(
    `SELECT site_id, done_to FROM lead_rescores WHERE due_at <= now() ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
  );
  const [row] = rows;
  if (!row) return undefined;
  const site = await trx('sites').where({ id: row.site_id }).first('lead');
  return { siteId: row.site_id, doneTo: row.done_to, fields: site?.lead?.fields ?? [] };
}

type ScoredLead = Lead & { rating: number | null };

/** Open ones: a disqualified lead gets its score when somebody takes it up again. */
function readLeads(trx: Transaction, { siteId, doneTo }: Due): Promise<ScoredLead[]> {
  return withRating(trx)
    .where('leads.siteId', siteId)
    .where('leads.id', '>', doneTo)
    .whereNot('leads.qualification', 'disqualified')
    .orderBy('leads.id')
    .limit(BLOCK) as unknown as Promise<ScoredLead[]>;
}

async function lockLead(trx: Transaction, id: string): Promise<ScoredLead | undefined> {
  await Lead.query(trx).findById(id).forUpdate();
  return (await withRating(trx).findById(id)) as ScoredLead | undefined;
}

const withRating = (trx: Transaction) =>
  Lead.query(trx).joinRelated('session').select('leads.*', 'session.rating');

/** Conversations first, and past those that somebody is at. */
async function lockSessions(trx: Transaction, leads: readonly ScoredLead[]): Promise<Set<string>> {
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(
    'SELECT id FROM chat_sessions WHERE id = ANY (?::uuid[]) ORDER BY id FOR UPDATE SKIP LOCKED',
    [leads.map(({ sessionId }) => sessionId)],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The next block begins behind this one, or with the first that was passed over. */
async function goOn(
  trx: Transaction,
  { siteId, doneTo }: Due,
  block: readonly ScoredLead[],
  passedOver: ScoredLead | undefined,
): Promise<boolean> {
  if (!passedOver && block.length < BLOCK) {
    await trx('lead_rescores').delete().where({ siteId });
    return true;
  }
  const last = passedOver ? block[block.indexOf(passedOver) - 1] : block.at(-1);
  await trx('lead_rescores')
    .update({ doneTo: last?.id ?? doneTo })
    .where({ siteId });
  return !passedOver;
}

const scoreOf = (lead: ScoredLead, fields: readonly LeadField[]) =>
  scoreLead({ values: leadValues(lead), fields, rating: lead.rating });

function isStale(lead: ScoredLead, fields: readonly LeadField[]): boolean {
  const { score, scoreReasons } = scoreOf(lead, fields);
  const rules = (reasons: Lead['scoreReasons']) => reasons.map(({ rule }) => rule).join();
  return score !== lead.score || rules(scoreReasons) !== rules(lead.scoreReasons);
}
