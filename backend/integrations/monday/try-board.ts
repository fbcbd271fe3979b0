/** Trying a site's connection with Monday.com for real, making nothing, and saying in plain words what is missing. */

import { AddressRefused, type Outgoing } from '../../http/outgoing.ts';
import type { Keys } from '../../keys.ts';
import type { Site } from '../../models/site.ts';
import { listBoards, readBoard } from './boards.ts';
import { MondayRefusal } from './errors.ts';
import type { MondayBoard, MondayBoardAnswer, MondayBoards } from './schema.ts';
import { type MondayAccess, mondaySettings } from './settings.ts';

const PATIENCE_MS = 15_000;

export interface AskDeps {
  outgoing: Outgoing;
  secretKey: Keys;
}

interface Tried {
  ok: boolean;
  message: string;
}

/** Token, board, group and each mapped column. */
export async function tryBoard(deps: AskDeps, site: Site, stopped: AbortSignal): Promise<Tried> {
  const { token, boardId, groupId, apiUrl, columns } = mondaySettings(site, deps.secretKey);
  if (!token) return no('Paste a token first.');
  if (!boardId) return no('Choose a board first.');
  const { ok, message, board } = await askBoard(deps, { token, apiUrl }, boardId, stopped);
  if (!ok || !board) return no(message);
  if (groupId && !board.groups.some(({ id }) => id === groupId))
    return no(`“${board.name}” has no such group any more. Choose another one.`);
  const gone = Object.values(columns).filter((id) => !board.columns.some((column) => column.id === id));
  if (gone.length > 0)
    return no(
      `“${board.name}” has no column ${gone.map((id) => `“${id}”`).join(', ')} any more. Choose another one.`,
    );
  const closed = board.columns.filter(
    ({ id, takes }) => takes.length === 0 && Object.values(columns).includes(id),
  );
  if (closed.length > 0) return no(`Nothing can be written into ${titles(closed)}. Choose another column.`);
  const count = Object.keys(columns).length;
  if (count === 0)
    return {
      ok: true,
      message: `“${board.name}” can be reached. Items would have a name only: no column is chosen.`,
    };
  return {
    ok: true,
    message: `“${board.name}” can be reached, and ${count === 1 ? 'its column is' : `all ${count} columns are`} there. Nothing was made.`,
  };
}

export async function askBoards(
  { outgoing }: AskDeps,
  access: MondayAccess,
  stopped: AbortSignal,
): Promise<MondayBoards> {
  const answer = await asking((signal) => listBoards(outgoing, access, signal), stopped);
  if (typeof answer === 'string') return { ok: false, message: answer, boards: [] };
  if (answer.length === 0)
    return { ok: false, message: 'The token is right, but its owner sees no board.', boards: [] };
  const message =
    answer.length === 1 ? 'Connected. There is one board.' : `Connected. There are ${answer.length} boards.`;
  return { ok: true, message, boards: answer };
}

export async function askBoard(
  { outgoing }: AskDeps,
  access: MondayAccess,
  id: string,
  stopped: AbortSignal,
): Promise<MondayBoardAnswer> {
  const board = await asking((signal) => readBoard(outgoing, access, id, signal), stopped);
  if (typeof board === 'string') return { ok: false, message: board, board: null };
  return { ok: true, message: `“${board.name}” can be reached.`, board };
}

/** What was asked for, or why it could not be had. */
async function asking<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  stopped: AbortSignal,
): Promise<T | string> {
  try {
    return await ask(AbortSignal.any([stopped, AbortSignal.timeout(PATIENCE_MS)]));
  } catch (error) {
    if (error instanceof MondayRefusal || error instanceof AddressRefused) return error.message;
    if ((error as Error).name === 'TimeoutError')
      return 'Monday did not answer in time. Try again in a moment.';
    return 'Monday could not be reached at this address.';
  }
}

const titles = (columns: MondayBoard['columns']) => columns.map(({ title }) => `“${title}”`).join(', ');
const no = (message: string): Tried => ({ ok: false, message });
