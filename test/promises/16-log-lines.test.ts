import { expect } from 'chai';
import { BREAKS_OUT, LOG_LINES } from '../support/corpus/log-lines.ts';
import { EverywhereWriter } from '../support/corpus/write-everywhere.ts';
import { type FakeReceiver, startFakeReceiver } from '../support/fakes/receiver.ts';
import { call } from '../support/http-client.ts';
import { counted, measured } from '../support/measured.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { type ParlourProcess, startProcess } from '../support/parlour-process.ts';
import { createTestDatabase } from '../support/postgres.ts';
import { until } from '../support/until.ts';
import { VisitorClient } from '../support/visitor-client.ts';

/** Stands in every text, so that it is known whose words a line holds. */
const SIGN = 'zqlogzq';

describe('logs (promise 16)', () => {
  let inside: TestParlour;
  let parlour: ParlourProcess;
  let workflow: FakeReceiver;
  before(async () => {
    const DATABASE_URL = await createTestDatabase();
    const APP_SECRET = 'a secret that only the tests use';
    inside = await startTestParlour({ DATABASE_URL, APP_SECRET, ROLE: 'web' });
    const settings = { DATABASE_URL, APP_SECRET, LOG_LEVEL: 'trace', RATE_LIMIT_FACTOR: '0' };
    [parlour, workflow] = await Promise.all([startProcess(settings), startFakeReceiver()]);
  });
  after(async () => {
    parlour.kill('SIGKILL');
    await parlour.ended;
    await workflow.stop();
    await inside.stop();
  });

  it('hold one line of JSON for each thing that happened, whatever strangers and their servers write', async () => {
    const admin = inside.admin.at(parlour.url);
    let next = 0;
    const text = (_: string, max = 200) => `${SIGN} ${LOG_LINES[next++ % LOG_LINES.length]}`.slice(0, max);
    const writer = await EverywhereWriter.for({ ...inside, url: parlour.url, admin });
    const rounds = Math.ceil(LOG_LINES.length / 20);
    for (let round = 0; round < rounds; round++) await writer.write(text);

    // What an assistant's server answers is told to the operator where it is a fault.
    const fault = (words: string) => ({ type: 'error', content: words, metadata: { nodeName: words } });
    workflow.answer = () => ({ status: 200, body: `${JSON.stringify(fault(text('')))}\n` });
    const agent = { kind: 'n8n', n8n: { url: workflow.url } };
    await Promise.all(
      LOG_LINES.map(async () => {
        // One that fails often is given a rest.
        const site = await inside.createSite({ agent } as never);
        await (await VisitorClient.start(parlour.url, site.key)).say('Hello');
      }),
    );
    for (const words of LOG_LINES) {
      const path = encodeURIComponent(`${SIGN} ${words}`);
      for (const address of [`/${path}`, `/embed/${path}`, `/api/v1/sessions/${path}?q=${path}`])
        await call(parlour.url + address);
      await call(`${parlour.url}/api/v1/auth/login`, { raw: words, headers: { origin: parlour.url } });
      await call(`${parlour.url}/api/v1/visitor/sessions`, { json: { siteKey: words, [words]: words } });
    }

    const isLogged = () => (parlour.output().match(/the agent could not answer/g) ?? []).length;
    await until(() => isLogged() >= LOG_LINES.length, 'each fault to be logged');
    const lines = parlour.output().split('\n').filter(Boolean);
    // What is said to the person who starts it stands before; from the first line of JSON on there is nothing else.
    const logged = lines.slice(lines.findIndex((line) => line.startsWith('{')));
    const broken = logged.filter((line) => BREAKS_OUT.test(line) || !isEntry(line));
    expect(broken).to.deep.equal([]);
    const withWords = logged.filter((line) => line.includes(SIGN));
    expect(withWords.length, 'lines that do hold such words').to.be.at.least(LOG_LINES.length);
    expect(withWords.join('\n')).to.include('\\u009b').and.include('\\u2028').and.include('\\u202e');
    measured(16, counted`${logged.length} lines of the log with hostile words, ${broken.length} broken`);
  });
});

/** One JSON object, with a level and nothing that somebody else put beside what Parlour says. */
function isEntry(line: string): boolean {
  try {
    const entry = JSON.parse(line);
    return typeof entry.level === 'number' && !('forged' in entry);
  } catch {
    return false;
  }
}
