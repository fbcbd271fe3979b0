import { expect } from 'chai';
import {
  isUnread,
  nothingSeen,
  type Seen,
  withOpened,
} from '../../../dashboard/controllers/sessions/seen.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 20, 0, minute)).toISOString();
const row = (id: string, minute: number) => ({ id, lastMessageAt: at(minute) });

describe('Unread', () => {
  const start: Seen = { since: at(0), opened: {} };

  it('is what changed since it was last opened', () => {
    const opened = withOpened(start, row('a', 5));
    expect(isUnread(start, row('a', 5))).to.equal(true);
    expect(isUnread(opened, row('a', 5))).to.equal(false);
    expect(isUnread(opened, row('a', 6))).to.equal(true);
  });

  it('at the first visit is only what is recent', () => {
    const first = nothingSeen(new Date(at(0)));
    expect(isUnread(first, row('a', -60))).to.equal(true);
    expect(isUnread(first, row('a', -60 * 24 * 30))).to.equal(false);
  });

  it('remembers a bounded number, and what is forgotten does not come back as unread', () => {
    let seen = start;
    for (let minute = 1; minute <= 20; minute += 1) seen = withOpened(seen, row(`s${minute}`, minute), 5);
    expect(Object.keys(seen.opened)).to.have.length(5);
    for (let minute = 1; minute <= 20; minute += 1) {
      expect(isUnread(seen, row(`s${minute}`, minute)), `s${minute}`).to.equal(false);
    }
    expect(isUnread(seen, row('s3', 30))).to.equal(true);
  });

  it('stays the same object when nothing is new, so that nothing is written again', () => {
    const opened = withOpened(start, row('a', 5));
    expect(withOpened(opened, row('a', 5))).to.equal(opened);
  });
});
