import { dayOf } from '../../api/session-filters.ts';

const DAY_MS = 86_400_000;

type Preset = readonly [name: 'anyTime' | 'today' | 'yesterday' | 'week' | 'month', from: string, to: string];

/** The days that are offered to choose from, as the filters write them; '' is open. */
export function dayPresets(now: number): readonly Preset[] {
  // From noon on, so that a day of 23 or 25 hours is counted as one.
  const noon = new Date(now).setHours(12, 0, 0, 0);
  const ago = (days: number) => dayOf(noon - days * DAY_MS);
  return [
    ['anyTime', '', ''],
    ['today', ago(0), ago(0)],
    ['yesterday', ago(1), ago(1)],
    ['week', ago(6), ago(0)],
    ['month', ago(29), ago(0)],
  ];
}
