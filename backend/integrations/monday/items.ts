/** Which item is a conversation's: our own memory of it, written before and after Monday is asked. */
import { uuidv7 } from 'uuidv7';
import type { Database } from '../../db/knex.ts';

export interface ItemRow {
  sessionId: string;
  boardId: string;
  begunAt: Date;
  creationKey: string;
  itemId: string | null;
  url: string | null;
  written: Record<string, string>;
  remadeAt: Date | null;
}

/** @returns the row, and whether nobody has tried before */
export async function beginItem(
  database: Database,
  sessionId: string,
  boardId: string,
): Promise<{ row: ItemRow; isNew: boolean }> {
  const inserted = await database('mondayItems')
    .insert({ sessionId, boardId, creationKey: uuidv7() })
    .onConflict()
    .ignore()
    .returning('*');
  if (inserted.length > 0) return { row: inserted[0] as ItemRow, isNew: true };
  const row = (await database('mondayItems').where({ sessionId, boardId }).first()) as ItemRow;
  return { row, isNew: false };
}

/** Whether the conversation has an item on another board, from before the site chose this one. */
export async function hasItemElsewhere(
  database: Database,
  sessionId: string,
  boardId: string,
): Promise<boolean> {
  const rows = await database('mondayItems').where({ sessionId }).whereNotNull('itemId').select('boardId');
  return rows.length > 0 && rows.every((row: { boardId: string }) => row.boardId !== boardId);
}

/** Writes down what is known of an item now, and gives the row as it stands then. */
export async function changeRow(
  database: Database,
  row: ItemRow,
  change: Partial<Omit<ItemRow, 'sessionId' | 'boardId'>>,
): Promise<ItemRow> {
  const { written, ...plain } = change;
  await database('mondayItems')
    .where({ sessionId: row.sessionId, boardId: row.boardId })
    .update({ ...plain, ...(written && { written: JSON.stringify(written) }) });
  return { ...row, ...change };
}

/** Those of these items that are other conversations'. */
export async function othersItems(
  database: Database,
  { sessionId, boardId }: ItemRow,
  itemIds: readonly string[],
): Promise<Set<string>> {
  const rows = await database('mondayItems')
    .where({ boardId })
    .whereNot({ sessionId })
    .whereIn('itemId', [...itemIds])
    .select('itemId');
  return new Set(rows.map((row: { itemId: string }) => row.itemId));
}
