import { expect } from 'chai';
import { ApiError } from '../../../dashboard/api/client.ts';
import { readOneTimeLink } from '../../../dashboard/pages/entrance/one-time-link.ts';
import { formProblem, waitText } from '../../../dashboard/ui/waiting.ts';

describe('Getting in', () => {
  it('reads a one-time link', () => {
    expect(readOneTimeLink('#token=abc.def&for=setup')).to.deep.equal({ token: 'abc.def', purpose: 'setup' });
    expect(readOneTimeLink('#token=abc&for=anything')).to.deep.equal({ token: 'abc', purpose: 'reset' });
    expect(readOneTimeLink('#for=invite')).to.equal(null);
    expect(readOneTimeLink('')).to.equal(null);
  });

  it('says how long to wait, never too short', () => {
    expect(waitText(1)).to.equal('1 second');
    expect(waitText(45)).to.equal('45 seconds');
    expect(waitText(121)).to.equal('3 minutes');
    expect(waitText(null)).to.equal('a moment');
  });

  it('shows the wait after too many tries, the server’s words otherwise, and nothing of a surprise', () => {
    expect(formProblem(new ApiError(429, 'too_many', 'x', [], 60))).to.contain('60 seconds');
    expect(formProblem(new ApiError(422, 'validation_failed', 'Too common.'))).to.equal('Too common.');
    expect(formProblem(new TypeError('undefined is not a function'))).not.to.contain('undefined');
  });
});
