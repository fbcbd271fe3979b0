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

  it('know a version of the assistant only with its site', () => {
    const site = '0190a1b2-0000-7000-8000-000000000001';
    const wanted = { site, agentVersion: 3 };
    expect(filtersFromUrl(filtersToUrl(wanted))).to.deep.equal(wanted);
    expect(filtersFromUrl('?agentVersion=3')).to.deep.equal({});
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
