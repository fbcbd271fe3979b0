import { expect } from 'chai';
import type { EmailState } from '../../../../backend/integrations/email/schema.ts';
import type { PersonPage } from '../../../../backend/staff/people/schema.ts';
import { counted, measured } from '../../../support/measured.ts';
import { MailDesk } from './support.ts';

describe('mail that fails on its way (promise 10)', () => {
  let desk: MailDesk;

  before(async () => {
    desk = await MailDesk.start();
  });
  after(() => desk?.stop());
  beforeEach(() => desk.reset());

  it('makes one mail of one event, whatever goes wrong on the way', async () => {
    // Taken, but the connection broke before Resend said so; then slow down; then it fails; then it is known.
    desk.resend.faults = [
      'cut',
      { status: 429, name: 'rate_limit_exceeded', headers: { 'retry-after': '2', 'ratelimit-reset': '40' } },
      { status: 500, name: 'internal_server_error' },
      { status: 409, name: 'concurrent_idempotent_requests' },
    ];
    const visitor = await desk.completedLead();
    await desk.ended(visitor.sessionId, 'failed', 1);
    await desk.makeDue();
    await desk.ended(visitor.sessionId, 'failed', 2);
    const slowed = await desk.oneOf(visitor.sessionId);
    expect(slowed.lastError).to.equal('Resend asks us to go slower.');
    expect(Date.parse(slowed.nextAttemptAt!) - Date.now()).to.be.above(35_000);
    for (const attempts of [3, 4]) {
      await desk.makeDue();
      await desk.ended(visitor.sessionId, 'failed', attempts);
    }
    // Meanwhile the lead has changed, so the mail that is made now is not the one that was taken.
    await visitor.call('/session/lead', { method: 'PUT', json: { company: 'Acme and Sons' } });
    await desk.makeDue();
    await desk.ended(visitor.sessionId, 'delivered', 5);
    const mails = desk.resend.to('team@example.com');
    expect(mails).to.have.length(1);
    const { tries } = await desk.detail((await desk.oneOf(visitor.sessionId)).id);
    measured(
      10,
      counted`Resend fails ${tries.length - 1} times in ${tries.length} tries: ${mails.length} mail`,
    );
    expect(tries.map(({ status }) => status)).to.deep.equal([null, 429, 500, 409, 409]);
  });

  it('waits for a quota, and gives up what Resend will never take', async () => {
    desk.resend.faults = [{ status: 429, name: 'daily_quota_exceeded' }];
    const waits = await desk.completedLead();
    await desk.ended(waits.sessionId, 'failed', 1);
    expect(Date.parse((await desk.oneOf(waits.sessionId)).nextAttemptAt!) - Date.now()).to.be.above(
      3_600_000,
    );
    desk.resend.faults = [{ status: 422, name: 'validation_error', message: 'Invalid `from` field.' }];
    const wrong = await desk.completedLead();
    await desk.ended(wrong.sessionId, 'dead', 1);
    expect((await desk.oneOf(wrong.sessionId)).lastError).to.match(
      /does not take this mail.*Invalid `from` field/,
    );
    await desk.parlour.database('deliveries').where({ status: 'failed' }).update({ status: 'dead' });
    // Sent again on demand after it arrived: a second mail, because somebody wants it.
    const arrived = await desk.completedLead();
    await desk.ended(arrived.sessionId, 'delivered', 1);
    const { id } = await desk.oneOf(arrived.sessionId);
    await desk.parlour.admin.call(`/api/v1/deliveries/${id}/retry`, { method: 'POST' });
    await desk.ended(arrived.sessionId, 'delivered', 2);
    expect(desk.resend.to('team@example.com')).to.have.length(2);
  });

  it('sends nothing more where mail came back, says so, and can be told that it is well again', async () => {
    const bounced = await desk.siteTo(['gone@example.com']);
    const at = new Date();
    expect(
      (
        await desk.hook(
          'email.bounced',
          'gone@example.com',
          {},
          at,
          `whsec_${Buffer.from('x'.repeat(32)).toString('base64')}`,
        )
      ).status,
    ).to.equal(403);
    const old = new Date(Date.now() - 6 * 60_000);
    expect((await desk.hook('email.bounced', 'gone@example.com', {}, old)).status).to.equal(403);
    const state = () => desk.parlour.admin.get<EmailState>(`/api/v1/sites/${bounced.id}/email`);
    expect((await state()).marked).to.deep.equal([]);
    expect(
      (await desk.hook('email.bounced', 'gone@example.com', { bounce: { type: 'Transient' } }, at)).status,
    ).to.equal(204);
    expect((await desk.hook('email.delivered', 'gone@example.com')).status).to.equal(204);
    expect((await state()).marked).to.deep.equal([]);
    for (let twice = 0; twice < 2; twice++)
      expect(
        (await desk.hook('email.bounced', 'Gone@example.com', { bounce: { type: 'Permanent' } }, at)).status,
      ).to.equal(204);
    expect((await state()).marked.map(({ address, kind }) => [address, kind])).to.deep.equal([
      ['gone@example.com', 'bounced'],
    ]);
    const lost = await desk.completedLead(bounced.key);
    await desk.ended(lost.sessionId, 'dead', 1);
    expect((await desk.oneOf(lost.sessionId)).lastError).to.match(/came back/);
    await desk.parlour.admin.call('/api/v1/mail-addresses/clear', {
      method: 'POST',
      json: { address: 'gone@example.com' },
    });
    // The same news again is old news.
    await desk.hook('email.bounced', 'gone@example.com', { bounce: { type: 'Permanent' } }, at);
    expect((await state()).marked).to.deep.equal([]);
    await desk.completedLead(bounced.key);
    await desk.mailTo('gone@example.com');
    // A complaint of somebody of the team stands beside them; a stranger's address is not kept.
    await desk.hook('email.complained', desk.ana.email);
    await desk.hook('email.bounced', 'stranger@elsewhere.example');
    const { items } = await desk.parlour.admin.get<PersonPage>('/api/v1/users');
    expect(items.find(({ id }) => id === desk.ana.id)!.mailProblem).to.equal('complained');
    expect(await desk.parlour.database('mail_marks')).to.have.length(2);
    await desk.parlour.admin.call('/api/v1/mail-addresses/clear', {
      method: 'POST',
      json: { address: desk.ana.email },
    });
  });
});
