import { expect } from 'chai';
import { applyRetention } from '../../backend/privacy/jobs.ts';
import { rebuildStats } from '../../backend/stats/rebuild.ts';
import { dumpOf, traces } from '../backend/privacy/dump.ts';
import { EverywhereWriter } from '../support/corpus/write-everywhere.ts';
import { call } from '../support/http-client.ts';
import { counted, measured } from '../support/measured.ts';
import { ADMIN, startTestParlour, type TestParlour } from '../support/parlour.ts';

/**
 * Every field that a stranger can write, found from the schemas. Which places there are, mentions by others, backups and
 * what is kept on purpose: test/backend/privacy.
 */
describe('erasure (promise 23)', () => {
  let parlour: TestParlour;
  let writer: EverywhereWriter;
  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0', TRUST_PROXY: '1' });
    writer = await EverywhereWriter.for(parlour);
  });
  after(() => parlour.stop());

  const ADDRESSES = ['203.0.113.77', '2001:db8:77:1234:5678:9abc:def0:1'];
  /** Rows looked through, and traces found in them, by way of erasing. */
  const looked: Array<{ rows: number; found: number }> = [];
  const left = async (word: string) => {
    const dump = await dumpOf(parlour.database);
    return { rows: dump.split('\n').length, found: traces(dump, [word]).length };
  };
  const expectNothing = async (word: string) => {
    const now = await left(word);
    expect(now.found, word).to.equal(0);
    looked.push(now);
  };
  /** Everywhere, and in the figures, which name pages and campaigns. */
  const writeAll = async (word: string) => {
    const written = await writer.write((_, max) => `about the ${word}`.slice(0, max));
    await rebuildStats(parlour.database, { force: true });
    return written;
  };
  const emailsOf = (ids: string[]) => parlour.database('leads').whereIn('sessionId', ids).pluck('email');

  it('by the e-mail address leaves nothing of any field', async () => {
    const { visitor, ingestedId } = await writeAll('contrabassoon');
    expect((await left('contrabassoon')).found).to.equal(1);
    for (const email of await emailsOf([visitor.sessionId, ingestedId]))
      await parlour.admin.post('/api/v1/privacy/erase', { email });
    await expectNothing('contrabassoon');
  });

  it('by the phone number does so too', async () => {
    const { visitor, ingestedId } = await writeAll('sousaphone');
    const phone = '+4930901820';
    await parlour.database('leads').whereIn('sessionId', [visitor.sessionId, ingestedId]).update({ phone });
    await parlour.admin.post('/api/v1/privacy/erase', { phone });
    await expectNothing('sousaphone');
  });

  it('by the visitor, and by a colleague, does so too', async () => {
    const { visitor, ingestedId } = await writeAll('hurdygurdy');
    expect((await visitor.call('/session', { method: 'DELETE' })).status).to.equal(204);
    await parlour.admin.call(`/api/v1/sessions/${ingestedId}`, { method: 'DELETE' });
    await expectNothing('hurdygurdy');
  });

  it('comes by itself when the site keeps no longer', async () => {
    await writeAll('vibraslap');
    await parlour.admin.patch(`/api/v1/sites/${parlour.site.id}`, { retentionDays: 30 });
    await parlour.database('chat_sessions').update({
      lastMessageAt: parlour.database.raw("now() - interval '31 days'"),
    });
    await applyRetention(parlour.database);
    await expectNothing('vibraslap');
    const found = looked.reduce((sum, one) => sum + one.found, 0);
    measured(
      23,
      counted`${looked.length} ways to be erased, up to ${Math.max(...looked.map(({ rows }) => rows))} rows of a dump, ${found} traces`,
    );
  });

  it('is not needed for addresses of the net: none is ever kept whole', async () => {
    for (const address of ADDRESSES) {
      const headers = { 'x-forwarded-for': address, 'user-agent': `Mozilla/5.0 (${address})` };
      const started = await call<{ token: string }>(`${parlour.url}/api/v1/visitor/sessions`, {
        json: { siteKey: parlour.site.key, page: { url: 'https://landing.example/' } },
        headers,
      });
      const authorization = `Bearer ${started.body.token}`;
      await call(`${parlour.url}/api/v1/visitor/session/rating`, {
        json: { score: 5 },
        headers: { ...headers, authorization },
      });
      for (const password of [ADMIN.password, 'not the password'])
        await call(`${parlour.url}/api/v1/auth/login`, {
          json: { email: ADMIN.email, password },
          headers: { ...headers, origin: parlour.url },
        });
    }
    const dump = await dumpOf(parlour.database);
    for (const address of ADDRESSES) expect(dump.includes(address), address).to.equal(false);
    expect(dump).to.include('203.0.113.0/24').and.include('2001:db8:77::/48');
    expect(dump).to.not.match(/\b127\.0\.0\.1\b/);
  });
});
