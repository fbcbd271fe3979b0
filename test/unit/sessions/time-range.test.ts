import { expect } from 'chai';
import { readTimeRange } from '../../../backend/sessions/time-range.ts';

const range = (from: string, to: string, timezone?: string) => {
  const read = readTimeRange({ from, to, timezone });
  return [read.from?.toISOString(), read.to?.toISOString()];
};

describe('from and to', () => {
  it('take a plain date as the whole day, both included', () => {
    expect(range('2026-01-10', '2026-01-10')).to.deep.equal([
      '2026-01-10T00:00:00.000Z',
      '2026-01-11T00:00:00.000Z',
    ]);
    expect(range('2026-01-10', '2026-01-11', 'Asia/Kolkata')).to.deep.equal([
      '2026-01-09T18:30:00.000Z',
      '2026-01-11T18:30:00.000Z',
    ]);
  });

  it('know days of 23 and 25 hours, and days without a midnight', () => {
    expect(range('2026-03-29', '2026-03-29', 'Europe/Berlin')).to.deep.equal([
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
    ]);
    expect(range('2026-10-25', '2026-10-25', 'Europe/Berlin')).to.deep.equal([
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
    ]);
    // In 2018 the clocks of Sao Paulo went from 23:59 on the 3rd to 01:00 on the 4th of November.
    expect(range('2018-11-04', '2018-11-04', 'America/Sao_Paulo')).to.deep.equal([
      '2018-11-04T03:00:00.000Z',
      '2018-11-05T02:00:00.000Z',
    ]);
  });

  it('take an instant as it is', () => {
    expect(range('2026-01-10T08:00:00+02:00', '2026-01-10T08:00:00.500Z', 'Asia/Tokyo')).to.deep.equal([
      '2026-01-10T06:00:00.000Z',
      '2026-01-10T08:00:00.500Z',
    ]);
  });

  it('say what they can’t read', () => {
    const wrong = [
      '2026-02-30',
      '2026-13-01',
      'yesterday',
      '2026-01-01T25:00:00Z',
      '2026-01-01 10:00',
      '0001-01-01',
      '',
    ];
    for (const from of wrong) expect(() => readTimeRange({ from }), from).to.throw('not right');
    expect(() => readTimeRange({ timezone: 'Mars/Olympus' })).to.throw('not right');
  });
});
