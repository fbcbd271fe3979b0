import { expect } from 'chai';
import {
  filtersFromUrl,
  filtersToUrl,
  rowMatches,
  sameFilters,
} from '../../../dashboard/api/session-filters.ts';
import { makeRow } from '../../dashboard/support/sample.ts';

describe('The list’s filters', () => {
  it('survive the way through the address', () => {
    for (const filters of [
      {},
      { archive: 'archived' },
      { completion: 'completed' },
      { archive: 'archived', completion: 'abandoned' },
    ] as const) {
      expect(filtersFromUrl(filtersToUrl(filters))).to.deep.equal(filters);
    }
  });

  it('say nothing in the address while they are at rest', () => {
    expect(filtersToUrl({ archive: 'active' })).to.equal('');
    expect(sameFilters({ archive: 'active' }, {})).to.equal(true);
  });

  it('leave out what they do not know', () => {
    expect(filtersFromUrl('?archive=burnt&completion=__proto__&constructor=1')).to.deep.equal({});
  });

  it('judge a row as the server does: archived ones only when asked for', () => {
    const archived = makeRow({ archiveStatus: 'archived', completionStatus: 'completed' });
    expect(rowMatches({}, archived)).to.equal(false);
    expect(rowMatches({ archive: 'archived' }, archived)).to.equal(true);
    expect(rowMatches({ archive: 'archived', completion: 'abandoned' }, archived)).to.equal(false);
    expect(rowMatches({ completion: 'in_progress' }, makeRow())).to.equal(true);
  });
});
