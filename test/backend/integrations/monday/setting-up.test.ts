import { expect } from 'chai';
import type { MondayBoardAnswer, MondayBoards } from '../../../../backend/integrations/monday/schema.ts';
import { MONDAY_TOKEN } from '../../../support/fakes/monday.ts';
import { BOARD, MondayDesk } from './support.ts';

describe('setting up Monday.com', () => {
  let desk: MondayDesk;

  before(async () => {
    desk = await MondayDesk.start();
  });
  after(() => desk?.stop());
  beforeEach(() => desk.monday.reset());

  it('lists boards and columns with a token that was only pasted, and tries what is set up, making nothing', async () => {
    const { id } = await desk.parlour.createSite();
    const ask = <T>(path: string, body?: object) =>
      desk.parlour.admin.post<T>(`/api/v1/sites/${id}${path}`, body ?? {});
    const pasted = { token: MONDAY_TOKEN, apiUrl: desk.monday.url };
    expect(await ask('/monday/boards')).to.deep.equal({
      ok: false,
      message: 'Paste a token first.',
      boards: [],
    });
    const wrong = await ask<MondayBoards>('/monday/boards', { ...pasted, token: 'wrong' });
    expect(wrong).to.deep.include({ ok: false, boards: [] });
    expect(wrong.message).to.match(/does not accept the token/);
    const { boards } = await ask<MondayBoards>('/monday/boards', pasted);
    expect(boards.map(({ name }) => name)).to.deep.equal(['Leads from the web site', 'Partners']);
    const { board } = await ask<MondayBoardAnswer>(`/monday/boards/${BOARD}`, pasted);
    expect(board!.groups.map(({ title }) => title)).to.deep.equal(['New', 'In talks']);
    const takes = Object.fromEntries(board!.columns.map(({ title, takes }) => [title, takes]));
    expect(takes).to.deep.include({ 'E-mail': ['email'], Score: ['number'], Owner: [] });

    const trying = (monday: object) =>
      ask<{ ok: boolean; message: string }>('/test/monday', { patch: { integrations: { monday } } });
    expect((await trying(desk.settings())).message).to.match(/can be reached, and all 10 columns are there/);
    const gone = await trying(desk.settings({ columns: { email: 'gone_column' } }));
    expect(gone).to.deep.include({ ok: false });
    expect(gone.message).to.contain('gone_column');
    expect((await trying(desk.settings({ boardId: '55' }))).message).to.match(/board is not there/);
    expect((await trying(desk.settings({ token: 'wrong' }))).ok).to.equal(false);
    expect((await trying(desk.settings({ apiUrl: 'http://127.0.0.1:1/v2' }))).message).to.match(
      /could not be reached/,
    );

    // A saved token is not sent to an address that is only being tried.
    await desk.parlour.admin.call(`/api/v1/sites/${id}`, {
      method: 'PATCH',
      json: { integrations: { monday: desk.settings() } },
    });
    expect((await ask<MondayBoards>('/monday/boards')).ok).to.equal(true);
    const elsewhere = await ask<MondayBoards>('/monday/boards', { apiUrl: `${desk.monday.url}?elsewhere` });
    expect(elsewhere.message).to.equal('Paste a token first.');
    expect(desk.monday.items).to.have.length(0);
  });

  it('answers 404 for no such site or board, and 422 for what is no token', async () => {
    const nowhere = '0190b3a0-0000-7000-8000-000000000000';
    const status = async (path: string, json: object = {}) =>
      (await desk.parlour.admin.call(`/api/v1/sites/${path}`, { method: 'POST', json })).status;
    expect(await status(`${nowhere}/monday/boards`)).to.equal(404);
    expect(await status(`${nowhere}/monday/boards/1`)).to.equal(404);
    expect(await status(`${nowhere}/test/monday`)).to.equal(404);
    expect(await status(`${desk.parlour.site.id}/monday/boards/abc`)).to.equal(404);
    expect(await status(`${desk.parlour.site.id}/monday/boards`, { token: 7 })).to.equal(422);
  });
});
