import { expect } from 'chai';
import { countAttention } from '../../../dashboard/controllers/shell/attention.ts';
import { makeRow, minutesAgo } from '../../dashboard/support/sample.ts';

describe('what wants a look', () => {
  const known = (opened: Record<string, string>) => ({ since: minutesAgo(60), opened });

  it('is who waits and what is unread, each conversation once', () => {
    const read = makeRow({ lastMessageAt: minutesAgo(5) });
    const unread = makeRow({ lastMessageAt: minutesAgo(5) });
    const waiting = makeRow({ lastMessageAt: minutesAgo(5), mode: 'human', waitingSince: minutesAgo(5) });
    const waitingAndRead = makeRow({
      lastMessageAt: minutesAgo(4),
      mode: 'human',
      waitingSince: minutesAgo(4),
    });
    const old = makeRow({ lastMessageAt: minutesAgo(90) });
    const opened = { [read.id]: read.lastMessageAt, [waitingAndRead.id]: waitingAndRead.lastMessageAt };
    expect(countAttention([read, unread, waiting, waitingAndRead, old], known(opened))).to.deep.equal({
      waiting: 2,
      total: 3,
    });
    expect(countAttention([], known({}))).to.deep.equal({ waiting: 0, total: 0 });
  });
});
