import { expect } from 'chai';
import { leadFieldsIn } from '../../../backend/agents/guided/default-fields.ts';
import { TYPES } from '../../../backend/workflows/nodes.ts';
import type { N8nWorkflow } from '../../../backend/workflows/schema.ts';
import { buildWorkflow, workflowList } from '../../../backend/workflows/templates.ts';

const SITE = {
  key: 'key-of-site',
  name: 'Linden & "Loft" `x` {{ $env.X }}',
  publicUrl: 'https://parlour.example',
  fields: [
    ...leadFieldsIn('en'),
    { name: 'odd', type: 'text' as const, label: `It's "odd" }}`, question: 'Why?', required: false },
  ],
};
const names = workflowList.map(({ name }) => name);
const build = (name: string): N8nWorkflow => buildWorkflow(name, SITE)!;
const textsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(textsOf)
      : [];

describe('the workflows that n8n imports', () => {
  for (const name of names)
    it(`${name}: known nodes, unique names and ids, arrows and expressions that lead somewhere`, () => {
      const { nodes, connections } = build(name);
      const known = nodes.map((node) => node.name);
      expect(new Set(known).size).to.equal(known.length);
      expect(new Set(nodes.map(({ id }) => id)).size).to.equal(nodes.length);
      for (const { type, typeVersion } of nodes)
        expect(Object.values(TYPES), type).to.deep.include([type, typeVersion]);
      const targets = Object.values(connections)
        .flatMap((flows) => Object.values(flows).flat(2))
        .map(({ node }) => node);
      expect(known).to.include.members([...Object.keys(connections), ...targets]);
      const linked = new Set([...Object.keys(connections), ...targets]);
      expect(
        known.filter((node) => !linked.has(node)),
        'nodes that nothing leads to',
      ).to.deep.equal([]);
      for (const text of textsOf(nodes.map(({ parameters }) => parameters)))
        for (const [, node] of text.matchAll(/\$\('([^']+)'\)/g)) expect(known).to.include(node);
    });

  it('have expressions that JavaScript can read, whatever an admin has named things', () => {
    for (const name of names)
      for (const text of textsOf(build(name).nodes.map(({ parameters }) => parameters))) {
        if (!text.startsWith('=')) continue;
        const [, ...parts] = text.split('{{');
        expect(parts).to.have.length.above(0);
        for (const part of parts) {
          const code = part.slice(0, part.indexOf('}}'));
          expect(() => new Function(`return (${code})`), code).not.to.throw();
        }
        expect(text.match(/}}/g)).to.have.length(parts.length);
      }
  });

  it('have an address of their own at each download, and no secret', () => {
    for (const name of names) {
      const [one, two] = [build(name), build(name)];
      const hooks = [one, two].map(({ nodes }) => nodes.map(({ webhookId }) => webhookId).filter(Boolean));
      if (hooks[0]!.length > 0) expect(hooks[0]).not.to.deep.equal(hooks[1]);
      const triggers = one.nodes.filter(({ type }) => /chatTrigger|\.webhook$/.test(type));
      for (const trigger of triggers) expect(trigger.webhookId).to.match(/^[0-9a-f-]{36}$/);
      expect(JSON.stringify(one)).not.to.match(/"credentials"|plr_/);
    }
    expect(JSON.stringify(build('error-reporter'))).to.contain('https://parlour.example/api/v1/errors');
  });

  it('leave out of a lead what the model does not know, so that nothing is forgotten', () => {
    const tool = build('chat-agent').nodes.find(({ name }) => name === 'save_lead')!;
    const code = String(tool.parameters.jsonBody).slice(3, -2);
    const filled: Record<string, string> = { email: 'ana@acme.example', budget: '5k' };
    const body = new Function('$fromAI', `return ${code}`)((key: string) => filled[key] ?? '');
    expect(JSON.parse(body)).to.deep.equal({ email: 'ana@acme.example', custom: { budget: '5k' } });
  });

  it('answer without a model by plain rules', () => {
    const { jsCode } = build('chat-without-model').nodes[1]!.parameters as { jsCode: string };
    const run = (chatInput: string, lead = {}) =>
      new Function('$', '$execution', '$workflow', jsCode)(
        () => ({ first: () => ({ json: { chatInput, metadata: { lead } } }) }),
        { id: '7' },
        { id: 'w', name: 'Chat' },
      )[0].json;
    expect(run('Hello')).to.include({ output: 'Thank you. Where can the team reach you by e-mail?' });
    expect(run('ana@acme.example please')).to.deep.include({
      lead: { email: 'ana@acme.example' },
      completed: true,
      execution: { id: '7' },
    });
  });
});
