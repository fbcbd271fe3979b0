import { expect } from 'chai';
import { addTrace } from '../../../backend/conversation/trace.ts';

describe('how a reply came about', () => {
  it('adds up what is counted, and keeps the newest of the rest', () => {
    const first = addTrace(undefined, {
      model: 'small',
      tokens: { input: 10, output: 2 },
      cost: 0.5,
      tools: ['a'],
    });
    const both = addTrace(first, {
      model: 'large',
      tokens: { input: 1, output: 1 },
      cost: 0.25,
      tools: ['b', 'a'],
    });
    expect(both).to.deep.equal({
      model: 'large',
      tokens: { input: 11, output: 3 },
      cost: 0.75,
      tools: ['a', 'b', 'a'],
    });
    expect(addTrace(both, { execution: { id: '7' } })).to.deep.equal({ ...both, execution: { id: '7' } });
  });
});
