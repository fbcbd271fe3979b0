import { expect } from 'chai';
import { AgentFault, type AgentPart } from '../../../backend/agents/agent.ts';
import { leadFieldsIn } from '../../../backend/agents/guided/default-fields.ts';
import { readReply } from '../../../backend/agents/n8n/read-reply.ts';
import { htmlToText } from '../../../backend/agents/plain-text.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const META = { nodeId: 'a', nodeName: 'AI Agent', itemIndex: 0, runIndex: 0 };
const line = (type: string, content?: unknown, meta: object = {}) =>
  `${JSON.stringify({ type, ...(content !== undefined && { content }), metadata: { ...META, ...meta } })}\n`;

/** @param pieces of at most so many bytes */
async function read(body: string, contentType = JSON_TYPE, pieces = 7) {
  async function* chunks() {
    const bytes = Buffer.from(body);
    for (let at = 0; at < bytes.length; at += pieces) yield bytes.subarray(at, at + pieces);
  }
  const parts: AgentPart[] = [];
  const context = {
    contentType,
    said: ['my secret word'],
    fields: leadFieldsIn('en'),
    locales: ['en', 'de'],
    trace: {},
  };
  for await (const part of readReply(chunks(), context)) parts.push(part);
  const of = <T extends AgentPart['type']>(type: T) =>
    parts.filter((part): part is Extract<AgentPart, { type: T }> => part.type === type);
  return {
    parts,
    of,
    text: of('message')
      .map(({ text }) => text)
      .join('|'),
  };
}

async function fault(body: string, contentType?: string): Promise<AgentFault> {
  try {
    await read(body, contentType);
  } catch (error) {
    if (error instanceof AgentFault) return error;
    throw error;
  }
  throw new Error('was read as a reply');
}

