import { expect } from 'chai';
import { waitAfter } from '../../../backend/deliveries/schedule.ts';

describe('when a delivery is tried again', () => {
  it('follows 0 s, 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, and gives up after that', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map((tries) => waitAfter(tries, 0, 0.5));
    expect(waits).to.deep.equal([5, 300, 1800, 7200, 18000, 36000, null]);
  });

  it('spreads what failed together by 15 % to both sides', () => {
    expect(waitAfter(2, 0, 0)).to.be.closeTo(255, 0.001);
    expect(waitAfter(2, 0, 0.999999)).to.be.closeTo(345, 0.001);
  });

  it('waits as long as the receiver asks for, but never longer than a day', () => {
    expect(waitAfter(1, 120, 0.5)).to.equal(120);
    expect(waitAfter(3, 120, 0.5)).to.equal(1800);
    expect(waitAfter(1, 10 ** 9, 0.5)).to.equal(24 * 3600);
  });
});
