import { expect } from 'chai';
import { Webhook } from 'standardwebhooks';
import type { DeliveryDetail, DeliveryView } from '../../../backend/deliveries/schema.ts';
import { planSummaries } from '../../../backend/integrations/email/jobs.ts';
import type { EmailState, OutboxDetail, OutboxPage } from '../../../backend/integrations/email/schema.ts';
import type { Invited, PersonPage } from '../../../backend/staff/people/schema.ts';
import { startFakeReceiver } from '../../support/fakes/receiver.ts';
import { FakeResend, type SentMail } from '../../support/fakes/resend.ts';
import { call } from '../../support/http-client.ts';
import { counted, measured } from '../../support/measured.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { confirm, letIn, type TestPerson, tokenOf } from '../../support/people.ts';
import { until } from '../../support/until.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

const SECRET = `whsec_${Buffer.from('what Resend signs its news with.').toString('base64')}`;

describe('mail (promises 4, 10 and 16)', () => {
  let resend: FakeResend;
  let parlour: TestParlour;
  let ana: TestPerson;
  let ben: TestPerson;
  let site: { id: string; key: string };

  before(async () => {
    resend = await FakeResend.start();
    parlour = await startTestParlour({
      ...resend.environment,
      RESEND_WEBHOOK_SECRET: SECRET,
      RATE_LIMIT_FACTOR: '0',
    });
    ana = await letIn(parlour, 'agent', 'Ana Silva');
    ben = await letIn(parlour, 'agent', 'Ben Okoro');
    site = await siteTo(['team@example.com']);
  });

  after(async () => {
    await parlour.stop();
    await resend.stop();
  });

  beforeEach(() => {
    resend.mails = [];
    resend.faults = [];
  });

  const siteTo = (to: string[], events?: string[]) =>
    parlour.createSite({
      name: 'Lindenhof',
      integrations: { email: { to, ...(events && { events }) } },
    } as never);

  async function completedLead(key = site.key, lead: Record<string, unknown> = {}): Promise<VisitorClient> {
    const visitor = await VisitorClient.start(parlour.url, key);
    const json = { name: 'Mara Vogel', email: 'mara@acme.example', ...lead };
    await visitor.call('/session/lead', { method: 'PUT', json });
    await visitor.call('/session/complete', { method: 'POST' });
    return visitor;
  }

  const deliveriesOf = async (sessionId: string) =>
    (await parlour.admin.get<{ items: DeliveryView[] }>(`/api/v1/deliveries?session=${sessionId}`)).items;
  const oneOf = async (sessionId: string) =>
    (await deliveriesOf(sessionId)).find(({ event }) => event === 'lead.completed')!;
  const detail = (id: string) => parlour.admin.get<DeliveryDetail>(`/api/v1/deliveries/${id}`);
  const makeDue = () =>
    parlour.database.raw(`UPDATE deliveries SET next_attempt_at = now() WHERE status = 'failed'`);
  const mailTo = async (address: string, count = 1): Promise<SentMail> => {
    await until(() => resend.to(address).length >= count, `mail ${count} to ${address}`);
    return resend.to(address)[count - 1]!;
  };
  /** A lead's mail was tried so often, the last try has ended, and this came of it. */
  const ended = (sessionId: string, status: DeliveryView['status'], attempts: number) =>
    until(async () => {
      const delivery = await oneOf(sessionId);
      if (delivery?.status !== status || delivery.attempts !== attempts) return false;
      return (await detail(delivery.id)).tries[attempts - 1]?.durationMs != null;
    }, `a lead’s mail to be ${status} after ${attempts}`);
  const review = (by: TestPerson, id: string, json: Record<string, unknown>) =>
    by.client.call(`/api/v1/sessions/${id}/review`, { method: 'PUT', json });
  const hook = (
    type: string,
    to: string,
    more: Record<string, unknown> = {},
    at = new Date(),
    secret = SECRET,
  ) => {
    const raw = JSON.stringify({
      type,
      created_at: at.toISOString(),
      data: { email_id: 'e1', to: [to], ...more },
    });
    const id = `msg_${at.getTime()}`;
    return call(`${parlour.url}/hooks/resend`, {
      raw,
      headers: {
        'content-type': 'application/json',
        'svix-id': id,
        'svix-timestamp': String(Math.floor(at.getTime() / 1000)),
        'svix-signature': new Webhook(secret).sign(id, at, raw),
      },
    });
  };

  it('tells of a new lead: who, where, their own words, and a link; an answer goes to the lead', async () => {
    const visitor = await completedLead(site.key, { company: 'Acme' });
    const mail = await mailTo('team@example.com');
    expect(mail).to.include({ subject: 'New lead: Mara Vogel', from: 'Parlour <desk@parlour.example>' });
    expect(mail.reply_to).to.equal('mara@acme.example');
    for (const body of [mail.html, mail.text])
      for (const word of ['Mara Vogel', 'mara@acme.example', 'Acme', 'Lindenhof', '/pricing'])
        expect(body).to.include(word);
    expect(mail.text).to.include(`${parlour.url}/dashboard/conversations/${visitor.sessionId}`);
    const { id } = await oneOf(visitor.sessionId);
    expect(mail.key).to.equal(`lead.completed/${id}`);
    expect(mail.tags).to.deep.include({ name: 'delivery', value: id });
    // Every link leads here, and nothing is fetched.
    const links = [...mail.html.matchAll(/(?:href|src|url)\s*[=(]\s*"?([^">)]+)/g)].map(([, link]) => link!);
    expect(links.filter((link) => !link.startsWith(`${parlour.url}/dashboard/`))).to.deep.equal([]);
  });

  it('makes one mail of one event, whatever goes wrong on the way', async () => {
    // Taken, but the connection broke before Resend said so; then slow down; then it fails; then it is known.
    resend.faults = [
      'cut',
      { status: 429, name: 'rate_limit_exceeded', headers: { 'retry-after': '2', 'ratelimit-reset': '40' } },
      { status: 500, name: 'internal_server_error' },
      { status: 409, name: 'concurrent_idempotent_requests' },
    ];
    const visitor = await completedLead();
    await ended(visitor.sessionId, 'failed', 1);
    await makeDue();
    await ended(visitor.sessionId, 'failed', 2);
    const slowed = await oneOf(visitor.sessionId);
    expect(slowed.lastError).to.equal('Resend asks us to go slower.');
    expect(Date.parse(slowed.nextAttemptAt!) - Date.now()).to.be.above(35_000);
    for (const attempts of [3, 4]) {
      await makeDue();
      await ended(visitor.sessionId, 'failed', attempts);
    }
    // Meanwhile the lead has changed, so the mail that is made now is not the one that was taken.
    await visitor.call('/session/lead', { method: 'PUT', json: { company: 'Acme and Sons' } });
    await makeDue();
    await ended(visitor.sessionId, 'delivered', 5);
    const mails = resend.to('team@example.com');
    expect(mails).to.have.length(1);
    const { tries } = await detail((await oneOf(visitor.sessionId)).id);
    measured(
      10,
      counted`Resend fails ${tries.length - 1} times in ${tries.length} tries: ${mails.length} mail`,
    );
    expect(tries.map(({ status }) => status)).to.deep.equal([null, 429, 500, 409, 409]);
  });

  it('waits for a quota, and gives up what Resend will never take', async () => {
    resend.faults = [{ status: 429, name: 'daily_quota_exceeded' }];
    const waits = await completedLead();
    await ended(waits.sessionId, 'failed', 1);
    expect(Date.parse((await oneOf(waits.sessionId)).nextAttemptAt!) - Date.now()).to.be.above(3_600_000);
    resend.faults = [{ status: 422, name: 'validation_error', message: 'Invalid `from` field.' }];
    const wrong = await completedLead();
    await ended(wrong.sessionId, 'dead', 1);
    expect((await oneOf(wrong.sessionId)).lastError).to.match(
      /does not take this mail.*Invalid `from` field/,
    );
    await parlour.database('deliveries').where({ status: 'failed' }).update({ status: 'dead' });
    // Sent again on demand after it arrived: a second mail, because somebody wants it.
    const arrived = await completedLead();
    await ended(arrived.sessionId, 'delivered', 1);
    const { id } = await oneOf(arrived.sessionId);
    await parlour.admin.call(`/api/v1/deliveries/${id}/retry`, { method: 'POST' });
    await ended(arrived.sessionId, 'delivered', 2);
    expect(resend.to('team@example.com')).to.have.length(2);
  });

  it('tells the receivers of an issue, and of its fix also whoever found it, unless they do not want it', async () => {
    const visitor = await VisitorClient.start(parlour.url, site.key);
    const { messages } = await visitor.say('Do you build on Sundays?');
    await review(ana, visitor.sessionId, {
      status: 'issue',
      category: 'wrong answer',
      cause: 'knowledge',
      developerFeedback: 'Opening hours are missing.',
      messageSeq: messages.at(-1)!.seq,
    });
    const issue = await mailTo('team@example.com');
    expect(issue.subject).to.equal('Issue on Lindenhof: wrong answer');
    for (const word of ['wrong answer', 'The knowledge', 'Opening hours are missing.', 'Ana Silva'])
      expect(issue.text).to.include(word);
    expect(issue.text).to.include(messages.at(-1)!.text.split('\n')[0]!.slice(0, 30));
    expect(issue.text).to.include(`/dashboard/conversations/${visitor.sessionId}`);
    await review(ben, visitor.sessionId, { status: 'fixed', fixedVersion: '12', note: 'Added them.' });
    const fixed = await mailTo(ana.email);
    expect(fixed.text).to.match(
      /The issue you found is fixed[\s\S]*Added them\.[\s\S]*Opening hours are missing/,
    );
    await mailTo('team@example.com', 2);
    expect(resend.to(ben.email)).to.have.length(0);
    // Once more, and now she has switched it off.
    await ana.client.patch('/api/v1/auth/mails', { fixedIssues: false });
    await review(ana, visitor.sessionId, { status: 'issue' });
    await review(ben, visitor.sessionId, { status: 'fixed' });
    await mailTo('team@example.com', 4);
    const settled = async () =>
      (await deliveriesOf(visitor.sessionId)).every(({ status }) => status === 'delivered');
    await until(settled, 'all of it to be settled');
    expect(resend.to(ana.email)).to.have.length(1);
  });

  it('tells that a visitor waits: who asks for a person at once, who waits for one that took over once', async () => {
    const workflow = await startFakeReceiver();
    workflow.answer = () => ({
      status: 200,
      body: JSON.stringify({ output: 'One moment.', handover: true }),
    });
    const { key } = await parlour.createSite({
      agent: { kind: 'n8n', n8n: { url: `${workflow.url}/webhook/chat` } },
      integrations: { email: { to: ['team@example.com'] } },
    } as never);
    const asks = await VisitorClient.start(parlour.url, key);
    await asks.say('A person, please.');
    await asks.say('Hello?');
    await workflow.stop();
    expect((await mailTo('team@example.com')).subject).to.equal(
      'Waiting for a person: Visitor from /pricing',
    );
    const waits = await VisitorClient.start(parlour.url, site.key);
    await ana.client.post(`/api/v1/sessions/${waits.sessionId}/takeover`, {});
    await waits.say('Are you there?');
    await parlour.database.raw(
      `UPDATE chat_sessions SET awaiting_since = now() - interval '3 minutes',
         taken_over_at = now() - interval '3 minutes' WHERE id = ?`,
      [waits.sessionId],
    );
    const mail = await mailTo('team@example.com', 2);
    expect(mail.text).to.match(/Are you there\?[\s\S]*Taken over by: Ana Silva/);
    await parlour.database('chat_sessions').where({ id: waits.sessionId }).update({ mode: 'ai' });
    expect(resend.mails).to.have.length(2);
  });

  it('invites by mail, with a link that works beside the one the admin was shown, and not after it', async () => {
    const invite = (email: string) =>
      parlour.admin.post<Invited>('/api/v1/users', { email, name: 'Cleo Park', role: 'agent' });
    const { inviteUrl } = await invite('cleo@example.com');
    const link = linkIn(await mailTo('cleo@example.com'));
    expect(link).to.not.equal(inviteUrl);
    expect((await confirm(parlour.url, tokenOf(link), 'a red kite over hills')).status).to.equal(200);
    expect((await confirm(parlour.url, tokenOf(inviteUrl), 'a red kite over hills')).status).to.equal(422);
    const { inviteUrl: shown } = await invite('dora@example.com');
    const mailed = linkIn(await mailTo('dora@example.com'));
    expect((await confirm(parlour.url, tokenOf(shown), 'a red kite over hills')).status).to.equal(200);
    expect((await confirm(parlour.url, tokenOf(mailed), 'a red kite over hills')).status).to.equal(422);
    // Trying the old mail again must not bring its link back to life.
    const [delivery] = (
      await parlour.admin.get<{ items: DeliveryView[] }>('/api/v1/deliveries?event=staff.invited')
    ).items;
    await parlour.admin.call(`/api/v1/deliveries/${delivery!.id}/retry`, { method: 'POST' });
    await until(async () => (await detail(delivery!.id)).attempts === 2, 'the second try');
    await until(async () => (await detail(delivery!.id)).status === 'delivered', 'its end');
    expect((await confirm(parlour.url, tokenOf(mailed), 'a red kite over hills')).status).to.equal(422);
    expect(resend.to('dora@example.com')).to.have.length(1);
  });

  it('sends a link for a new password to the person alone, the same over every try', async () => {
    resend.faults = ['cut'];
    await call(`${parlour.url}/api/v1/auth/reset`, {
      json: { email: ben.email },
      headers: { origin: parlour.url },
    });
    const link = linkIn(await mailTo(ben.email));
    await makeDue();
    await until(async () => {
      const { items } = await parlour.admin.get<{ items: DeliveryView[] }>(
        '/api/v1/deliveries?event=staff.reset_requested',
      );
      if (items[0]!.status === 'failed') await makeDue();
      return items[0]!.status === 'delivered' && items[0]!.attempts > 1;
    }, 'the try after the cut');
    expect(resend.mails).to.have.length(1);
    expect(link).to.match(/for=reset$/);
    expect((await confirm(parlour.url, tokenOf(link), 'nine grey geese at dusk')).status).to.equal(200);
    expect((await confirm(parlour.url, tokenOf(link), 'nine grey geese at dawn')).status).to.equal(422);
  });

  it('tells of a new kind of error, of one without a site the admins', async () => {
    const report = (message: string, more: Record<string, unknown> = {}) =>
      parlour.admin.call('/api/v1/errors', {
        method: 'POST',
        json: { workflow: { name: 'Quotes' }, message, ...more },
      });
    const { sessionId } = await VisitorClient.start(parlour.url, site.key);
    await report('The price list is empty', { sessionId });
    const mail = await mailTo('team@example.com');
    expect(mail.subject).to.equal('Error in Quotes');
    expect(mail.text).to.include('The price list is empty');
    await report('The price list is empty', { sessionId });
    await report('Nobody knows this one');
    expect((await mailTo('admin@example.com')).text).to.include('Nobody knows this one');
    expect(resend.to('team@example.com')).to.have.length(1);
  });

  it('sends the daily summary at eight in the sites’ zone, once, to those who chose it', async () => {
    await ana.client.patch('/api/v1/auth/mails', { dailySummary: true });
    const visitor = await completedLead();
    await parlour.database.raw(`UPDATE sites SET timezone = 'Pacific/Auckland'`);
    const eight = new Date(Date.now() + 86_400_000);
    // Eight in the morning of Auckland, on the day after the conversation.
    const auckland = (at: Date) =>
      Number(at.toLocaleString('en-GB', { timeZone: 'Pacific/Auckland', hour: '2-digit', hourCycle: 'h23' }));
    while (auckland(eight) !== 8) eight.setTime(eight.getTime() + 3_600_000);
    const dayOf = (at: Date) => at.toLocaleDateString('en-CA', { timeZone: 'Pacific/Auckland' });
    while (dayOf(new Date(eight.getTime() - 86_400_000)) !== dayOf(new Date()))
      eight.setTime(eight.getTime() - 86_400_000);
    await planSummaries(parlour.database, eight.getTime() - 2 * 3_600_000);
    await planSummaries(parlour.database, eight.getTime());
    await planSummaries(parlour.database, eight.getTime() + 3_600_000);
    const mail = await mailTo(ana.email);
    expect(mail.subject).to.match(/^\w+day \d+ \w+: \d+ conversations?, \d+ leads?$/);
    expect(mail.text).to.match(/Waiting now: \d+/);
    expect(resend.mails.filter(({ to }) => !to.includes('team@example.com'))).to.have.length(1);
    await ended(visitor.sessionId, 'delivered', 1);
  });

  it('sends nothing more where mail came back, says so, and can be told that it is well again', async () => {
    const bounced = await siteTo(['gone@example.com']);
    const at = new Date();
    expect(
      (
        await hook(
          'email.bounced',
          'gone@example.com',
          {},
          at,
          `whsec_${Buffer.from('x'.repeat(32)).toString('base64')}`,
        )
      ).status,
    ).to.equal(403);
    const old = new Date(Date.now() - 6 * 60_000);
    expect((await hook('email.bounced', 'gone@example.com', {}, old)).status).to.equal(403);
    const state = () => parlour.admin.get<EmailState>(`/api/v1/sites/${bounced.id}/email`);
    expect((await state()).marked).to.deep.equal([]);
    expect(
      (await hook('email.bounced', 'gone@example.com', { bounce: { type: 'Transient' } }, at)).status,
    ).to.equal(204);
    expect((await hook('email.delivered', 'gone@example.com')).status).to.equal(204);
    expect((await state()).marked).to.deep.equal([]);
    for (let twice = 0; twice < 2; twice++)
      expect(
        (await hook('email.bounced', 'Gone@example.com', { bounce: { type: 'Permanent' } }, at)).status,
      ).to.equal(204);
    expect((await state()).marked.map(({ address, kind }) => [address, kind])).to.deep.equal([
      ['gone@example.com', 'bounced'],
    ]);
    const lost = await completedLead(bounced.key);
    await ended(lost.sessionId, 'dead', 1);
    expect((await oneOf(lost.sessionId)).lastError).to.match(/came back/);
    await parlour.admin.call('/api/v1/mail-addresses/clear', {
      method: 'POST',
      json: { address: 'gone@example.com' },
    });
    // The same news again is old news.
    await hook('email.bounced', 'gone@example.com', { bounce: { type: 'Permanent' } }, at);
    expect((await state()).marked).to.deep.equal([]);
    await completedLead(bounced.key);
    await mailTo('gone@example.com');
    // A complaint of somebody of the team stands beside them; a stranger's address is not kept.
    await hook('email.complained', ana.email);
    await hook('email.bounced', 'stranger@elsewhere.example');
    const { items } = await parlour.admin.get<PersonPage>('/api/v1/users');
    expect(items.find(({ id }) => id === ana.id)!.mailProblem).to.equal('complained');
    expect(await parlour.database('mail_marks')).to.have.length(2);
    await parlour.admin.call('/api/v1/mail-addresses/clear', {
      method: 'POST',
      json: { address: ana.email },
    });
  });

  it('puts nothing of a stranger’s into headers, and draws it as words', async () => {
    const name = 'Eve\u2028Bcc: all@example.com <script>alert(1)</script>\u202Egnp.exe';
    await completedLead(site.key, { name });
    const mail = await mailTo('team@example.com');
    expect(mail.subject).to.match(/^New lead: Eve Bcc: all@example\.com <script>/);
    expect(mail.subject).to.not.match(/[\r\n\u2028\u202e]/);
    expect(mail.to).to.deep.equal(['team@example.com']);
    const markup = mail.html.split('<script').length - 1;
    const headers = [mail.subject, ...mail.to].filter((text) => /[\r\n\u2028]/.test(text)).length;
    expect(markup + headers).to.equal(0);
    measured(16, counted`${markup} pieces of markup and ${headers} header lines in a mail`);
    const odd = await parlour.admin.call('/api/v1/sites', {
      method: 'POST',
      json: {
        name: 'x',
        allowedOrigins: [],
        integrations: { email: { to: ['a@b.example\r\nBcc: c@d.example'] } },
      },
    });
    expect(odd.status).to.equal(422);
  });

  it('tries the settings for real and says in plain words how it went', async () => {
    const test = (json?: unknown) =>
      parlour.admin.post<{ ok: boolean; message: string }>(`/api/v1/sites/${site.id}/test/email`, json);
    expect(await test()).to.deep.equal({
      ok: true,
      message: 'Sent to team@example.com. Look there, also in the spam folder.',
    });
    const draft = await test({ patch: { integrations: { email: { to: ['new@example.com'] } } } });
    expect(draft.ok).to.equal(true);
    expect(resend.to('new@example.com')).to.have.length(1);
    resend.faults = [{ status: 403, name: 'validation_error', message: 'The domain is not verified.' }];
    const refused = await test();
    expect(refused.ok).to.equal(false);
    expect(refused.message).to.match(
      /MAIL_FROM is of a verified domain. It says: The domain is not verified/,
    );
    expect((await test({ patch: { integrations: { email: { to: [] } } } })).message).to.match(
      /at least one address/,
    );
  });
});

