import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { TRIES_MAX } from '../../../backend/conversation/turn-lease.ts';
import { FakeN8n } from '../../support/fakes/n8n.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { until } from '../../support/until.ts';
import { createN8nSite, detailOf, FALLBACK, visit } from './support.ts';

const REFUSED = 'words that the database takes from nobody';

describe('an answer that can’t be stored (promise 8)', () => {
  let parlour: TestParlour;
  let n8n: FakeN8n;
  before(async () => {
    n8n = await FakeN8n.start();
    parlour = await startTestParlour();
    await parlour.database.raw(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF new.role = 'assistant' AND new.text = '${REFUSED}' THEN RAISE EXCEPTION 'refused'; END IF;
        RETURN new;
      END $$;
      CREATE TRIGGER refuse BEFORE INSERT ON messages FOR EACH ROW EXECUTE FUNCTION refuse()`);
  });
  after(async () => {
    await n8n.stop();
    await parlour.stop();
  });
  beforeEach(() => n8n.reset({ mode: 'lastNode', text: REFUSED }));

  const ofTurn = (sessionId: string) => parlour.database('chat_sessions').where({ id: sessionId });

  it('is asked for a few times, then the visitor has the fallback and staff a fault', async () => {
    const visitor = await visit(parlour, await createN8nSite(parlour, n8n));
    const id = randomUUID();
    // A widget sends again what was answered by an error.
    const send = () => visitor.call('/session/messages', { json: { id, text: 'Hello?' } });
    let tries = 1;
    for (; (await send()).status !== 200; tries++)
      expect(tries, 'it comes to an end').to.be.at.most(TRIES_MAX);
    expect(n8n.requests.length, 'calls of the workflow, which may cost money').to.equal(TRIES_MAX);
    const { messages, incidents } = await detailOf(parlour, visitor);
    expect(messages.slice(1).map(({ text }) => text)).to.deep.equal(['Hello?', FALLBACK]);
    expect(incidents.map(({ code, messageSeq }) => [code, messageSeq])).to.deep.equal([['not_finished', 2]]);
    expect(await ofTurn(visitor.sessionId).first('retryAt', 'turnTries')).to.deep.equal({
      ...{ retryAt: null, turnTries: 0 },
    });

    n8n.reset();
    expect((await visitor.say('And now?')).messages.at(-1)!.text).to.equal('You said: And now?');
  });

  it('is asked for no more by the worker either, when it is owed', async () => {
    const visitor = await visit(parlour, await createN8nSite(parlour, n8n));
    n8n.next('forbidden');
    await visitor.say('Hello?');
    await ofTurn(visitor.sessionId).update({ retryAt: new Date(), turnTries: TRIES_MAX });
    await until(async () => (await ofTurn(visitor.sessionId).first()).retryAt === null, 'it ends');
    expect(n8n.requests).to.have.length(1);
    const { messages, incidents } = await detailOf(parlour, visitor);
    expect(messages.map(({ text }) => text).slice(1)).to.deep.equal(['Hello?', FALLBACK]);
    expect(incidents.map(({ code }) => code)).to.include('not_finished');
  });
});
