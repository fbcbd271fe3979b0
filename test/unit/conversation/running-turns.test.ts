import { expect } from 'chai';
import { RunningTurns } from '../../../backend/conversation/running-turns.ts';

describe('turns under way', () => {
  it('are broken off for the conversation that was taken over, and for no other', () => {
    const turns = new RunningTurns();
    const lost = turns.begin('taken', 'turn 1');
    const kept = turns.begin('other', 'turn 2');
    const ended = turns.begin('taken', 'turn 0');
    turns.end('turn 0');
    turns.stop('taken');
    expect([lost.aborted, kept.aborted, ended.aborted]).to.deep.equal([true, false, false]);
  });
});
