import { expect } from 'chai';
import { languageName, timeAgo, timeIn } from '../../../dashboard/ui/times.ts';

describe('Times in the dashboard', () => {
  const now = Date.UTC(2026, 5, 15, 12, 0, 0);
  const ago = (seconds: number) => timeAgo(new Date(now - seconds * 1000).toISOString(), now, 'en-GB');

  it('are said as people say them', () => {
    expect(ago(3)).to.equal('now');
    expect(ago(60)).to.match(/^1\s?min\.? ago$/);
    expect(ago(59 * 60)).to.match(/^59\s?min\.? ago$/);
    expect(ago(3 * 3600)).to.match(/^3\s?hr?\.? ago$|^3h ago$/);
    expect(ago(24 * 3600)).to.equal('yesterday');
    expect(ago(3 * 24 * 3600)).to.match(/^3\s?days ago$|^3d ago$/);
  });

  it('become a date after a week, with the year when it is another one', () => {
    expect(ago(10 * 24 * 3600)).to.equal('5 Jun');
    expect(ago(400 * 24 * 3600)).to.equal('11 May 2025');
  });

  it('never lie in the future, though a clock runs ahead', () => {
    expect(ago(-20)).to.equal('now');
  });

  it('are known elsewhere, unless nobody knows the place', () => {
    expect(timeIn('Asia/Tokyo', now, 'en-GB')).to.equal('21:00');
    expect(timeIn('Middle/Earth', now, 'en-GB')).to.equal(null);
  });

  it('come with languages by name', () => {
    expect(languageName('de-DE', 'en')).to.equal('German (Germany)');
    expect(languageName('not a language', 'en')).to.equal('not a language');
  });
});
