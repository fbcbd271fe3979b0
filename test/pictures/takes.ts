/** A picture: what it is called, and how the page comes to look like it. */
import type { Page } from 'playwright-core';
import type { Stage } from './stage.ts';

export interface Take {
  name: string;
  /** The page, ready to be taken; whoever calls closes it. */
  prepare(stage: Stage): Promise<Page>;
}

/** The same by day and by night. */
export function inBoth(
  name: string,
  prepare: (stage: Stage, colorScheme: 'light' | 'dark') => Promise<Page>,
): Take[] {
  return (['light', 'dark'] as const).map((theme) => ({
    name: `${name}-${theme}`,
    prepare: (stage) => prepare(stage, theme),
  }));
}
