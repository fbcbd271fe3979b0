/**
 * Monday.com: a lead becomes one item on the site's board, and later changes of the lead change that item.
 */

import { uuidv7 } from 'uuidv7';
import type { Database } from '../../db/knex.ts';
import type { Sender, SendResult } from '../../deliveries/sender.ts';
import { AddressRefused, type Outgoing } from '../../http/outgoing.ts';
import { reportIncident } from '../../incidents/report.ts';
import { everyKey, type Keys } from '../../keys.ts';
import type { ChatSession } from '../../models/chat-session.ts';
import type { Delivery } from '../../models/delivery.ts';
import { Site } from '../../models/site.ts';
import { getSession, transcript } from '../../sessions/queries.ts';
import { KnownBoards } from './boards.ts';
import { changesOf, composeItem, type ItemDraft, marksOf } from './compose.ts';
import { MondayRefusal } from './errors.ts';
import { beginItem, changeRow, hasItemElsewhere, type ItemRow } from './items.ts';
import { type MondaySettings, mondaySettings } from './settings.ts';
import { TRANSCRIPT_SOURCE } from './sources.ts';
import { changeItem, createItem, findItem, isItemThere, type Place } from './write-item.ts';

export interface MondayDeps {
  database: Database;
  outgoing: Outgoing;
  secretKey: Keys;
  /** Of the hashes of what was written. */
  markKeys: Keys;
  publicUrl: string;
}

/** A change of the lead; every other event sends the lead as a whole. */
const FOLLOW_UP = 'lead.updated';

export function mondaySender(deps: MondayDeps): Sender {
  const boards = new KnownBoards(deps.outgoing);
  return {
    async send(delivery, signal) {
      const site = delivery.siteId ? await Site.query(deps.database).findById(delivery.siteId) : undefined;
      const settings = site && mondaySettings(site, deps.secretKey);
      const { token, boardId } = settings ?? {};
      if (!settings || !token || !boardId)
        return final('This site is not connected with Monday.com any more.');
      const access = { token, apiUrl: settings.apiUrl };
      try {
        const board = await boards.read(access, boardId, signal);
        const place: Place = { ...deps, access, board, groupId: settings.groupId, signal };
        return await sendTo(deps, place, delivery, settings);
      } catch (error) {
        if (error instanceof AddressRefused) return final(error.message);
        if (!(error instanceof MondayRefusal)) throw error;
        // Whatever was not as expected may be so because the board is not as it was.
        boards.forget(access, boardId);
        const { words, isFinal, retryAfter } = error.verdict;
        return {
          ok: false,
          error: words,
          ...(error.status !== undefined && { status: error.status }),
          ...(isFinal && { isFinal }),
          ...(retryAfter !== undefined && { retryAfter }),
        };
      }
    },
  };
}

async function sendTo(
  { database, publicUrl }: MondayDeps,
  place: Place,
  delivery: Delivery,
  { columns }: MondaySettings,
): Promise<SendResult> {
  const isFollowUp = delivery.event === FOLLOW_UP;
  if (isFollowUp && (await hasItemElsewhere(database, delivery.sessionId!, place.board.id)))
    return { ok: true, response: 'The lead’s item stands on another board, which is left as it is.' };
  const session = await getSession(database, delivery.sessionId!, { siteId: null });
  const messages = columns[TRANSCRIPT_SOURCE] ? await transcript(database, session.id) : [];
  const draft = composeItem({ session, messages, publicUrl }, place.board, columns);
  const { row, did } = await writeItem(place, session.id, draft, columns, isFollowUp);
  if (draft.leftOut.length > 0) await tell(database, session, place, draft.leftOut);
  const titles = titlesOf(place, draft.leftOut);
  return {
    ok: true,
    status: 200,
    response: titles.length > 0 ? `${did} Left out: ${titles.join(', ')}.` : did,
    externalId: row.itemId!,
    ...(row.url && { externalUrl: row.url }),
  };
}

async function writeItem(
  place: Place,
  sessionId: string,
  draft: ItemDraft,
  columns: MondaySettings['columns'],
  isFollowUp: boolean,
): Promise<{ row: ItemRow; did: string }> {
  const { database, markKeys } = place;
  const begun = await beginItem(database, sessionId, place.board.id);
  let row: ItemRow | null = begun.row;
  if (!row.itemId) {
    row = begun.isNew ? null : await findItem(place, row, draft);
    if (!row) return { row: await createItem(place, begun.row, draft), did: 'The item was made.' };
  }
  // Sent as a whole, it writes everything: whoever asks for that may have changed the columns.
  const before = isFollowUp ? row.written : {};
  const changes = changesOf(
    draft,
    before,
    everyKey(markKeys).map((key) => marksOf(draft, key)),
    columns,
  );
  if (Object.keys(changes).length === 0) return { row, did: 'Nothing on the item had to change.' };
  try {
    return { row: await changeItem(place, row, draft, changes), did: 'The item was changed.' };
  } catch (error) {
    if (!(error instanceof MondayRefusal) || !error.verdict.isFinal || (await isItemThere(place, row)))
      throw error;
    if (isFollowUp && row.remadeAt)
      throw new MondayRefusal({
        words:
          'The item was deleted on Monday a second time, so it is left alone. Send the lead again to make a new one.',
        isFinal: true,
      });
    const fresh = await changeRow(database, row, {
      ...{ itemId: null, url: null, written: {} },
      creationKey: uuidv7(),
      begunAt: new Date(),
      remadeAt: new Date(),
    });
    return {
      row: await createItem(place, fresh, draft),
      did: 'The item had been deleted and was made anew.',
    };
  }
}

/** Staff read in the transcript that something is missing on the board. */
async function tell(
  database: Database,
  { id, siteId, lastSeq }: ChatSession,
  place: Place,
  leftOut: readonly string[],
): Promise<void> {
  await database.transaction(async (trx) => {
    for (const column of titlesOf(place, leftOut))
      await reportIncident(trx, {
        siteId,
        sessionId: id,
        messageSeq: lastSeq,
        workflow: { name: 'Monday.com' },
        node: column,
        message: 'This column of the board did not take its value. The rest of the lead is on the item.',
        severity: 'warning',
      });
  });
}

const titlesOf = ({ board }: Place, columns: readonly string[]) => [
  ...new Set(columns.map((column) => board.columns.find(({ id }) => id === column)?.title ?? column)),
];

const final = (error: string): SendResult => ({ ok: false, error, isFinal: true });
