/** Reading boards: which there are, and what is on one. */
import type { Outgoing } from '../../http/outgoing.ts';
import { callMonday } from './client.ts';
import { MondayRefusal } from './errors.ts';
import type { MondayBoard, MondayBoards } from './schema.ts';
import type { MondayAccess } from './settings.ts';
import { TAKES, typeName } from './values.ts';

const PAGE = 100;
const PAGES = 5;
/** A board's columns seldom change, and an account may have only 200 calls a day. */
const KNOWN_MS = 10 * 60_000;

const BOARDS = `query ($page: Int!) {
  boards(limit: ${PAGE}, page: $page, state: active, order_by: used_at) { id name type workspace { name } }
}`;
const BOARD = `query ($ids: [ID!]) {
  boards(ids: $ids) { id name state groups { id title } columns { id title type } }
}`;

interface WireBoard {
  id: string;
  name: string;
  type?: string;
  state?: string;
  workspace?: { name: string } | null;
  groups: Array<{ id: string; title: string }>;
  columns: Array<{ id: string; title: string; type: string }>;
}

/** Up to 500, the last used first. @throws MondayRefusal */
export async function listBoards(
  outgoing: Outgoing,
  access: MondayAccess,
  signal: AbortSignal,
): Promise<MondayBoards['boards']> {
  const found: MondayBoards['boards'] = [];
  for (let page = 1; page <= PAGES; page++) {
    const data = await callMonday(outgoing, access, { query: BOARDS, variables: { page }, signal });
    const boards = (data.boards ?? []) as WireBoard[];
    // Boards of subitems and documents come along.
    for (const { id, name, type, workspace } of boards)
      if (type === undefined || type === 'board')
        found.push({ id: String(id), name, workspace: workspace?.name ?? null });
    if (boards.length < PAGE) break;
  }
  return found;
}

/** @throws MondayRefusal, also when there is no such board or the token's owner can't see it */
export async function readBoard(
  outgoing: Outgoing,
  access: MondayAccess,
  id: string,
  signal: AbortSignal,
): Promise<MondayBoard> {
  const data = await callMonday(outgoing, access, { query: BOARD, variables: { ids: [id] }, signal });
  const board = ((data.boards ?? []) as WireBoard[])[0];
  if (!board || (board.state !== undefined && board.state !== 'active'))
    throw new MondayRefusal({
      words: 'The board is not there any more, or the token’s owner can’t see it. Choose another board.',
      isFinal: true,
    });
  return {
    id: String(board.id),
    name: board.name,
    groups: board.groups.map(({ id, title }) => ({ id, title })),
    columns: board.columns
      .filter(({ type }) => type !== 'name')
      .map(({ id, title, type }) => ({
        id,
        title,
        type: typeName(type),
        takes: [...(TAKES[typeName(type)] ?? [])],
      })),
  };
}

/** Boards as they were a little while ago. */
export class KnownBoards {
  readonly #known = new Map<string, { board: MondayBoard; until: number }>();

  constructor(private readonly outgoing: Outgoing) {}

  async read(access: MondayAccess, id: string, signal: AbortSignal): Promise<MondayBoard> {
    const key = keyOf(access, id);
    const known = this.#known.get(key);
    if (known && known.until > Date.now()) return known.board;
    const board = await readBoard(this.outgoing, access, id, signal);
    this.#known.set(key, { board, until: Date.now() + KNOWN_MS });
    return board;
  }

  /** After an answer that does not fit what was known. */
  forget(access: MondayAccess, id: string): void {
    this.#known.delete(keyOf(access, id));
  }
}

const keyOf = ({ token, apiUrl }: MondayAccess, id: string) => JSON.stringify([apiUrl, token, id]);