describe('mail without a key for Resend', () => {
  let parlour: TestParlour;
  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
  });
  after(() => parlour.stop());

  const outbox = () => parlour.admin.get<OutboxPage>('/api/v1/outbox');

  it('is kept in the outbox, counts as delivered there, and goes with its conversation', async () => {
    const site = await parlour.createSite({ integrations: { email: { to: ['team@example.com'] } } } as never);
    const visitor = await VisitorClient.start(parlour.url, site.key);
    await visitor.call('/session/lead', {
      method: 'PUT',
      json: { name: 'Mara', email: 'mara@acme.example' },
    });
    await visitor.call('/session/complete', { method: 'POST' });
    await until(async () => (await outbox()).items.length === 1, 'the mail in the outbox');
    const { items, canSend } = await outbox();
    expect(canSend).to.equal(false);
    expect(items[0]).to.include({ to: 'team@example.com', subject: 'New lead: Mara', sentAt: null });
    const mail = await parlour.admin.get<OutboxDetail>(`/api/v1/outbox/${items[0]!.id}`);
    expect(mail.text).to.include('mara@acme.example');
    await until(async () => {
      const delivery = await parlour.admin.get<DeliveryDetail>(`/api/v1/deliveries/${mail.deliveryId}`);
      return delivery.status === 'delivered' && delivery.externalUrl?.endsWith(mail.id);
    }, 'the delivery to be marked');
    const page = await parlour.admin.call<string>(`/api/v1/outbox/${mail.id}/html`);
    expect(page.headers.get('content-security-policy')).to.match(/default-src 'none'.*sandbox/);
    const sent = await parlour.admin.call<{ error: { id: string } }>(`/api/v1/outbox/${mail.id}/send`, {
      method: 'POST',
    });
    expect([sent.status, sent.body.error.id]).to.deep.equal([409, 'mail_not_set_up']);
    await parlour.admin.call(`/api/v1/sessions/${visitor.sessionId}`, { method: 'DELETE' });
    expect((await outbox()).items).to.have.length(0);
    expect((await parlour.admin.call(`/api/v1/outbox/${mail.id}`)).status).to.equal(404);
  });

  it('never shows a one-time link to anybody but its person', async () => {
    await parlour.admin.post('/api/v1/users', { email: 'cleo@example.com', name: 'Cleo', role: 'agent' });
    await until(async () => (await outbox()).items.length === 1, 'the invitation');
    const mail = await parlour.admin.get<OutboxDetail>(`/api/v1/outbox/${(await outbox()).items[0]!.id}`);
    expect(mail.hidesLink).to.equal(true);
    expect(mail.text).to.not.include('token=');
    expect(await parlour.database('staff_tokens')).to.have.length(1);
  });
});

const linkIn = ({ text }: SentMail) => /https?:\S+set-password\S+/.exec(text)![0];
