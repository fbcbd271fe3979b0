import { expect } from 'chai';
import type { SessionDetail } from '../../../backend/sessions/schema.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

describe('a visitor who asks for a person', () => {
  let parlour: TestParlour;

  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
  });

  after(() => parlour.stop());

  it('is heard by the guided assistant: the team sees that somebody waits, and it is said once', async () => {
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
    await visitor.say('Can I talk to a real person please?');
    await visitor.say('I want to speak to a human');
    const { session, messages } = await parlour.admin.get<SessionDetail>(
      `/api/v1/sessions/${visitor.sessionId}`,
    );
    expect(session.waitingSince).to.be.a('string');
    expect(messages.filter(({ role }) => role === 'system')).to.have.length(1);
  });
});
