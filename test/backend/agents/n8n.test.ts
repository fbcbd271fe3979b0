import { expect } from 'chai';
import type { SiteView } from '../../../backend/sites/schema.ts';
import type { ServerEvent } from '../../support/event-reader.ts';
import { FakeN8n, type N8nAnswer, type N8nMode } from '../../support/fakes/n8n.ts';
import { freePort } from '../../support/free-port.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { VisitorClient } from '../../support/visitor-client.ts';
import { createN8nSite, detailOf, FALLBACK, SECRET, stream, visit } from '../conversation/support.ts';

describe('an n8n workflow as the assistant', () => {
  let parlour: TestParlour;
  let n8n: FakeN8n;
  let site: SiteView;
  before(async () => {
    n8n = await FakeN8n.start();
    parlour = await startTestParlour();
    site = await createN8nSite(parlour, n8n);
  });
  after(async () => {
    await n8n.stop();
    await parlour.stop();
  });
  beforeEach(() => n8n.reset());

  const setAgent = (n8nSettings: object) =>
    parlour.admin.patch<SiteView>(`/api/v1/sites/${site.id}`, { agent: { n8n: n8nSettings } });

  it('gets what n8n’s own chat widget sends, and in metadata what a workflow may want to know', async () => {
    const visitor = await VisitorClient.start(parlour.url, site.key, {
      page: { url: 'https://landing.example/pricing', title: 'Prices' },
      locale: 'de-AT',
    });
    expect(visitor.greeting.text).to.equal('Hello. How can we help you?');
    await visitor.call('/session/lead', { method: 'PUT', json: { email: 'ana@acme.example' } });
    await visitor.say('Guten Tag');
    const { body, headers } = n8n.requests[0]!;
    expect(body).to.deep.equal({
      action: 'sendMessage',
      sessionId: visitor.sessionId,
      chatInput: 'Guten Tag',
      metadata: {
        siteKey: site.key,
        page: { url: 'https://landing.example/pricing', title: 'Prices' },
        locale: 'de-AT',
        lead: { email: 'ana@acme.example' },
        apiBaseUrl: `${parlour.url}/api/v1`,
      },
    });
    expect(headers['content-type']).to.match(/^application\/json/);
  });

  const modes: Array<[N8nMode | N8nAnswer, string]> = [
    ['lastNode', 'You said: 1 < 2'],
    ['json', 'You said: 1 < 2'],
    ['text', 'You said: 1 < 2'],
    [{ mode: 'html', body: '<p>Hi <b>there</b></p><script>x()</script>' }, 'Hi there'],
    [{ mode: 'streaming', text: 'Grüße aus 東京 und Köln 😀' }, 'Grüße aus 東京 und Köln 😀'],
    ['toolRound', 'You said: 1 < 2'],
    [{ mode: 'lastNode', json: [{ output: { text: 'inside' } }] }, 'inside'],
  ];
  it('is read in every response mode, whatever the setting says, and its words are stored as they are', async () => {
    const visitor = await visit(parlour, site);
    for (const [mode, expected] of modes) {
      n8n.next(mode);
      const { messages } = await visitor.say('1 < 2');
      expect(
        messages.slice(1).map(({ text }) => text),
        JSON.stringify(mode),
      ).to.deep.equal([expected]);
    }
    const stored = (await visitor.transcript()).messages.filter(({ role }) => role === 'assistant');
    expect(stored.slice(1).map(({ text }) => text)).to.deep.equal(modes.map(([, text]) => text));
  });

  it('streams word by word: each reaches the visitor before the next is sent', async () => {
    const visitor = await visit(parlour, site);
    const words = ['one ', 'two ', 'three'];
    let starting: ReturnType<typeof stream> | undefined;
    const held = new Promise<void>((resolve) => {
      n8n.next({
        mode: 'streaming',
        text: words.join(''),
        // Line 0 begins, line n is word n: it is held back until the one before it has arrived.
        before: async (index) => {
          const earlier = index <= words.length ? words[index - 2] : undefined;
          const hasCome = ({ event, data }: ServerEvent) => event === 'delta' && data.text === earlier;
          if (earlier) await (await starting!).find(hasCome);
          if (index === words.length) resolve();
        },
      });
    });
    starting = stream(parlour.url, visitor, 'Count');
    await held;
    const reader = await starting;
    await reader.find(({ event }) => event === 'done');
    const { events } = reader;
    expect(events.filter(({ event }) => event === 'delta').map(({ data }) => data.text)).to.deep.equal(words);
    expect(events.filter(({ event }) => event === 'message').at(-1)!.data.text).to.equal('one two three');
  });

  it('reports lead, choices, completion and the wish for a person beside its words', async () => {
    const visitor = await visit(parlour, site);
    n8n.next({
      mode: 'json',
      json: {
        output: 'Thank you, Ana. Shall we call?',
        choices: ['Yes', 'No'],
        lead: { name: 'Ana', email: 'ANA@acme.example', phone: 'none', budget: 5000, company: '' },
        execution: { id: '231' },
        workflow: { id: 'wf1', name: 'Sales chat' },
      },
    });
    const { messages } = await visitor.say('I am Ana');
    expect(messages.at(-1)).to.deep.include({ choices: ['Yes', 'No'] });
    const before = await detailOf(parlour, visitor);
    expect(before.lead).to.include({ name: 'Ana', email: 'ANA@acme.example', phone: null });
    expect(before.lead!.custom).to.deep.equal({ budget: '5000' });
    expect(before.session.completionStatus).to.equal('in_progress');
    n8n.next({ mode: 'json', json: { output: 'A colleague will help.', handover: true, completed: true } });
    await visitor.say('Yes');
    const after = await detailOf(parlour, visitor);
    expect(after.session.completionStatus).to.equal('completed');
    expect(JSON.stringify(after.messages)).not.to.match(/[{]\\"output/);
  });

  it('answers the visitor though what it tells besides can’t be stored as it is', async () => {
    const visitor = await visit(parlour, site);
    const half = `${'x'.repeat(199)}😀`;
    n8n.next({
      mode: 'json',
      json: { output: 'Here you are \ud83d', workflow: { id: half, name: half }, lead: { note: 'a\u0000b' } },
    });
    const { messages } = await visitor.say('Hello');
    expect(messages.at(-1)!.text).to.equal('Here you are \ufffd');
    expect(n8n.requests).to.have.length(1);
  });

  it('is signed in to by header or by name and password; the secret is in no answer', async () => {
    const visitor = await visit(parlour, site);
    const sent = async (settings: object, header: string) => {
      await setAgent(settings);
      await visitor.say('Hello');
      return n8n.requests.at(-1)!.headers[header];
    };
    expect(await sent({ authHeader: 'X-Token', authSecret: SECRET }, 'x-token')).to.equal(SECRET);
    const basic = `Basic ${Buffer.from('ana:pass word').toString('base64')}`;
    expect(await sent({ authHeader: null, authSecret: 'ana:pass word' }, 'authorization')).to.equal(basic);
    expect(await sent({ authSecret: 'Bearer a:b' }, 'authorization')).to.equal('Bearer a:b');
    expect(await sent({ authSecret: null }, 'authorization')).to.equal(undefined);
    const wrong = await parlour.admin.call(`/api/v1/sites/${site.id}`, {
      method: 'PATCH',
      json: { agent: { n8n: { authHeader: 'bad header' } } },
    });
    expect(wrong.status).to.equal(422);
  });

  const faults: Array<[N8nMode | N8nAnswer, string, RegExp]> = [
    ['error500', 'server_error', /step of the workflow failed.*executions/],
    ['noItems', 'server_error', /gave nothing back/],
    ['notFound', 'not_found', /Publish the workflow/],
    ['forbidden', 'refused', /header or secret/],
    ['empty', 'empty', /gave no answer/],
    ['errorLine', 'server_error', /“AI Agent”.*forced failure/],
    ['errorLineAtOnce', 'server_error', /“AI Agent” of the workflow failed\./],
    ['cut', 'cut_off', /stopped in the middle/],
    ['drop', 'unreachable', /failed before n8n answered/],
    ['htmlPage', 'not_a_reply', /web page came back/],
    ['triggerJson', 'not_a_reply', /what it was asked/],
    [
      { mode: 'json', json: { message: 'Workflow was started' } },
      'not_a_reply',
      /respond when the last node/,
    ],
    [{ mode: 'json', json: { result: { a: 1 } } }, 'not_a_reply', /field named output/],
  ];
  for (const [mode, code, words] of faults)
    it(`${typeof mode === 'string' ? mode : JSON.stringify(mode.json)}: a fallback for the visitor, ${code} for staff`, async () => {
      // Own site each: a workflow that keeps failing is left alone for a while.
      const own = await createN8nSite(parlour, n8n);
      const visitor = await visit(parlour, own);
      n8n.reset(mode);
      const { messages } = await visitor.say('my own words');
      expect(messages.slice(1).map(({ text }) => text)).to.deep.equal([FALLBACK]);
      const { incidents } = await detailOf(parlour, visitor);
      expect(incidents).to.have.length(1);
      expect(incidents[0]).to.include({ code });
      expect(incidents[0]!.message)
        .to.match(words)
        .and.not.match(/my own words|[{}]|stack/);
    });

  it('says what is wrong with the address: nobody there, no such server, never set up, not to be called', async () => {
    const cases: Array<[object | null, RegExp]> = [
      [{ url: `http://127.0.0.1:${await freePort()}/webhook/x/chat` }, /Nothing answers at 127\.0\.0\.1/],
      [{ url: 'http://no-such-host.invalid/webhook/x/chat' }, /No server has the name no-such-host\.invalid/],
      [{ url: 'http://169.254.169.254/latest' }, /does not call 169\.254\.169\.254/],
      [{ url: n8n.url.replace('/webhook/', '/webhook-test/') }, /test address/],
      [null, /address of the n8n workflow is missing/],
    ];
    n8n.reset('notFound');
    for (const [n8nSettings, words] of cases) {
      const patch = { agent: { kind: 'n8n', n8n: n8nSettings } };
      const { ok, message } = await parlour.admin.post<{ ok: boolean; message: string }>(
        `/api/v1/sites/${site.id}/test/agent`,
        { patch },
      );
      expect(message).to.match(words);
      expect(ok).to.equal(false);
    }
  });
});
