import { expect } from 'chai';
import { counted, measured } from '../../../support/measured.ts';
import { until } from '../../../support/until.ts';
import type { VisitorClient } from '../../../support/visitor-client.ts';
import { COLUMNS, MondayDesk } from './support.ts';

const HALF_AN_HOUR = 31 * 60_000;

describe('Monday.com that fails halfway (promise 10)', () => {
  let desk: MondayDesk;

  before(async () => {
    desk = await MondayDesk.start();
  });
  after(() => desk?.stop());
  beforeEach(() => desk.monday.reset());

  for (const columns of [COLUMNS, { email: 'email_mkx1' }])
    it(`finds the item whose answer was cut off, also after half an hour, ${'session.id' in columns ? 'by its id' : 'by its name'}`, async () => {
      const place = await desk.site({ columns });
      // Another visitor of the same name has an item already: that is not theirs.
      const namesake = await desk.completedLead(place, { email: 'other@acme.example' });
      await desk.settled(namesake);
      desk.monday.next('cutAfter', 'create_item');
      const visitor = await desk.completedLead(place);
      await desk.settled(visitor, 'failed');
      expect(desk.monday.items).to.have.length(2);
      desk.monday.pass(HALF_AN_HOUR);
      // The second try is cut off before it does anything: that must not make a third one either.
      desk.monday.next('cutBefore', 'items_page_by_column_values');
      await desk.makeDue();
      await until(async () => {
        const { attempts } = await desk.last(visitor);
        return attempts === 2 && (await desk.lastTry(await desk.last(visitor))).error !== null;
      }, 'the second try to fail');
      await desk.makeDue();
      const { externalUrl } = await desk.settled(visitor);
      expect(desk.monday.items).to.have.length(2);
      expect(externalUrl).to.contain(desk.monday.items[1]!.id);
      expect(desk.monday.items[1]!.values.email_mkx1).to.include({ email: 'ana@acme.example' });
    });

  it('knows the same creation by its key when the search does not find it yet', async () => {
    desk.monday.next('cutAfter', 'create_item');
    const visitor = await desk.completedLead(await desk.site());
    await desk.settled(visitor, 'failed');
    const [item] = desk.monday.items;
    item!.values.text_mkx8 = 'not in the index yet';
    await desk.makeDue();
    await desk.settled(visitor);
    expect(desk.monday.items).to.have.length(1);
    const keys = desk.monday.of('create_item').map(({ headers }) => headers['idempotency-key']);
    expect(keys).to.have.length(2);
    measured(
      10,
      counted`cut off after it was made and asked ${keys.length} times: ${desk.monday.items.length} item`,
    );
    expect(new Set(keys)).to.have.property('size', 1);
  });

  it('waits as long as Monday asks, and is not caught by the refusal that Monday remembers', async () => {
    const place = await desk.site();
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
      desk.monday.next(fault, 'create_item');
      const visitor = await desk.completedLead(place);
      const failed = await desk.settled(visitor, 'failed');
      const { at, durationMs } = await desk.lastTry(failed);
      const ended = Date.parse(at) + durationMs!;
      const from = fault === 'daily' ? new Date(ended).setUTCHours(24, 0, 0, 0) : ended;
      const waits = (Date.parse(failed.nextAttemptAt!) - from) / 1000;
      expect(waits, fault).to.be.within(seconds - 4, seconds + 4);
      expect(failed.lastError, fault).to.match(words);
      visitors.push(visitor);
    }
    await desk.makeDue();
    for (const visitor of visitors) await desk.settled(visitor);
    expect(desk.monday.items).to.have.length(cases.length);
    const more = desk.monday.items.length - visitors.length;
    measured(
      10,
      counted`Monday refuses in ${cases.length} ways: ${visitors.length} leads, ${more} items too many`,
    );
  });

  it('ends with plain words where trying again can’t help, and goes on once it is put right', async () => {
    desk.monday.next('unauthorized', 'create_item');
    const place = await desk.site();
    const visitor = await desk.completedLead(place);
    const dead = await desk.settled(visitor, 'dead');
    expect(dead.lastError).to.match(/does not accept the token/);
    await desk.parlour.admin.call(`/api/v1/deliveries/${dead.id}/retry`, { method: 'POST' });
    await desk.settled(visitor);
    expect(desk.monday.items).to.have.length(1);
    for (const [more, words] of [
      [{ boardId: '55' }, /board is not there/],
      [{ groupId: 'gone' }, /no such board, group/],
      [{ token: 'another' }, /does not accept the token/],
    ] as const) {
      const other = await desk.completedLead(await desk.site(more));
      expect((await desk.settled(other, 'dead')).lastError).to.match(words);
    }
    expect(desk.monday.items).to.have.length(1);
  });

  it('changes a board by one call at a time, also for two sites', async () => {
    const sites = await Promise.all([desk.site(), desk.site()]);
    const visitors = await Promise.all(
      [...sites, ...sites, ...sites].map((each) => desk.completedLead(each)),
    );
    for (const visitor of visitors) await desk.settled(visitor);
    expect(desk.monday.items).to.have.length(6);
    expect(desk.monday.mostAtOnce).to.equal(1);
  });
});
