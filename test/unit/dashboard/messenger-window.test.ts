import { expect } from 'chai';
import { messengerHint } from '../../../dashboard/controllers/sessions/messenger-window.ts';

describe('the hint of how long Messenger takes an answer', () => {
  const now = Date.parse('2026-11-22T12:00:00.000Z');
  const hint = (hoursAgo: number, channel = 'messenger') =>
    messengerHint(
      channel,
      [
        { role: 'visitor', createdAt: new Date(now - hoursAgo * 3_600_000).toISOString() },
        { role: 'assistant', createdAt: new Date(now).toISOString() },
      ],
      now,
    );

  it('says nothing while there is time, and where there is no limit', () => {
    expect(hint(2)).to.equal(null);
    expect(hint(100, 'web')).to.equal(null);
  });

  it('says when it closes, who may still answer, and when nobody may', () => {
    expect(hint(20.5)).to.match(/another 3 hours/);
    expect(hint(23.9)).to.match(/another hour/);
    expect(hint(30)).to.match(/another 5 days/);
    expect(hint(7 * 24 + 1)).to.match(/no answer any more/);
    expect(messengerHint('messenger', [], now)).to.match(/not written/);
  });
});
