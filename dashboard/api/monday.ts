/** What a site's Monday.com settings are chosen from. */
import type { MondayAsk, MondayBoardAnswer, MondayBoards } from '../../backend/integrations/monday/schema.ts';
import { request } from './client.ts';

const at = (siteId: string) => `/sites/${encodeURIComponent(siteId)}/monday/boards`;

/** The boards that the token can see: the one in the form, else the saved one. */
export function listBoards(siteId: string, ask: MondayAsk): Promise<MondayBoards> {
  return request('POST', at(siteId), { body: ask });
}

/** What is on a board. */
export function readBoard(siteId: string, boardId: string, ask: MondayAsk): Promise<MondayBoardAnswer> {
  return request('POST', `${at(siteId)}/${encodeURIComponent(boardId)}`, { body: ask });
}
