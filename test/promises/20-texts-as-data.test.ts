import { expect } from 'chai';
import type { SessionDetail } from '../../backend/sessions/schema.ts';
import { INJECTIONS, SCRIPTS } from '../support/hostile/texts.ts';
import { counted, measured } from '../support/measured.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { until } from '../support/until.ts';
import { VisitorClient } from '../support/visitor-client.ts';

/** SQL, LIKE, regular expressions, full-text search, headers, mails and logs: what is written in them stays a text. */
describe('texts that want out of where they are put (promise 20)', () => {
  let parlour: TestParlour;
  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
  });
  after(() => parlour?.stop());

  const items = async (path: string) => {
    const { status, body } = await parlour.admin.call<{ items?: Array<{ id: string }> }>(path);
    return { status, ids: (body.items ?? []).map(({ id }) => id) };
  };

  it('are kept and shown letter by letter', async () => {
    const texts = [...SCRIPTS, ...INJECTIONS];
    const wrong: string[] = [];
    for (let at = 0; at < texts.length; at += 10) {
      const some = texts.slice(at, at + 10);
      const visitor = await VisitorClient.start(parlour.url, parlour.site.key, {
        page: { url: 'https://landing.example/', title: some[0]! },
      });
      for (const text of some) await visitor.say(text);
      const { messages } = await parlour.admin.get<SessionDetail>(`/api/v1/sessions/${visitor.sessionId}`);
      const kept = messages.filter(({ role }) => role === 'visitor').map(({ text }) => text);
      wrong.push(...some.filter((text, number) => kept[number] !== text));
    }
    expect(wrong).to.deep.equal([]);
    measured(20, counted`${texts.length} hostile texts, ${wrong.length} not kept letter by letter`);
  });

  it('look for themselves and for nothing else', async () => {
    await VisitorClient.start(parlour.url, parlour.site.key).then((visitor) => visitor.say('plain words'));
    const everything = (await items('/api/v1/sessions?limit=200')).ids.length;
    const wrong: string[] = [];
    for (const text of INJECTIONS) {
      const q = encodeURIComponent(text);
      const lists = [`sessions?limit=200&q=${q}`, `sessions/count?q=${q}`, `leads?q=${q}`];
      lists.push(
        `sites/${parlour.site.id}/knowledge?q=${q}`,
        `knowledge/search?site=${parlour.site.id}&q=${q}`,
      );
      const answers = await Promise.all(lists.map((list) => items(`/api/v1/${list}`)));
      for (const [at, { status, ids }] of answers.entries()) {
        if (status !== 200 && status !== 422) wrong.push(`${lists[at]}: ${status}`);
        if (at === 0 && !/[\p{L}\p{N}]/u.test(text) && ids.length >= everything)
          wrong.push(`${lists[at]} finds everything`);
      }
    }
    expect(wrong).to.deep.equal([]);
  });

  it('name nobody else: a filter takes what is on its list, or is refused', async () => {
    const wrong: string[] = [];
    for (const name of [
      'site',
      'label',
      'sort',
      'completion',
      'archive',
      'lead',
      'from',
      'timezone',
      'cursor',
    ])
      await Promise.all(
        INJECTIONS.map(async (text) => {
          const { status } = await items(`/api/v1/sessions?${name}=${encodeURIComponent(text)}`);
          if (status !== 422 && status !== 400) wrong.push(`${name}=${text}: ${status}`);
        }),
      );
    expect(wrong).to.deep.equal([]);
  });

  it('stay in one line of a mail, and add nobody to it', async () => {
    const site = await parlour.createSite({
      integrations: { email: { to: ['team@example.com'], events: ['lead.completed'] } },
    });
    const visitor = await VisitorClient.start(parlour.url, site.key);
    await visitor.call('/session/lead', {
      method: 'PUT',
      json: { name: 'Ana\r\nBcc: everybody@example.com', email: 'ana@example.com' },
    });
    await visitor.call('/session/complete', { method: 'POST' });
    const mail = () => parlour.database('outbox_mails').where({ event: 'lead.completed' }).first();
    await until(mail, 'the mail is made');
    const { subject } = await mail();
    expect(subject)
      .to.match(/Ana/)
      .and.not.match(/[\r\n]/);
  });
});
