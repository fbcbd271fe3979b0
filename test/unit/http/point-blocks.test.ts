import { expect } from 'chai';
import type { RateLimiterRes } from 'rate-limiter-flexible';
import { PointBlocks } from '../../../backend/http/point-blocks.ts';

describe('points taken in blocks', () => {
  /** A shared limit of so many points, and how often it was asked. */
  function limit(points: number, windowMs = 60_000) {
    let left = points;
    const asked: number[] = [];
    const take = async (_: string, wanted: number) => {
      asked.push(wanted);
      left -= wanted;
      if (left < 0) throw new Error('refused');
      return { msBeforeNext: windowMs } as RateLimiterRes;
    };
    return { asked, take };
  }

  it('ask the shared limit once a block, also when many ask at one moment', async () => {
    const shared = limit(100);
    const blocks = new PointBlocks(10, shared.take);
    await Promise.all(Array.from({ length: 25 }, () => blocks.spend('a')));
    expect(shared.asked).to.deep.equal([10, 10, 10]);
  });

  it('never spend more than the limit, whoever takes them', async () => {
    const shared = limit(30);
    const [one, other] = [new PointBlocks(5, shared.take), new PointBlocks(5, shared.take)];
    const tries = Array.from({ length: 60 }, (_, n) => (n % 2 ? one : other).spend('a'));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).to.have.length(30);
  });

  it('are worth nothing once their window has ended', async () => {
    const shared = limit(10, 40);
    const blocks = new PointBlocks(5, shared.take);
    await blocks.spend('a');
    await new Promise((resolve) => setTimeout(resolve, 60));
    await blocks.spend('a');
    expect(shared.asked).to.deep.equal([5, 5]);
  });

  it('belong to one key', async () => {
    const shared = limit(10);
    const blocks = new PointBlocks(5, shared.take);
    await blocks.spend('a');
    await blocks.spend('b');
    expect(shared.asked).to.deep.equal([5, 5]);
  });
});
