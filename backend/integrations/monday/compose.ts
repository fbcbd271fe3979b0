/** An item as it should be: its name and a value for each mapped column. */
import { createHmac } from 'node:crypto';
import type { MondayBoard } from './schema.ts';
import { ID_SOURCE, itemName, LINK_WORDS, sourceValues, type Told } from './sources.ts';
import { columnValue } from './values.ts';

export interface ItemDraft {
  name: string;
  /** By column id. */
  values: Record<string, unknown>;
  /** The column that holds the conversation's id, where one does. */
  idColumn?: string;
  /** Names of columns that got nothing because what there is does not fit, or because they are gone. */
  leftOut: string[];
}

export function composeItem(
  told: Told,
  board: MondayBoard,
  columns: Readonly<Record<string, string>>,
): ItemDraft {
  const sources = sourceValues(told);
  const draft: ItemDraft = { name: itemName(told.session), values: {}, leftOut: [] };
  for (const [source, columnId] of Object.entries(columns)) {
    const column = board.columns.find(({ id }) => id === columnId);
    if (!column) {
      draft.leftOut.push(columnId);
      continue;
    }
    if (source === ID_SOURCE && column.takes.includes('id')) draft.idColumn = columnId;
    const value = sources.get(source);
    if (value === undefined) continue;
    const fitting = columnValue(column.type, value, LINK_WORDS[source]);
    if (fitting === undefined) draft.leftOut.push(column.title);
    else draft.values[columnId] = fitting;
  }
  return draft;
}

/** Hashes of the name and each value, by which a later change is known without keeping what was written. */
export function marksOf({ name, values }: ItemDraft, key: Buffer): Record<string, string> {
  const mark = (value: unknown) =>
    createHmac('sha256', key).update(JSON.stringify(value)).digest('base64url').slice(0, 16);
  const marks = Object.entries(values).map(([id, value]) => [id, mark(value)]);
  return { ...Object.fromEntries(marks), name: mark(name) };
}

/** What has to be written to get from what was written before to the draft; null empties a column. */
export function changesOf(
  { name, values }: ItemDraft,
  before: Readonly<Record<string, string>>,
  now: ReadonlyArray<Readonly<Record<string, string>>>,
  columns: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const all: Record<string, unknown> = { ...values, name };
  const changed = Object.entries(all).filter(([id]) => !now.some((marks) => marks[id] === before[id]));
  const mapped = new Set(Object.values(columns));
  const emptied = Object.keys(before).filter((id) => !(id in all) && mapped.has(id));
  return { ...Object.fromEntries(changed), ...Object.fromEntries(emptied.map((id) => [id, null])) };
}
