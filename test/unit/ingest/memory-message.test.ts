import { expect } from 'chai';
import { readMemoryMessage } from '../../../backend/ingest/memory-message.ts';

describe('a row of n8n’s chat memory', () => {
  const cases: Array<[string, unknown, ReturnType<typeof readMemoryMessage>]> = [
    ['what the visitor said', { type: 'human', content: 'Hello' }, { role: 'visitor', text: 'Hello' }],
    [
      'what the agent said',
      { type: 'ai', content: 'Hi', tool_calls: [], additional_kwargs: {} },
      { role: 'assistant', text: 'Hi' },
    ],
    ['the older form', { type: 'human', data: { content: 'Hello' } }, { role: 'visitor', text: 'Hello' }],
    [
      'a list of parts',
      {
        type: 'ai',
        content: [{ type: 'text', text: 'One ' }, { type: 'image_url' }, { type: 'text', text: 'two' }],
      },
      { role: 'assistant', text: 'One two' },
    ],
    [
      'a structured answer',
      { type: 'ai', content: '{"output":"Tuesday"}' },
      { role: 'assistant', text: 'Tuesday' },
    ],
    ['a call of a tool, without words', { type: 'ai', content: '', tool_calls: [{ name: 'x' }] }, null],
    ['the result of a tool', { type: 'tool', content: '{"rows":[]}' }, null],
    ['a system prompt', { type: 'system', content: 'You are' }, null],
    ['something else', 'text', null],
  ];
  for (const [name, stored, read] of cases)
    it(`reads ${name}`, () => expect(readMemoryMessage(stored)).to.deep.equal(read));
});
