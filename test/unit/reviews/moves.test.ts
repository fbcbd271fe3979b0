import { expect } from 'chai';
import { MOVES as allowed } from '../../../backend/reviews/policy.ts';
import { MOVES as offered } from '../../../dashboard/controllers/reviews/review-moves.ts';

describe('the moves of a review', () => {
  it('are the same in the dashboard, which offers them, and in the backend, which allows them', () => {
    expect(offered).to.deep.equal(allowed);
  });
});
