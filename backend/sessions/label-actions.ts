/**
 * Labels: making, renaming and removing them, and putting them onto conversations.
 */
import { uuidv7 } from 'uuidv7';
import { type Database, isUniqueViolation, type Transaction } from '../db/knex.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { publish } from '../events/publish.ts';
import type { Principal } from '../http/principal.ts';
import { Label } from '../models/label.ts';
import { audit } from '../staff/audit.ts';
import { lockSession } from './actions.ts';
import type { LabelCreate, LabelPatch } from './label-schema.ts';
import type { Reach } from './queries.ts';

/** More than this nobody finds again. */
const LABELS_MAX = 200;
/** All there can be: samples bring a few of their own, and of two people who make the last one both may succeed. */
const LISTED_MAX = 2 * LABELS_MAX;
const COUNTED_MAX = 1_000;

export async function listLabels(database: Database): Promise<Label[]> {
  return Label.query(database).orderByRaw('lower(name)').limit(LISTED_MAX);
}

/** How many conversations that the caller may know of have each label, by its id. Counting ends where it says enough. */
export async function countLabelled(
  database: Database,
  { siteId }: Reach,
): Promise<Map<string, { active: number; archived: number }>> {
  const { rows } = await database.raw<{ rows: { id: string; active: number; archived: number }[] }>(
    `SELECT l.id, worn.* FROM labels l CROSS JOIN LATERAL (
       SELECT (count(*) FILTER (WHERE status = 'active'))::int AS active,
         (count(*) FILTER (WHERE status = 'archived'))::int AS archived
       FROM (
         SELECT c.archive_status AS status FROM session_labels w JOIN chat_sessions c ON c.id = w.session_id
         WHERE w.label_id = l.id AND (?::uuid IS NULL OR c.site_id = ?) LIMIT ${COUNTED_MAX}
       ) counted
     ) worn`,
    [siteId, siteId],
  );
  return new Map(rows.map(({ id, active, archived }) => [id, { active, archived }]));
}

/** @throws label_exists (409), too_many_labels (409) */
export async function createLabel(
  database: Database,
  { name, color = 'grey' }: LabelCreate,
  by: Principal,
): Promise<Label> {
  return changeLabels(database, by, 'label.created', async (trx) => {
    if ((await Label.query(trx).resultSize()) >= LABELS_MAX)
      throw conflict('too_many_labels', `There are ${LABELS_MAX} labels already. Remove one first.`);
    return Label.query(trx).insertAndFetch({ id: uuidv7(), name: tidy(name), color });
  });
}

/** @throws not_found, label_exists (409) */
export async function changeLabel(
  database: Database,
  id: string,
  { name, color }: LabelPatch,
  by: Principal,
): Promise<Label> {
  return changeLabels(database, by, 'label.updated', async (trx) => {
    const label = await Label.query(trx).findById(id).forUpdate();
    if (!label) throw notFound('There is no such label.');
    return label.$query(trx).patchAndFetch({ ...(name && { name: tidy(name) }), ...(color && { color }) });
  });
}

/** Takes it off every conversation too. @throws not_found */
export async function deleteLabel(database: Database, id: string, by: Principal): Promise<void> {
  await changeLabels(database, by, 'label.deleted', async (trx) => {
    const label = await Label.query(trx).findById(id).forUpdate();
    if (!label) throw notFound('There is no such label.');
    await label.$query(trx).delete();
    return label;
  });
}

/** Exactly these labels from now on. @throws not_found, validation_failed for a label that is not there */
export async function setLabels(
  database: Database,
  sessionId: string,
  labelIds: readonly string[],
  by: Principal,
): Promise<void> {
  await database.transaction(async (trx) => {
    const session = await lockSession(trx, sessionId, by);
    const known = await Label.query(trx)
      .findByIds([...labelIds])
      .forShare();
    if (known.length < labelIds.length)
      throw invalid([{ path: 'labelIds', message: 'One of these labels is no longer there.' }]);
    const before: string[] = await trx('session_labels').where({ sessionId }).pluck('label_id');
    const added = labelIds.filter((id) => !before.includes(id));
    const removed = before.filter((id) => !labelIds.includes(id));
    if (added.length + removed.length === 0) return;
    await trx('session_labels').delete().where({ sessionId }).whereIn('label_id', removed);
    if (added.length > 0)
      await trx('session_labels').insert(added.map((labelId) => ({ sessionId, labelId })));
    await audit(trx, by, {
      action: 'session.labels_set',
      subject: { kind: 'session', id: sessionId },
      siteId: session.siteId,
      details: { added: added.length, removed: removed.length },
    });
    await publish(trx, { type: 'session.updated', siteId: session.siteId, data: { sessionId } });
  });
}

async function changeLabels(
  database: Database,
  by: Principal,
  action: string,
  work: (trx: Transaction) => Promise<Label>,
): Promise<Label> {
  try {
    return await database.transaction(async (trx) => {
      const label = await work(trx);
      await audit(trx, by, { action, subject: { kind: 'label', id: label.id } });
      await publish(trx, { type: 'labels.changed', siteId: null, data: { labelId: label.id } });
      return label;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw conflict('label_exists', 'There is a label with this name already.');
  }
}

const tidy = (name: string) => name.trim().replace(/\s+/g, ' ');
