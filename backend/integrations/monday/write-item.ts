/**
 * One item for each conversation. Before Monday is asked to make it, a row says so; as long as that row knows no item,
 * the board is searched for it first: by the column with the conversation's id, else by its name among the items that
 * are younger than the row and nobody else's. Within half an hour Monday itself knows the creation again by its key.
 */

import { uuidv7 } from 'uuidv7';
import type { Database } from '../../db/knex.ts';
import type { Outgoing } from '../../http/outgoing.ts';
import type { Keys } from '../../keys.ts';
import { callMonday } from './client.ts';
import { type ItemDraft, marksOf } from './compose.ts';
import { MondayRefusal } from './errors.ts';
import { changeRow, type ItemRow, othersItems } from './items.ts';
import type { MondayBoard } from './schema.ts';
import type { MondayAccess } from './settings.ts';

const CREATE = `mutation ($board: ID!, $group: String, $name: String!, $values: JSON!) {
  create_item(board_id: $board, group_id: $group, item_name: $name, column_values: $values,
    create_labels_if_missing: true) { id url }
}`;
const CHANGE = `mutation ($board: ID!, $item: ID!, $values: JSON!) {
  change_multiple_column_values(board_id: $board, item_id: $item, column_values: $values,
    create_labels_if_missing: true) { id url }
}`;
const FIND = `query ($board: ID!, $column: String!, $values: [String]!) {
  items_page_by_column_values(board_id: $board, limit: 100,
    columns: [{ column_id: $column, column_values: $values }]) { items { id url created_at } }
}`;
const LOOK = 'query ($ids: [ID!]) { items(ids: $ids) { id state } }';
/** Two clocks never agree. */
const CLOCKS_MS = 5 * 60_000;

export interface Place {
  database: Database;
  outgoing: Outgoing;
  access: MondayAccess;
  /** Of the hashes of what was written. */
  markKeys: Keys;
  board: MondayBoard;
  groupId?: string;
  signal: AbortSignal;
}

interface WireItem {
  id: string;
  url?: string;
  created_at?: string;
}

/** The item that an earlier try has made without our hearing of it, if it has. */
export async function findItem(place: Place, row: ItemRow, draft: ItemDraft): Promise<ItemRow | null> {
  const { idColumn } = draft;
  const data = await callMonday(place.outgoing, place.access, {
    query: FIND,
    variables: {
      board: row.boardId,
      column: idColumn ?? 'name',
      values: [idColumn ? row.sessionId : draft.name],
    },
    signal: place.signal,
  });
  const items = ((data.items_page_by_column_values as { items?: WireItem[] } | null)?.items ?? []).filter(
    ({ created_at: at }) => idColumn || !at || Date.parse(at) > row.begunAt.getTime() - CLOCKS_MS,
  );
  const others = await othersItems(
    place.database,
    row,
    items.map(({ id }) => String(id)),
  );
  const item = items.find(({ id }) => !others.has(String(id)));
  return item ? keep(place, row, item) : null;
}

/** @throws MondayRefusal; afterwards the same creation counts as another one */
export async function createItem(place: Place, row: ItemRow, draft: ItemDraft): Promise<ItemRow> {
  let current = row;
  const item = await dropping(draft, draft.values, async (values) => {
    try {
      return await mutate(place, CREATE, 'create_item', current.creationKey, {
        group: place.groupId ?? null,
        name: draft.name,
        values: JSON.stringify(values),
      });
    } catch (error) {
      // Monday keeps its answer for the key: with the same one it would refuse for half an hour, whatever we send.
      if (error instanceof MondayRefusal && !error.verdict.isOpen)
        current = await changeRow(place.database, current, { creationKey: uuidv7() });
      throw error;
    }
  });
  const kept = await keep(place, current, item);
  return changeRow(place.database, kept, { written: marksOf(draft, place.markKeys.current) });
}

/** @throws MondayRefusal */
export async function changeItem(
  place: Place,
  row: ItemRow,
  draft: ItemDraft,
  changes: Record<string, unknown>,
): Promise<ItemRow> {
  const item = await dropping(draft, changes, (values) =>
    mutate(place, CHANGE, 'change_multiple_column_values', uuidv7(), {
      item: row.itemId,
      values: JSON.stringify(values),
    }),
  );
  const kept = row.url ? row : await keep(place, row, item);
  return changeRow(place.database, kept, { written: marksOf(draft, place.markKeys.current) });
}

/** Whether the item is neither deleted nor archived. */
export async function isItemThere(place: Place, row: ItemRow): Promise<boolean> {
  const data = await callMonday(place.outgoing, place.access, {
    query: LOOK,
    variables: { ids: [row.itemId] },
    signal: place.signal,
  });
  const [item] = (data.items ?? []) as Array<{ state?: string }>;
  return item !== undefined && (item.state ?? 'active') === 'active';
}

/** Writes without the columns that won't take their value, rather than not at all. */
async function dropping<T>(
  draft: ItemDraft,
  wanted: Record<string, unknown>,
  write: (values: Record<string, unknown>) => Promise<T>,
): Promise<T> {
  let values = wanted;
  for (;;) {
    try {
      return await write(values);
    } catch (error) {
      const column = error instanceof MondayRefusal ? error.verdict.column : undefined;
      const columns = Object.keys(values).filter((id) => id !== 'name' && id !== draft.idColumn);
      if (!column || columns.length === 0) throw error;
      const bad = column.id && columns.includes(column.id) ? [column.id] : columns;
      values = { ...values };
      for (const id of bad) {
        delete values[id];
        delete draft.values[id];
        draft.leftOut.push(id);
      }
    }
  }
}

async function mutate(
  { outgoing, access, board, signal }: Place,
  query: string,
  name: string,
  key: string,
  variables: Record<string, unknown>,
): Promise<WireItem> {
  const data = await callMonday(outgoing, access, {
    query,
    variables: { board: board.id, ...variables },
    key,
    signal,
  });
  const item = data[name] as WireItem | null;
  if (!item?.id) throw new MondayRefusal({ words: 'Monday’s answer names no item.', isOpen: true });
  return item;
}

/** The link is shown to staff, so it has to be one of the web. */
function keep({ database }: Place, row: ItemRow, { id, url }: WireItem): Promise<ItemRow> {
  const isLink = url !== undefined && /^https?:\/\//i.test(url);
  return changeRow(database, row, { itemId: String(id), url: isLink ? url : null });
}
