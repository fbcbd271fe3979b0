import { expect } from 'chai';
import { planSummaries } from '../../../../backend/integrations/email/jobs.ts';
import { startFakeReceiver } from '../../../support/fakes/receiver.ts';
import { counted, measured } from '../../../support/measured.ts';
import { until } from '../../../support/until.ts';
import { VisitorClient } from '../../../support/visitor-client.ts';
import { MailDesk } from './support.ts';

describe('mail about what happened (promises 4 and 16)', () => {
  let desk: MailDesk;

  before(async () => {
    desk = await MailDesk.start();
  });
  after(() => desk?.stop());
  beforeEach(() => desk.reset());

  it('tells of a new lead: who, where, their own words, and a link; an answer goes to the lead', async () => {
    const visitor = await desk.completedLead(desk.site.key, { company: 'Acme' });
    const mail = await desk.mailTo('team@example.com');
    expect(mail).to.include({ subject: 'New lead: Mara Vogel', from: 'Parlour <desk@parlour.example>' });
    expect(mail.reply_to).to.equal('mara@acme.example');
    for (const body of [mail.html, mail.text])
      for (const word of ['Mara Vogel', 'mara@acme.example', 'Acme', 'Lindenhof', '/pricing'])
        expect(body).to.include(word);
    expect(mail.text).to.include(`${desk.parlour.url}/dashboard/conversations/${visitor.sessionId}`);
    const { id } = await desk.oneOf(visitor.sessionId);
    expect(mail.key).to.equal(`lead.completed/${id}`);
    expect(mail.tags).to.deep.include({ name: 'delivery', value: id });
    // Every link leads here, and nothing is fetched.
    const links = [...mail.html.matchAll(/(?:href|src|url)\s*[=(]\s*"?([^">)]+)/g)].map(([, link]) => link!);
    expect(links.filter((link) => !link.startsWith(`${desk.parlour.url}/dashboard/`))).to.deep.equal([]);
  });

  it('tells the receivers of an issue, and of its fix also whoever found it, unless they do not want it', async () => {
    const visitor = await VisitorClient.start(desk.parlour.url, desk.site.key);
    const { messages } = await visitor.say('Do you build on Sundays?');
    await desk.review(desk.ana, visitor.sessionId, {
      status: 'issue',
      category: 'wrong answer',
      cause: 'knowledge',
      developerFeedback: 'Opening hours are missing.',
      messageSeq: messages.at(-1)!.seq,
    });
    const issue = await desk.mailTo('team@example.com');
    expect(issue.subject).to.equal('Issue on Lindenhof: wrong answer');
    for (const word of ['wrong answer', 'The knowledge', 'Opening hours are missing.', 'Ana Silva'])
      expect(issue.text).to.include(word);
    expect(issue.text).to.include(messages.at(-1)!.text.split('\n')[0]!.slice(0, 30));
    expect(issue.text).to.include(`/dashboard/conversations/${visitor.sessionId}`);
    await desk.review(desk.ben, visitor.sessionId, {
      status: 'fixed',
      fixedVersion: '12',
      note: 'Added them.',
    });
    const fixed = await desk.mailTo(desk.ana.email);
    expect(fixed.text).to.match(
      /The issue you found is fixed[\s\S]*Added them\.[\s\S]*Opening hours are missing/,
    );
    await desk.mailTo('team@example.com', 2);
    expect(desk.resend.to(desk.ben.email)).to.have.length(0);
    // Once more, and now she has switched it off.
    await desk.ana.client.patch('/api/v1/auth/mails', { fixedIssues: false });
    await desk.review(desk.ana, visitor.sessionId, { status: 'issue' });
    await desk.review(desk.ben, visitor.sessionId, { status: 'fixed' });
    await desk.mailTo('team@example.com', 4);
    const settled = async () =>
      (await desk.deliveriesOf(visitor.sessionId)).every(({ status }) => status === 'delivered');
    await until(settled, 'all of it to be settled');
    expect(desk.resend.to(desk.ana.email)).to.have.length(1);
  });

  it('tells that a visitor waits: who asks for a person at once, who waits for one that took over once', async () => {
    const workflow = await startFakeReceiver();
    workflow.answer = () => ({
      status: 200,
      body: JSON.stringify({ output: 'One moment.', handover: true }),
    });
    const { key } = await desk.parlour.createSite({
      agent: { kind: 'n8n', n8n: { url: `${workflow.url}/webhook/chat` } },
      integrations: { email: { to: ['team@example.com'] } },
    } as never);
    const asks = await VisitorClient.start(desk.parlour.url, key);
    await asks.say('A person, please.');
    await asks.say('Hello?');
    await workflow.stop();
    expect((await desk.mailTo('team@example.com')).subject).to.equal(
      'Waiting for a person: Visitor from /pricing',
    );
    const waits = await VisitorClient.start(desk.parlour.url, desk.site.key);
    await desk.ana.client.post(`/api/v1/sessions/${waits.sessionId}/takeover`, {});
    await waits.say('Are you there?');
    await desk.parlour.database.raw(
      `UPDATE chat_sessions SET awaiting_since = now() - interval '3 minutes',
         taken_over_at = now() - interval '3 minutes' WHERE id = ?`,
      [waits.sessionId],
    );
    const mail = await desk.mailTo('team@example.com', 2);
    expect(mail.text).to.match(/Are you there\?[\s\S]*Taken over by: Ana Silva/);
    await desk.parlour.database('chat_sessions').where({ id: waits.sessionId }).update({ mode: 'ai' });
    expect(desk.resend.mails).to.have.length(2);
  });

  it('tells of a new kind of error, of one without a site the admins', async () => {
    const report = (message: string, more: Record<string, unknown> = {}) =>
      desk.parlour.admin.call('/api/v1/errors', {
        method: 'POST',
        json: { workflow: { name: 'Quotes' }, message, ...more },
      });
    const { sessionId } = await VisitorClient.start(desk.parlour.url, desk.site.key);
    await report('The price list is empty', { sessionId });
    const mail = await desk.mailTo('team@example.com');
    expect(mail.subject).to.equal('Error in Quotes');
    expect(mail.text).to.include('The price list is empty');
    await report('The price list is empty', { sessionId });
    await report('Nobody knows this one');
    expect((await desk.mailTo('admin@example.com')).text).to.include('Nobody knows this one');
    expect(desk.resend.to('team@example.com')).to.have.length(1);
  });

  it('sends the daily summary at eight in the sites’ zone, once, to those who chose it', async () => {
    await desk.ana.client.patch('/api/v1/auth/mails', { dailySummary: true });
    const visitor = await desk.completedLead();
    await desk.parlour.database.raw(`UPDATE sites SET timezone = 'Pacific/Auckland'`);
    const eight = new Date(Date.now() + 86_400_000);
    // Eight in the morning of Auckland, on the day after the conversation.
    const auckland = (at: Date) =>
      Number(at.toLocaleString('en-GB', { timeZone: 'Pacific/Auckland', hour: '2-digit', hourCycle: 'h23' }));
    while (auckland(eight) !== 8) eight.setTime(eight.getTime() + 3_600_000);
    const dayOf = (at: Date) => at.toLocaleDateString('en-CA', { timeZone: 'Pacific/Auckland' });
    while (dayOf(new Date(eight.getTime() - 86_400_000)) !== dayOf(new Date()))
      eight.setTime(eight.getTime() - 86_400_000);
    await planSummaries(desk.parlour.database, eight.getTime() - 2 * 3_600_000);
    await planSummaries(desk.parlour.database, eight.getTime());
    await planSummaries(desk.parlour.database, eight.getTime() + 3_600_000);
    const mail = await desk.mailTo(desk.ana.email);
    expect(mail.subject).to.match(/^\w+day \d+ \w+: \d+ conversations?, \d+ leads?$/);
    expect(mail.text).to.match(/Waiting now: \d+/);
    expect(desk.resend.mails.filter(({ to }) => !to.includes('team@example.com'))).to.have.length(1);
    await desk.ended(visitor.sessionId, 'delivered', 1);
  });

  it('puts nothing of a stranger’s into headers, and draws it as words', async () => {
    const name = 'Eve\u2028Bcc: all@example.com <script>alert(1)</script>\u202Egnp.exe';
    await desk.completedLead(desk.site.key, { name });
    const mail = await desk.mailTo('team@example.com');
    expect(mail.subject).to.match(/^New lead: Eve Bcc: all@example\.com <script>/);
    expect(mail.subject).to.not.match(/[\r\n\u2028\u202e]/);
    expect(mail.to).to.deep.equal(['team@example.com']);
    const markup = mail.html.split('<script').length - 1;
    const headers = [mail.subject, ...mail.to].filter((text) => /[\r\n\u2028]/.test(text)).length;
    expect(markup + headers).to.equal(0);
    measured(16, counted`${markup} pieces of markup and ${headers} header lines in a mail`);
    const odd = await desk.parlour.admin.call('/api/v1/sites', {
      method: 'POST',
      json: {
        name: 'x',
        allowedOrigins: [],
        integrations: { email: { to: ['a@b.example\r\nBcc: c@d.example'] } },
      },
    });
    expect(odd.status).to.equal(422);
  });
});
