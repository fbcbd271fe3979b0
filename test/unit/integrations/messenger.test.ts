import { expect } from 'chai';
import { composeParts } from '../../../backend/integrations/messenger/compose.ts';
import { judgeError } from '../../../backend/integrations/messenger/graph-errors.ts';
import { labelsFor } from '../../../backend/integrations/messenger/window.ts';
import { textOf } from '../../../backend/integrations/messenger/words.ts';

describe('Messenger: what follows from an error of Facebook', () => {
  const cases: Array<[status: number, code?: number, subcode?: number, kind?: string]> = [
    [400, 190, undefined, 'final page'],
    [400, 190, 460, 'final page'],
    [400, 10, 2018278, 'final'],
    [400, 10, undefined, 'final page'],
    [400, 200, undefined, 'final page'],
    [400, 200, 2018108, 'final page'],
    [400, 551, 1545041, 'final'],
    [400, 100, undefined, 'final'],
    [400, 613, undefined, 'rate'],
    [400, 4, undefined, 'rate'],
    [400, 32, undefined, 'rate'],
    [400, 80006, undefined, 'rate'],
    [500, 2, undefined, ''],
    [400, 1200, undefined, ''],
    [503, undefined, undefined, ''],
    [400, 987654, undefined, ''],
  ];
  for (const [status, code, subcode, kind] of cases)
    it(`${status} ${code ?? ''} ${subcode ?? ''}: ${kind || 'tried again'}`, () => {
      const { words, isFinal, isRate, isPageFault } = judgeError(status, { code, error_subcode: subcode });
      const found = [isFinal && 'final', isRate && 'rate', isPageFault && 'page'].filter(Boolean).join(' ');
      expect(found).to.equal(kind);
      expect(words).to.match(/\.$/);
    });
});

describe('Messenger: how a message is sent', () => {
  it('cuts long ones between sentences, loses nothing, and puts buttons under the last', () => {
    const text = Array.from({ length: 300 }, (_, n) => `Sentence number ${n} is here.`).join(' ');
    const parts = composeParts(text, ['Yes', 'No']);
    expect(parts.length).to.be.greaterThan(1);
    expect(parts.every((part) => part.text.length <= 2000 && part.text.endsWith('.'))).to.equal(true);
    expect(parts.map((part) => part.text).join(' ')).to.equal(text);
    expect(parts.map((part) => part.quick_replies?.length ?? 0).filter(Boolean)).to.deep.equal([2]);
    const balloons = composeParts('🎈'.repeat(1500), null).map((part) => part.text);
    expect(balloons.join('')).to.equal('🎈'.repeat(1500));
    expect(balloons.every((part) => part.isWellFormed() && part.length <= 2000)).to.equal(true);
  });

  it('writes choices that are too many or too long as a list', () => {
    const [part] = composeParts('Which?', ['A', 'This one is longer than a button']);
    expect(part).to.deep.equal({ text: 'Which?\n\n• A\n• This one is longer than a button' });
    const many = Array.from({ length: 14 }, (_, n) => `Choice ${n}`);
    expect(composeParts('Which?', many)[0]).not.to.have.property('quick_replies');
  });

  it('tags only what a person typed, and only between one and seven days', () => {
    const now = Date.now();
    const ago = (hours: number) => new Date(now - hours * 3_600_000);
    const of = (role: 'assistant' | 'staff' | 'system', hours: number) => labelsFor(role, ago(hours), now);
    for (const role of ['assistant', 'staff', 'system'] as const)
      expect(of(role, 23)).to.deep.equal({ messaging_type: 'RESPONSE' });
    expect(of('assistant', 25)).to.equal(null);
    expect(of('system', 25)).to.equal(null);
    expect(of('staff', 25)).to.deep.equal({ messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' });
    expect(of('staff', 169)).to.equal(null);
    expect(labelsFor('staff', null, now)).to.equal(null);
  });

  it('puts what is no text into words', () => {
    const attachments = [{ type: 'image' }, { type: 'audio' }, { type: 'somethingNew' }];
    expect(textOf({ message: { text: ' Look ', attachments } })).to.equal(
      'Look\n[picture]\n[voice message]\n[attachment]',
    );
    expect(textOf({ postback: { payload: 'ONLY_THIS' } })).to.equal('ONLY_THIS');
    expect(textOf({ message: {} })).to.equal('');
  });
});
