/** Every sample conversation, oldest first. */
import type { Scene } from '../scene.ts';
import { firstDays } from './first-days.ts';
import { lastDays } from './last-days.ts';
import { secondWeek } from './second-week.ts';
import { today } from './today.ts';

export const SCENES: readonly Scene[] = [...firstDays, ...secondWeek, ...lastDays, ...today];

/** The assistant learns something after these. */
export const SCENES_BEFORE_LESSON = firstDays.length + secondWeek.length;