describe('the answer of an n8n workflow', () => {
  it('finds the text of one JSON, in n8n’s order and however deep', async () => {
    const texts: Array<[unknown, string]> = [
      [{ output: 'One', text: 'Two', message: 'Three' }, 'One'],
      [{ text: 'Two', message: 'Three' }, 'Two'],
      [{ message: 'Three' }, 'Three'],
      [[{ output: 'first' }, { output: 'second' }], 'first'],
      [{ output: { output: 'inside', intent: 'x' } }, 'inside'],
      [
        { output: [{ type: 'message', content: [{ type: 'output_text', text: 'of a model' }] }] },
        'of a model',
      ],
      [{ output: '{"output":"as text"}' }, 'as text'],
      [{ output: '```json\n{"text":"fenced"}\n```' }, 'fenced'],
      [{ output: 42 }, '42'],
      ['just words', 'just words'],
      [{ output: 'a\u0000b\ud800c' }, 'ab\ufffdc'],
    ];
    for (const [json, expected] of texts) expect((await read(JSON.stringify(json))).text).to.equal(expected);
  });

  it('honours lead, completed, choices and handover beside the text, each detail checked', async () => {
    const { of } = await read(
      JSON.stringify({
        output: {
          output: 'Thanks',
          lead: { email: 'Ana@Example.com', phone: '12', budget: 5000, company: null, 'x y': 1 },
        },
        completed: 'true',
        choices: ['Yes', ' Yes ', 7, ''],
        handover: 'wants a person',
        execution: { id: 231, url: 'javascript:alert(1)' },
        workflow: { id: 'wf1', name: 'Chat' },
      }),
    );
    expect(of('message')).to.deep.equal([{ type: 'message', text: 'Thanks', choices: ['Yes'] }]);
    expect(of('lead')).to.deep.equal([
      { type: 'lead', values: { email: 'Ana@example.com', budget: '5000' } },
    ]);
    expect(of('completed')).to.have.length(1);
    expect(of('handover')).to.deep.equal([{ type: 'handover', reason: 'wants a person' }]);
    expect(of('trace')[0]!.trace).to.deep.equal({
      execution: { id: '231' },
      workflow: { id: 'wf1', name: 'Chat' },
    });
  });

  it('reads text as it stands and HTML as words', async () => {
    expect((await read('You said: 1 < 2 & 3 > 2', 'text/html')).text).to.equal('You said: 1 < 2 & 3 > 2');
    const html =
      '<p>Hello &amp; <b>welcome</b><br>See <a href="https://a.example/x?a=1&amp;b=2">prices</a></p><ul><li>One<li>Two</ul><script>alert(1)</script>&lt;img&gt;';
    expect((await read(html, 'text/html; charset=utf-8')).text).to.equal(
      'Hello & welcome\nSee prices (https://a.example/x?a=1&b=2)\n\n- One\n- Two\n\n<img>',
    );
    for (const nasty of ['<'.repeat(50_000), '<!--'.repeat(20_000), '<script>'.repeat(10_000)])
      expect(htmlToText(`<p>x</p>${nasty}`)).to.match(/^x/);
  });

  it('reads a stream as it comes, cut anywhere, tool rounds and agents side by side included', async () => {
    const simple =
      line('begin') +
      line('item', 'Grüße ') +
      line('item', 'aus 東京 \ud83d') +
      line('item', '\ude00') +
      line('end');
    for (const size of [1, 3, 64, 5000]) {
      const { of, text } = await read(simple, JSON_TYPE, size);
      expect(text).to.equal('Grüße aus 東京 😀');
      expect(of('delta').map((part) => part.text)).to.deep.equal(['Grüße ', 'aus 東京 ', '😀']);
    }
    const tool = line('begin') + line('end') + line('begin') + line('item', 'Done.') + line('end');
    expect((await read(tool)).text).to.equal('Done.');
    const talking =
      line('begin') +
      line('item', 'Let me look.') +
      line('end') +
      line('begin') +
      line('item', 'It is 5.') +
      line('end');
    expect((await read(talking)).text).to.equal('Let me look.\n\nIt is 5.');
    const b = { nodeId: 'b', nodeName: 'Helper' };
    const both = [
      line('begin'),
      line('begin', undefined, b),
      line('item', 'A1 '),
      line('item', 'B1 ', b),
      line('item', 'A2'),
      line('item', 'B2', b),
      line('end', undefined, b),
      line('end'),
    ].join('');
    const { text, of } = await read(both);
    expect(text).to.equal('A1 A2\n\nB1 B2');
    expect(
      of('delta')
        .map((part) => part.text)
        .join(''),
    ).to.equal(text);
    expect((await read(simple.trimEnd())).text).to.equal('Grüße aus 東京 😀');
  });

  it('never shows the JSON that a model streams, nor a body that is none of its own', async () => {
    const json =
      line('begin') + line('item', '{"output":"Hi",') + line('item', '"lead":{"name":"Ana"}}') + line('end');
    const { of } = await read(json);
    expect(of('delta')).to.deep.equal([{ type: 'delta', text: 'Hi' }]);
    expect(of('lead')[0]!.values).to.deep.equal({ name: 'Ana' });
    const bracket = line('begin') + line('item', '[Note] ') + line('item', 'closed today') + line('end');
    expect((await read(bracket)).text).to.equal('[Note] closed today');
    const said = { sessionId: 's', action: 'sendMessage', chatInput: 'hi' };
    const wrong: Array<[string, string, string?]> = [
      [
        'not_a_reply',
        JSON.stringify({ headers: {}, body: said, webhookUrl: 'http://x', executionMode: 'production' }),
      ],
      ['not_a_reply', JSON.stringify(said)],
      ['not_a_reply', '{"message":"Workflow was started"}'],
      ['not_a_reply', '{"result":{"deep":1}}'],
      ['not_a_reply', '{"output":{"a":{"b":"c"}}}'],
      ['not_a_reply', '{"output":"half'],
      ['not_a_reply', 'true'],
      ['not_a_reply', '{"error":"no"}'],
      ['not_a_reply', '<!DOCTYPE html><html><body>502</body></html>', 'text/html'],
      ['empty', ''],
      ['empty', ' \n'],
      ['empty', line('begin') + line('end')],
      ['cut_off', line('begin') + line('item', 'Half a')],
      ['cut_off', `${line('begin') + line('item', 'Half a')}{"type":"it`],
      ['not_a_reply', `${line('begin')}<html>\n`],
    ];
    for (const [code, body, type] of wrong) expect((await fault(body, type)).code, body).to.equal(code);
  });

  it('tells staff which step failed, and keeps keys and the visitor’s words out of it', async () => {
    const failed = await fault(
      line('begin') + line('error', 'Bad key sk-abcdefgh123 for ana@example.com', { executionId: 9 }),
    );
    expect(failed).to.include({ code: 'server_error', node: 'AI Agent', isPassing: true });
    expect(failed.message).to.match(
      /^The step “AI Agent” of the workflow failed: Bad key \[hidden\] for \[e-mail\]\./,
    );
    expect(failed.trace).to.deep.equal({ execution: { id: '9' } });
    expect((await fault(line('error', 'cannot parse "My secret word"'))).message).not.to.match(/secret/i);
    expect((await fault(line('error', null))).message).to.match(
      /^The step “AI Agent” of the workflow failed\./,
    );
  });
});
