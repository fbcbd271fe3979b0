import type { Figures, Summary } from '../../../backend/stats/schema.ts';
import type { Tile } from '../../../web-components/figures/figure-tiles.ts';
import { lengthOf, figureTexts as texts } from '../../languages/en/figures.ts';
import { number } from '../../languages/locale.ts';

/** The main figures at a glance, each with how it differs from the time before. */
export function tilesOf(now: Summary): Tile[] {
  const { previous } = now;
  const { tiles } = texts;
  const counted = (label: string, of: (figures: Figures) => number, note = ''): Tile => ({
    label,
    value: texts.count(of(now)),
    note,
    change: changeOf(of(now), of(previous)),
  });
  const shared = (label: string, share: number | null, before: number | null, note: string): Tile => ({
    label,
    value: share === null ? texts.none : texts.percent(share),
    note: share === null ? '' : note,
    change: pointsOf(share, before),
  });
  const timed = (label: string, ms: number | null, before: number | null, note: string): Tile => ({
    label,
    value: lengthOf(ms),
    note: ms === null ? '' : note,
    change: paceOf(ms, before),
  });
  const checked = now.sessions - now.qa.unchecked;
  const aiShare = (figures: Figures) => (figures.sessions > 0 ? figures.aiOnly / figures.sessions : null);
  const { rating, firstReply, timeToFix } = now;
  return [
    counted(tiles.sessions, ({ sessions }) => sessions),
    counted(tiles.leads, ({ leads }) => leads, now.leadRate === null ? '' : texts.percent(now.leadRate)),
    counted(
      tiles.completed,
      ({ completed }) => completed,
      now.completionRate === null ? '' : texts.percent(now.completionRate),
    ),
    timed(
      tiles.reply,
      firstReply.medianMs,
      previous.firstReply.medianMs,
      texts.p95(lengthOf(firstReply.p95Ms)),
    ),
    shared(tiles.aiOnly, aiShare(now), aiShare(previous), texts.shareOf(now.aiOnly, now.sessions)),
    {
      label: tiles.rating,
      value: rating.average === null ? texts.none : number(rating.average, { maximumFractionDigits: 1 }),
      note: rating.count > 0 ? texts.ratings(rating.count) : '',
      change: '',
    },
    shared(tiles.passed, now.qa.passRate, previous.qa.passRate, texts.shareOf(now.qa.passed, checked)),
    timed(tiles.fix, timeToFix.medianMs, previous.timeToFix.medianMs, texts.fixedOnes(timeToFix.count)),
  ];
}

function changeOf(now: number, before: number): string {
  if (now === before) return now === 0 ? '' : texts.noChange;
  if (before === 0) return texts.newHere;
  return texts.changeBy(texts.percent(Math.abs(now - before) / before), now > before);
}

function pointsOf(now: number | null, before: number | null): string {
  if (now === null || before === null) return '';
  const by = Math.round(now * 100) - Math.round(before * 100);
  return by === 0 ? texts.noChange : texts.changeBy(texts.points(Math.abs(by)), by > 0);
}

function paceOf(now: number | null, before: number | null): string {
  if (now === null || before === null) return '';
  const by = now - before;
  // A clock's own trembling is no news.
  if (Math.abs(by) < before * 0.05) return texts.noChange;
  return by > 0 ? texts.slower(lengthOf(by)) : texts.faster(lengthOf(-by));
}
