/** The guided agent where somebody or something else than the visitor moves the conversation on. */
import { expect } from 'chai';
import { Conversation } from './converse.ts';

describe('Between a person and the guided agent', () => {
  it('takes a bare answer to a person for no answer to its own question', async () => {
    const conversation = new Conversation();
    await conversation.say('A logo');
    conversation.staffSays('Hello, Tom here. Which colours do you like?');
    await conversation.say('Blue');
    expect(conversation.lead).to.deep.equal({ need: 'A logo' });
    expect(conversation.lastLine.text).to.match(/name\?$/);
  });

  it('asks nothing once the conversation was completed elsewhere, and still notes what is told', async () => {
    const conversation = new Conversation();
    await conversation.say('A logo');
    conversation.sessionCompleted = true;
    await conversation.say('my email is ana@acme.com');
    expect(conversation.lastLine.text).to.equal("I've added your e-mail address.");
    expect(conversation.lead).to.deep.equal({ need: 'A logo', email: 'ana@acme.com' });
    expect(conversation.completions).to.equal(0);
    expect(conversation.isCollecting).to.equal(false);
  });

  it('sums up when the lead form has told the rest in the meantime', async () => {
    const conversation = new Conversation();
    await conversation.say('A logo');
    Object.assign(conversation.lead, {
      name: 'Ana',
      email: 'a@b.co',
      phone: '+12125550123',
      budget: '5k',
      timeline: 'Later',
    });
    await conversation.say('I filled in the form');
    expect(conversation.completions).to.equal(1);
    expect(conversation.lastLine.text).to.match(/^Thank you, Ana\./m);
  });
});
