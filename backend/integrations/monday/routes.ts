import { Type } from '@sinclair/typebox';
import type { Database } from '../../db/knex.ts';
import { notFound } from '../../errors.ts';
import { type Route, route } from '../../http/route.ts';
import { Id } from '../../http/schema.ts';
import { untilGone } from '../../http/until-gone.ts';
import { Site } from '../../models/site.ts';
import { tryPatch } from '../../sites/actions.ts';
import { TestAnswer, TestRequest } from '../../trials/schema.ts';
import { canSetUpMonday } from './policy.ts';
import { MondayAsk, MondayBoardAnswer, MondayBoards } from './schema.ts';
import { type MondayAccess, mondaySettings } from './settings.ts';
import { type AskDeps, askBoard, askBoards, tryBoard } from './try-board.ts';

const OneSite = Type.Object({ id: Id });
const OneBoard = Type.Object({ id: Id, boardId: Type.String({ pattern: '^[1-9][0-9]{0,19}$' }) });
const TRIAL_BYTES = 2 * 1024 * 1024;
const NO_TOKEN = 'Paste a token first.';

/** Choosing a board and its columns, and trying what was chosen. */
export function mondayRoutes(deps: AskDeps & { database: Database }): Route[] {
  const { database, secretKey } = deps;
  const accessOf = async (siteId: string, ask: MondayAsk): Promise<MondayAccess | null> => {
    const site = await Site.query(database).findById(siteId);
    if (!site) throw notFound('There is no such site.');
    const saved = mondaySettings(site, secretKey);
    const apiUrl = ask.apiUrl ?? saved.apiUrl;
    // A saved token is written once and never read: it must not follow an address that is only being tried.
    const token = ask.token ?? (apiUrl === saved.apiUrl ? saved.token : undefined);
    return token ? { token, apiUrl } : null;
  };
  return [
    route({
      method: 'post',
      path: '/api/v1/sites/:id/monday/boards',
      summary: 'The boards that a Monday token can see; nothing is stored',
      allow: canSetUpMonday,
      params: OneSite,
      body: MondayAsk,
      bodyOptional: true,
      answer: { status: 200, schema: MondayBoards },
      async handler({ ctx, params, body }) {
        const access = await accessOf(params.id, body);
        if (!access) return { ok: false, message: NO_TOKEN, boards: [] };
        return askBoards(deps, access, untilGone(ctx));
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/sites/:id/monday/boards/:boardId',
      summary: 'The groups and columns of a board, and what each column takes; nothing is stored',
      allow: canSetUpMonday,
      params: OneBoard,
      body: MondayAsk,
      bodyOptional: true,
      answer: { status: 200, schema: MondayBoardAnswer },
      async handler({ ctx, params, body }) {
        const access = await accessOf(params.id, body);
        if (!access) return { ok: false, message: NO_TOKEN, board: null };
        return askBoard(deps, access, params.boardId, untilGone(ctx));
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/sites/:id/test/monday',
      summary: 'Try the token, the board and its columns with these settings; nothing is made on the board',
      limits: { bodyBytes: TRIAL_BYTES },
      allow: canSetUpMonday,
      params: OneSite,
      body: TestRequest,
      bodyOptional: true,
      answer: { status: 200, schema: TestAnswer },
      async handler({ ctx, params, body }) {
        const site = await tryPatch(database, params.id, body.patch ?? {}, secretKey);
        return tryBoard(deps, site, untilGone(ctx));
      },
    }),
  ];
}
