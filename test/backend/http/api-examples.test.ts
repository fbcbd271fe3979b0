import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect } from 'chai';
import {
  type ApiExample,
  ERROR_EXAMPLES,
  examplesOf,
  WEBHOOK_EXAMPLES,
} from '../../../backend/http/contract/examples.ts';
import type { Route } from '../../../backend/http/route.ts';
import { ErrorBody } from '../../../backend/http/schema.ts';
import { keepExamples } from '../../support/api-examples/keep.ts';
import { differences } from '../../support/api-examples/shape.ts';
import { type Told, tellStory } from '../../support/api-examples/story.ts';

/** Routes that are pages, or answer vendors in the vendors' own ways. */
const NO_EXAMPLE = /^\/(hooks\/|embed\/|preview$|demo$|metrics$|api\/(docs|openapi\.json)$|$)/;

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addFormat('web-address', true);

/** The examples of the contract are calls that were really made: all are made again, and must still look alike. */
describe('the examples of the API', () => {
  let told: Told;
  before(async function () {
    told = await tellStory();
    if (!process.env.WRITE_EXAMPLES) return;
    await keepExamples(told);
    // What is compared below was read before it was written: the next run compares what is kept now.
    this.skip();
  });
  after(() => told?.stop());

  const nameOf = ({ method, path }: Route) => `${method.toUpperCase()} ${path}`;
  const withExamples = () => told.parlour.routes.filter(({ path }) => !NO_EXAMPLE.test(path));
  const titles = (examples: readonly ApiExample[]) =>
    examples.map(({ status, title }) => `${status} ${title}`);

  it('has a call that succeeds for every route, and each refusal that many share', () => {
    const missing = withExamples().filter(
      (route) => !examplesOf(nameOf(route)).some(({ status }) => status < 300),
    );
    expect(missing.map(nameOf)).to.deep.equal([]);
    expect(Object.keys(ERROR_EXAMPLES)).to.deep.equal([
      '400',
      '401',
      '403',
      '404',
      '413',
      '415',
      '422',
      '429',
    ]);
  });

  it('are answered as they are kept (npm run examples makes them anew)', () => {
    const wrong: string[] = [];
    for (const route of withExamples()) {
      const name = nameOf(route);
      const [kept, fresh] = [examplesOf(name), told.examples[name] ?? []];
      expect(titles(fresh), name).to.deep.equal(titles(kept));
      for (const [index, example] of fresh.entries())
        for (const part of ['body', 'answer'] as const)
          for (const path of differences(kept[index]![part], example[part]))
            wrong.push(`${name}, ${example.title}: ${part}${path}`);
    }
    for (const [type, sent] of Object.entries(told.webhooks))
      for (const path of differences(WEBHOOK_EXAMPLES[type], sent)) wrong.push(`${type}${path}`);
    expect(wrong).to.deep.equal([]);
  });

  it('fit what their routes say of themselves', () => {
    const wrong: string[] = [];
    const check = (what: string, schema: object, value: unknown) => {
      if (!ajv.validate(schema, value)) wrong.push(`${what}: ${ajv.errorsText()}`);
    };
    for (const route of withExamples())
      for (const example of examplesOf(nameOf(route))) {
        const what = `${nameOf(route)}, ${example.status} ${example.title}`;
        if (route.body && example.body !== undefined) check(`${what}, body`, route.body, example.body);
        if (example.status >= 400) check(what, ErrorBody, example.answer);
        else if (route.answer.schema && !example.type) check(what, route.answer.schema, example.answer);
      }
    for (const example of Object.values(ERROR_EXAMPLES).flat())
      check(example.title, ErrorBody, example.answer);
    expect(wrong).to.deep.equal([]);
  });
});
