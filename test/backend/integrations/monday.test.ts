import { expect } from 'chai';
import type { DeliveryDetail, DeliveryView } from '../../../backend/deliveries/schema.ts';
import type { MondayBoardAnswer, MondayBoards } from '../../../backend/integrations/monday/schema.ts';
import type { SessionDetail } from '../../../backend/sessions/schema.ts';
import type { SiteView } from '../../../backend/sites/schema.ts';
import { FakeMonday, MONDAY_TOKEN } from '../../support/fakes/monday.ts';
import { counted, measured } from '../../support/measured.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { until } from '../../support/until.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

const BOARD = '1234567890';
const HALF_AN_HOUR = 31 * 60_000;
const COLUMNS = {
  email: 'email_mkx1',
  phone: 'phone_mkx2',
  company: 'text_mkx3',
  budget: 'status',
  'utm.source': 'dropdown_mkx4',
  'session.startedAt': 'date4',
  'lead.score': 'numbers_mkx5',
  'session.link': 'link_mkx6',
  'session.transcript': 'long_text_mkx7',
  'session.id': 'text_mkx8',
};

describe('Monday.com (promises 4 and 10)', () => {
  let parlour: TestParlour;
  let monday: FakeMonday;

  before(async () => {
    monday = await FakeMonday.start();
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
  });
  after(async () => {
    await parlour?.stop();
    await monday?.stop();
  });
  beforeEach(() => monday.reset());

  const settings = (more: object = {}) => ({
    token: MONDAY_TOKEN,
    boardId: BOARD,
    groupId: 'group_two',
    columns: COLUMNS,
    apiUrl: monday.url,
    ...more,
  });
  const site = (more: object = {}) =>
    parlour.createSite({
      lead: {
        fields: [
          { name: 'email', type: 'email', label: 'E-mail', question: 'E-mail?', required: true },
          { name: 'budget', type: 'text', label: 'Budget', question: 'Budget?', required: false },
        ],
      },
      integrations: { monday: settings(more) },
    } as never);

  const leave = (visitor: VisitorClient, lead: object) =>
    visitor.call('/session/lead', { method: 'PUT', json: lead });

  async function completedLead({ key }: SiteView, lead: object = {}): Promise<VisitorClient> {
    const visitor = await VisitorClient.start(parlour.url, key, { utm: { source: 'newsletter' } });
    await leave(visitor, { name: 'Ana Núñez', email: 'ana@acme.example', company: 'Acme', ...lead });
    await visitor.call('/session/complete', { method: 'POST' });
    return visitor;
  }

  const deliveriesOf = async ({ sessionId }: VisitorClient) =>
    (await parlour.admin.get<{ items: DeliveryView[] }>(`/api/v1/deliveries?session=${sessionId}`)).items;
  /** The newest. */
  const last = async (visitor: VisitorClient) => (await deliveriesOf(visitor))[0]!;
  const settled = async (visitor: VisitorClient, status: DeliveryView['status'] = 'delivered', of = 1) => {
    await until(async () => {
      const found = await deliveriesOf(visitor);
      return found.length === of && found[0]!.status === status;
    }, `delivery ${of} to be ${status}`);
    return last(visitor);
  };
  const lastTry = async ({ id }: DeliveryView) =>
    (await parlour.admin.get<DeliveryDetail>(`/api/v1/deliveries/${id}`)).tries.at(-1)!;
  /** Hours pass: whatever waits for its next try is due. */
  const makeDue = () =>
    parlour.database.raw(
      `UPDATE deliveries SET next_attempt_at = now() WHERE status IN ('pending', 'failed')`,
    );
  const detailOf = ({ sessionId }: VisitorClient) =>
    parlour.admin.get<SessionDetail>(`/api/v1/sessions/${sessionId}`);
  const waitOf = ({ nextAttemptAt }: DeliveryView) => (Date.parse(nextAttemptAt!) - Date.now()) / 1000;

  it('makes one item of a completed lead, each value as its column wants it, and links to it', async () => {
    const visitor = await completedLead(await site(), {
      phone: '+49 30 901820',
      custom: { budget: 'Up to 5,000 €' },
    });
    const delivery = await settled(visitor);
    expect(monday.items).to.have.length(1);
    const [item] = monday.items;
    expect(item).to.include({ boardId: BOARD, groupId: 'group_two', name: 'Ana Núñez' });
    const { long_text_mkx7: talk, date4, numbers_mkx5: score, ...values } = item!.values;
    expect(values).to.deep.equal({
      email_mkx1: { email: 'ana@acme.example', text: 'ana@acme.example' },
      phone_mkx2: { phone: '+4930901820', countryShortName: 'DE' },
      text_mkx3: 'Acme',
      status: { label: 'Up to 5,000 €' },
      dropdown_mkx4: { labels: ['newsletter'] },
      link_mkx6: {
        url: `${parlour.url}/dashboard/conversations/${visitor.sessionId}`,
        text: 'Conversation',
      },
      text_mkx8: visitor.sessionId,
    });
    expect((talk as { text: string }).text).to.match(/^Assistant: /);
    expect((date4 as { date: string }).date).to.match(/^\d{4}-\d{2}-\d{2}$/);
    expect(Number(score)).to.be.greaterThan(0);
    const [call] = monday.of('create_item');
    expect(call!.headers).to.include({ authorization: MONDAY_TOKEN, 'api-version': '2026-10' });
    expect(call!.headers['idempotency-key']).to.be.a('string');
    // The first try needs no search: an account may have only 200 calls a day.
    expect(monday.of('items_page_by_column_values')).to.have.length(0);
    const link = `https://lindenhof.monday.com/boards/${BOARD}/pulses/${item!.id}`;
    expect(delivery).to.include({ externalUrl: link, kind: 'monday', target: `board ${BOARD}` });
    const { lead } = await detailOf(visitor);
    const { links } = await parlour.admin.get<{ links: unknown }>(`/api/v1/leads/${lead!.id}`);
    expect(links).to.deep.equal([{ kind: 'monday', url: link }]);
  });

  it('changes the item when the lead changes: only what changed, and empties what was forgotten', async () => {
    const visitor = await completedLead(await site());
    await settled(visitor);
    const { lead } = await detailOf(visitor);
    const [item] = monday.items;
    // Somebody works on the board meanwhile; that is theirs.
    item!.values.date4 = { date: '2030-01-01' };
    await parlour.admin.call(`/api/v1/leads/${lead!.id}`, {
      method: 'PATCH',
      json: { name: 'Ana Ruiz', company: null, phone: '+34 912 345 678' },
    });
    await settled(visitor, 'delivered', 2);
    expect(monday.items).to.have.length(1);
    expect(item!.name).to.equal('Ana Ruiz');
    expect(item!.values.text_mkx3).to.equal(null);
    expect(item!.values.date4).to.deep.equal({ date: '2030-01-01' });
    expect(item!.values.phone_mkx2).to.deep.equal({ phone: '+34912345678', countryShortName: 'ES' });
    expect((await last(visitor)).externalUrl).to.match(/pulses/);
    // Who looks after the lead is on no column: Monday is not asked.
    const calls = monday.calls.length;
    const me = await parlour.admin.get<{ id: string }>('/api/v1/auth/me');
    await parlour.admin.call(`/api/v1/leads/${lead!.id}`, { method: 'PATCH', json: { ownerId: me.id } });
    const third = await settled(visitor, 'delivered', 3);
    expect((await lastTry(third)).response).to.equal('Nothing on the item had to change.');
    expect(monday.calls).to.have.length(calls);
  });

  it('sends qualified leads alone where the site says so', async () => {
    const visitor = await completedLead(await site({ when: 'qualified' }));
    expect(await deliveriesOf(visitor)).to.have.length(0);
    const { lead } = await detailOf(visitor);
    await parlour.admin.call(`/api/v1/leads/${lead!.id}`, {
      method: 'PATCH',
      json: { qualification: 'qualified' },
    });
    await settled(visitor);
    expect(monday.items).to.have.length(1);
  });

  for (const columns of [COLUMNS, { email: 'email_mkx1' }])
    it(`finds the item whose answer was cut off, also after half an hour, ${'session.id' in columns ? 'by its id' : 'by its name'}`, async () => {
      const place = await site({ columns });
      // Another visitor of the same name has an item already: that is not theirs.
      const namesake = await completedLead(place, { email: 'other@acme.example' });
      await settled(namesake);
      monday.next('cutAfter', 'create_item');
      const visitor = await completedLead(place);
      await settled(visitor, 'failed');
      expect(monday.items).to.have.length(2);
      monday.pass(HALF_AN_HOUR);
      // The second try is cut off before it does anything: that must not make a third one either.
      monday.next('cutBefore', 'items_page_by_column_values');
      await makeDue();
      await until(async () => {
        const { attempts } = await last(visitor);
        return attempts === 2 && (await lastTry(await last(visitor))).error !== null;
      }, 'the second try to fail');
      await makeDue();
      const { externalUrl } = await settled(visitor);
      expect(monday.items).to.have.length(2);
      expect(externalUrl).to.contain(monday.items[1]!.id);
      expect(monday.items[1]!.values.email_mkx1).to.include({ email: 'ana@acme.example' });
    });

  it('knows the same creation by its key when the search does not find it yet', async () => {
    monday.next('cutAfter', 'create_item');
    const visitor = await completedLead(await site());
    await settled(visitor, 'failed');
    const [item] = monday.items;
    item!.values.text_mkx8 = 'not in the index yet';
    await makeDue();
    await settled(visitor);
    expect(monday.items).to.have.length(1);
    const keys = monday.of('create_item').map(({ headers }) => headers['idempotency-key']);
    expect(keys).to.have.length(2);
    measured(
      10,
      counted`cut off after it was made and asked ${keys.length} times: ${monday.items.length} item`,
    );
    expect(new Set(keys)).to.have.property('size', 1);
  });

  it('waits as long as Monday asks, and is not caught by the refusal that Monday remembers', async () => {
    const place = await site();
    const toMidnight = () => (new Date().setUTCHours(24, 0, 0, 0) - Date.now()) / 1000;
    const cases = [
      ['complexity', 37, /slow down/],
      ['complexityOld', 41, /slow down/],
      ['rate', 55, /slow down/],
      ['busy', 5, /busy/],
      ['daily', 60, /midnight/],
      ['error500', 5, /could not answer \(500\)/],
      ['html', 5, /could not answer \(502\)/],
    ] as const;
    const visitors: VisitorClient[] = [];
    for (const [fault, seconds, words] of cases) {
      monday.next(fault, 'create_item');
      const visitor = await completedLead(place);
      const failed = await settled(visitor, 'failed');
      const expected = seconds + (fault === 'daily' ? toMidnight() : 0);
      expect(waitOf(failed), fault).to.be.within(expected - 4, expected + 4);
      expect(failed.lastError, fault).to.match(words);
      visitors.push(visitor);
    }
    await makeDue();
    for (const visitor of visitors) await settled(visitor);
    expect(monday.items).to.have.length(cases.length);
    const more = monday.items.length - visitors.length;
    measured(
      10,
      counted`Monday refuses in ${cases.length} ways: ${visitors.length} leads, ${more} items too many`,
    );
  });

  it('leaves out the column that will not take its value, and tells staff which', async () => {
    const visitor = await completedLead(await site(), { custom: { budget: 'Forbidden label' } });
    const delivery = await settled(visitor);
    expect(monday.items).to.have.length(1);
    expect(monday.items[0]!.values).to.not.have.property('status');
    expect(monday.items[0]!.values).to.have.property('email_mkx1');
    expect((await lastTry(delivery)).response).to.equal('The item was made. Left out: Budget.');
    const { incidents } = await detailOf(visitor);
    expect(incidents.map(({ node, workflow }) => [node, workflow.name])).to.deep.equal([
      ['Budget', 'Monday.com'],
    ]);
  });

  it('ends with plain words where trying again can’t help, and goes on once it is put right', async () => {
    monday.next('unauthorized', 'create_item');
    const place = await site();
    const visitor = await completedLead(place);
    const dead = await settled(visitor, 'dead');
    expect(dead.lastError).to.match(/does not accept the token/);
    await parlour.admin.call(`/api/v1/deliveries/${dead.id}/retry`, { method: 'POST' });
    await settled(visitor);
    expect(monday.items).to.have.length(1);
    for (const [more, words] of [
      [{ boardId: '55' }, /board is not there/],
      [{ groupId: 'gone' }, /no such board, group/],
      [{ token: 'another' }, /does not accept the token/],
    ] as const) {
      const other = await completedLead(await site(more));
      expect((await settled(other, 'dead')).lastError).to.match(words);
    }
    expect(monday.items).to.have.length(1);
  });

  it('makes a deleted item anew once, then only when somebody sends the lead again', async () => {
    const visitor = await completedLead(await site());
    await settled(visitor);
    const { lead } = await detailOf(visitor);
    const change = (company: string) =>
      parlour.admin.call(`/api/v1/leads/${lead!.id}`, { method: 'PATCH', json: { company } });
    monday.items[0]!.state = 'deleted';
    await change('Beta');
    expect((await settled(visitor, 'delivered', 2)).externalUrl).to.contain(monday.items[1]!.id);
    monday.items[1]!.state = 'archived';
    await change('Gamma');
    expect((await settled(visitor, 'dead', 3)).lastError).to.match(/a second time/);
    expect(monday.items).to.have.length(2);
    await parlour.admin.call(`/api/v1/leads/${lead!.id}/deliver`, { method: 'POST' });
    await settled(visitor, 'delivered', 4);
    expect(monday.active.map(({ values }) => values.text_mkx3)).to.deep.equal(['Gamma']);
  });

  it('changes a board by one call at a time, also for two sites', async () => {
    const sites = await Promise.all([site(), site()]);
    const visitors = await Promise.all([...sites, ...sites, ...sites].map((each) => completedLead(each)));
    for (const visitor of visitors) await settled(visitor);
    expect(monday.items).to.have.length(6);
    expect(monday.mostAtOnce).to.equal(1);
  });

  it('lists boards and columns with a token that was only pasted, and tries what is set up, making nothing', async () => {
    const { id } = await parlour.createSite();
    const ask = <T>(path: string, body?: object) =>
      parlour.admin.post<T>(`/api/v1/sites/${id}${path}`, body ?? {});
    const pasted = { token: MONDAY_TOKEN, apiUrl: monday.url };
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
    expect((await trying(settings())).message).to.match(/can be reached, and all 10 columns are there/);
    const gone = await trying(settings({ columns: { email: 'gone_column' } }));
    expect(gone).to.deep.include({ ok: false });
    expect(gone.message).to.contain('gone_column');
    expect((await trying(settings({ boardId: '55' }))).message).to.match(/board is not there/);
    expect((await trying(settings({ token: 'wrong' }))).ok).to.equal(false);
    expect((await trying(settings({ apiUrl: 'http://127.0.0.1:1/v2' }))).message).to.match(
      /could not be reached/,
    );

    // A saved token is not sent to an address that is only being tried.
    await parlour.admin.call(`/api/v1/sites/${id}`, {
      method: 'PATCH',
      json: { integrations: { monday: settings() } },
    });
    expect((await ask<MondayBoards>('/monday/boards')).ok).to.equal(true);
    const elsewhere = await ask<MondayBoards>('/monday/boards', { apiUrl: `${monday.url}?elsewhere` });
    expect(elsewhere.message).to.equal('Paste a token first.');
    expect(monday.items).to.have.length(0);
  });

  it('answers 404 for no such site or board, and 422 for what is no token', async () => {
    const nowhere = '0190b3a0-0000-7000-8000-000000000000';
    const status = async (path: string, json: object = {}) =>
      (await parlour.admin.call(`/api/v1/sites/${path}`, { method: 'POST', json })).status;
    expect(await status(`${nowhere}/monday/boards`)).to.equal(404);
    expect(await status(`${nowhere}/monday/boards/1`)).to.equal(404);
    expect(await status(`${nowhere}/test/monday`)).to.equal(404);
    expect(await status(`${parlour.site.id}/monday/boards/abc`)).to.equal(404);
    expect(await status(`${parlour.site.id}/monday/boards`, { token: 7 })).to.equal(422);
  });
});
