import { expect } from 'chai';
import { MONDAY_TOKEN } from '../../../support/fakes/monday.ts';
import { BOARD, MondayDesk } from './support.ts';

describe('items on Monday.com (promise 4)', () => {
  let desk: MondayDesk;

  before(async () => {
    desk = await MondayDesk.start();
  });
  after(() => desk?.stop());
  beforeEach(() => desk.monday.reset());

  it('makes one item of a completed lead, each value as its column wants it, and links to it', async () => {
    const visitor = await desk.completedLead(await desk.site(), {
      phone: '+49 30 901820',
      custom: { budget: 'Up to 5,000 €' },
    });
    const delivery = await desk.settled(visitor);
    expect(desk.monday.items).to.have.length(1);
    const [item] = desk.monday.items;
    expect(item).to.include({ boardId: BOARD, groupId: 'group_two', name: 'Ana Núñez' });
    const { long_text_mkx7: talk, date4, numbers_mkx5: score, ...values } = item!.values;
    expect(values).to.deep.equal({
      email_mkx1: { email: 'ana@acme.example', text: 'ana@acme.example' },
      phone_mkx2: { phone: '+4930901820', countryShortName: 'DE' },
      text_mkx3: 'Acme',
      status: { label: 'Up to 5,000 €' },
      dropdown_mkx4: { labels: ['newsletter'] },
      link_mkx6: {
        url: `${desk.parlour.url}/dashboard/conversations/${visitor.sessionId}`,
        text: 'Conversation',
      },
      text_mkx8: visitor.sessionId,
    });
    expect((talk as { text: string }).text).to.match(/^Assistant: /);
    expect((date4 as { date: string }).date).to.match(/^\d{4}-\d{2}-\d{2}$/);
    expect(Number(score)).to.be.greaterThan(0);
    const [call] = desk.monday.of('create_item');
    expect(call!.headers).to.include({ authorization: MONDAY_TOKEN, 'api-version': '2026-10' });
    expect(call!.headers['idempotency-key']).to.be.a('string');
    // The first try needs no search: an account may have only 200 calls a day.
    expect(desk.monday.of('items_page_by_column_values')).to.have.length(0);
    const link = `https://lindenhof.monday.com/boards/${BOARD}/pulses/${item!.id}`;
    expect(delivery).to.include({ externalUrl: link, kind: 'monday', target: `board ${BOARD}` });
    const { lead } = await desk.detailOf(visitor);
    const { links } = await desk.parlour.admin.get<{ links: unknown }>(`/api/v1/leads/${lead!.id}`);
    expect(links).to.deep.equal([{ kind: 'monday', url: link }]);
  });

  it('changes the item when the lead changes: only what changed, and empties what was forgotten', async () => {
    const visitor = await desk.completedLead(await desk.site());
    await desk.settled(visitor);
    const { lead } = await desk.detailOf(visitor);
    const [item] = desk.monday.items;
    // Somebody works on the board meanwhile; that is theirs.
    item!.values.date4 = { date: '2030-01-01' };
    await desk.parlour.admin.call(`/api/v1/leads/${lead!.id}`, {
      method: 'PATCH',
      json: { name: 'Ana Ruiz', company: null, phone: '+34 912 345 678' },
    });
    await desk.settled(visitor, 'delivered', 2);
    expect(desk.monday.items).to.have.length(1);
    expect(item!.name).to.equal('Ana Ruiz');
    expect(item!.values.text_mkx3).to.equal(null);
    expect(item!.values.date4).to.deep.equal({ date: '2030-01-01' });
    expect(item!.values.phone_mkx2).to.deep.equal({ phone: '+34912345678', countryShortName: 'ES' });
    expect((await desk.last(visitor)).externalUrl).to.match(/pulses/);
    // Who looks after the lead is on no column: Monday is not asked.
    const calls = desk.monday.calls.length;
    const me = await desk.parlour.admin.get<{ id: string }>('/api/v1/auth/me');
    await desk.parlour.admin.call(`/api/v1/leads/${lead!.id}`, { method: 'PATCH', json: { ownerId: me.id } });
    const third = await desk.settled(visitor, 'delivered', 3);
    expect((await desk.lastTry(third)).response).to.equal('Nothing on the item had to change.');
    expect(desk.monday.calls).to.have.length(calls);
  });

  it('sends qualified leads alone where the site says so', async () => {
    const visitor = await desk.completedLead(await desk.site({ when: 'qualified' }));
    expect(await desk.deliveriesOf(visitor)).to.have.length(0);
    const { lead } = await desk.detailOf(visitor);
    await desk.parlour.admin.call(`/api/v1/leads/${lead!.id}`, {
      method: 'PATCH',
      json: { qualification: 'qualified' },
    });
    await desk.settled(visitor);
    expect(desk.monday.items).to.have.length(1);
  });

  it('leaves out the column that will not take its value, and tells staff which', async () => {
    const visitor = await desk.completedLead(await desk.site(), { custom: { budget: 'Forbidden label' } });
    const delivery = await desk.settled(visitor);
    expect(desk.monday.items).to.have.length(1);
    expect(desk.monday.items[0]!.values).to.not.have.property('status');
    expect(desk.monday.items[0]!.values).to.have.property('email_mkx1');
    expect((await desk.lastTry(delivery)).response).to.equal('The item was made. Left out: Budget.');
    const { incidents } = await desk.detailOf(visitor);
    expect(incidents.map(({ node, workflow }) => [node, workflow.name])).to.deep.equal([
      ['Budget', 'Monday.com'],
    ]);
  });

  it('makes a deleted item anew once, then only when somebody sends the lead again', async () => {
    const visitor = await desk.completedLead(await desk.site());
    await desk.settled(visitor);
    const { lead } = await desk.detailOf(visitor);
    const change = (company: string) =>
      desk.parlour.admin.call(`/api/v1/leads/${lead!.id}`, { method: 'PATCH', json: { company } });
    desk.monday.items[0]!.state = 'deleted';
    await change('Beta');
    expect((await desk.settled(visitor, 'delivered', 2)).externalUrl).to.contain(desk.monday.items[1]!.id);
    desk.monday.items[1]!.state = 'archived';
    await change('Gamma');
    expect((await desk.settled(visitor, 'dead', 3)).lastError).to.match(/a second time/);
    expect(desk.monday.items).to.have.length(2);
    await desk.parlour.admin.call(`/api/v1/leads/${lead!.id}/deliver`, { method: 'POST' });
    await desk.settled(visitor, 'delivered', 4);
    expect(desk.monday.active.map(({ values }) => values.text_mkx3)).to.deep.equal(['Gamma']);
  });
});
