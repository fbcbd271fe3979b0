import { expect } from 'chai';
import { Memory, uuid } from '../../../web-components/chat/memory.ts';

/** Just enough of Storage for what is asked of it here: a text by each key. */
const fakeStorage = (): Record<string, string> => ({});

describe('what the browser remembers', () => {
  const scope = globalThis as { localStorage?: unknown };
  afterEach(() => {
    delete scope.localStorage;
  });

  it('makes random UUIDs of version 4', () => {
    const made = new Set(Array.from({ length: 500 }, uuid));
    expect(made.size).to.equal(500);
    for (const id of made)
      expect(id).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('is shared by the pages of a site, and by no other site', () => {
    scope.localStorage = fakeStorage();
    const first = new Memory('a');
    first.save({ token: 't', last: 3 });
    expect(new Memory('a').value).to.deep.equal(first.value);
    expect(new Memory('b').value).to.not.have.property('token');
  });

  it('forgets the visitor too when everything is deleted', () => {
    const storage = fakeStorage();
    scope.localStorage = storage;
    const memory = new Memory('a');
    memory.save({ token: 't' });
    expect(storage).to.have.property('parlour:a').that.includes('token');
    const { visitorId } = memory.value;
    memory.clear();
    expect(storage).to.deep.equal({});
    expect(memory.value.visitorId).to.not.equal(visitorId);
  });

  it('lives with storage that is blocked, and with what is not ours in it', () => {
    const memory = new Memory('a');
    memory.save({ token: 't' });
    memory.read();
    expect(memory.value.token).to.equal('t');
    const storage = fakeStorage();
    scope.localStorage = storage;
    storage['parlour:a'] = '{not json';
    expect(new Memory('a').value.visitorId).to.be.a('string');
  });

  it('keeps what it has where storage is full, and does not go back to what was stored before', () => {
    scope.localStorage = Object.freeze({ 'parlour:a': JSON.stringify({ visitorId: 'v', token: 'before' }) });
    const memory = new Memory('a');
    memory.save({ token: 'now' });
    memory.read();
    expect(memory.value.token).to.equal('now');
  });
});
