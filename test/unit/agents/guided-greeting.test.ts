/** The first message of the guided agent, before the visitor has said anything. */
import { expect } from 'chai';
import { guidedAgent } from '../../../backend/agents/guided/index.ts';
import type { LeadField } from '../../../backend/sites/schema.ts';
import { buildSite, Conversation } from './converse.ts';

describe('What the guided agent begins with', () => {
  it('greets in its own words and asks the first question', () => {
    const { text, choices } = guidedAgent.greet(buildSite(), null);
    expect(text).to.equal("Hello, I'm the assistant of Miller Studio. What can we help you with?");
    expect(choices).to.equal(undefined);
  });

  it('leaves a greeting that already asks something as it is', () => {
    const { text, state } = guidedAgent.greet(buildSite({ greeting: 'Hi! How can we help?' }), null);
    expect(text).to.equal('Hi! How can we help?');
    expect(state).to.include({ pending: 'need' });
  });

  it('offers the choices of a first question that has some', () => {
    const fields: LeadField[] = [
      {
        name: 'tour',
        type: 'choice',
        label: 'Tour',
        question: 'Which tour?',
        required: false,
        choices: ['A', 'B'],
      },
    ];
    const greeting = guidedAgent.greet(buildSite({ greeting: 'Welcome.', fields }), null);
    expect(greeting).to.deep.include({ text: 'Welcome. Which tour?', choices: ['A', 'B', 'Skip'] });
  });

  it('also greets where nothing is collected, and completes nothing then', async () => {
    const conversation = new Conversation(buildSite({ fields: [] }));
    expect(conversation.lastLine.text).to.match(/How can I help\?$/);
    await conversation.say('I need a website');
    expect(conversation.lastLine.text).to.match(/team/);
    expect(conversation.isCollecting).to.equal(false);
    expect(conversation.completions).to.equal(0);
  });
});
