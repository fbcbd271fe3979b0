import { expect } from 'chai';
import fc from 'fast-check';
import type { SessionRow } from '../../../backend/sessions/schema.ts';
import { rowMatches } from '../../../dashboard/api/session-filters.ts';
import {
  applyToList,
  inOrder,
  type ListState,
  withFirstPage,
  withNextPage,
} from '../../../dashboard/controllers/sessions/session-list-state.ts';
import { makeRow } from '../../dashboard/support/sample.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const row = (id: string, minute: number, more: Partial<SessionRow> = {}) =>
  makeRow({ id, lastMessageAt: at(minute), ...more });
const ids = (state: ListState) => state.rows.map(({ id }) => id);
const event = (name: 'session.updated' | 'session.deleted', id: string, session?: SessionRow) =>
  ({ name, data: { sessionId: id, session }, local: false }) as const;

const newestFirst = inOrder();

describe('The list of conversations', () => {
  const shown = withFirstPage({}, { items: [row('c', 30), row('b', 20), row('a', 10)], nextCursor: null });

  it('puts a conversation that is new or has grown at its place', () => {
    expect(ids(applyToList(shown, event('session.updated', 'd', row('d', 40))))).to.deep.equal([
      'd',
      'c',
      'b',
      'a',
    ]);
    expect(ids(applyToList(shown, event('session.updated', 'a', row('a', 25))))).to.deep.equal([
      'c',
      'a',
      'b',
    ]);
    expect(ids(applyToList(shown, event('session.updated', 'z', row('z', 1))))).to.deep.equal([
      'c',
      'b',
      'a',
      'z',
    ]);
  });

  it('takes out what was deleted, and what the filters no longer want', () => {
    expect(ids(applyToList(shown, event('session.deleted', 'b')))).to.deep.equal(['c', 'a']);
    const archived = row('b', 20, { archiveStatus: 'archived' });
    expect(ids(applyToList(shown, event('session.updated', 'b', archived)))).to.deep.equal(['c', 'a']);
  });

  it('answers the very same state when nothing changes, so that nothing is drawn again', () => {
    expect(applyToList(shown, event('session.deleted', 'unknown'))).to.equal(shown);
    expect(applyToList(shown, { name: 'staff.changed', data: {}, local: false })).to.equal(shown);
  });

  it('leaves a row below what has been loaded to the page that will bring it', () => {
    const half = withFirstPage({}, { items: [row('c', 30), row('b', 20)], nextCursor: 'more' });
    expect(ids(applyToList(half, event('session.updated', 'a', row('a', 10))))).to.deep.equal(['c', 'b']);
    const moved = applyToList(half, event('session.updated', 'b', row('b', 40)));
    // "b" was the last one loaded; its old place stays the end of what is known.
    expect(ids(applyToList(moved, event('session.updated', 'x', row('x', 25))))).to.deep.equal([
      'b',
      'c',
      'x',
    ]);
  });

  it('shows a row once when it moved up while the next page was on its way', () => {
    const half = withFirstPage({}, { items: [row('c', 30), row('b', 20)], nextCursor: 'more' });
    const moved = applyToList(half, event('session.updated', 'a', row('a', 50)));
    const whole = withNextPage(moved, { items: [row('a', 10), row('z', 5)], nextCursor: null });
    expect(ids(whole)).to.deep.equal(['a', 'c', 'b', 'z']);
    expect(whole.rows[0]?.lastMessageAt).to.equal(at(50));
  });

  it('ends with exactly the server’s rows, whatever happens in between', () => {
    const change = fc.record({
      id: fc.integer({ min: 0, max: 11 }).map((n) => `s${n.toString(16)}`),
      minute: fc.integer({ min: 0, max: 50 }),
      archiveStatus: fc.constantFrom('active' as const, 'archived' as const),
      gone: fc.boolean(),
      loadMore: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (changes, limit) => {
        const server = new Map(['s0', 's1', 's2', 's3', 's4', 's5'].map((id, n) => [id, row(id, n * 7)]));
        const listed = () => [...server.values()].filter((one) => rowMatches({}, one)).sort(newestFirst);
        const page = (after?: { lastMessageAt: string; id: string }) => {
          const rest = listed().filter((one) => !after || newestFirst(after, one) < 0);
          return { items: rest.slice(0, limit), nextCursor: rest.length > limit ? 'more' : null };
        };
        let state = withFirstPage({}, page());
        for (const { id, minute, archiveStatus, gone, loadMore } of changes) {
          if (gone) server.delete(id);
          else server.set(id, row(id, minute, { archiveStatus }));
          state = applyToList(state, event('session.updated', id, server.get(id)));
          if (loadMore && state.nextCursor && state.horizon) state = withNextPage(state, page(state.horizon));
        }
        const { horizon } = state;
        const expected = listed().filter((one) => !horizon || newestFirst(horizon, one) >= 0);
        expect(ids(state)).to.deep.equal(expected.map(({ id }) => id));
      }),
    );
  });
});
