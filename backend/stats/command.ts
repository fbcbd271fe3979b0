/** `stats:rebuild`: counts all figures anew from the tables, while Parlour may go on. */
import type { Config } from '../config.ts';
import { withDatabase } from '../db/embedded.ts';
import { openDatabase } from '../db/knex.ts';
import { rebuildStats } from './rebuild.ts';

/** How often it says how far it is. */
const SAY_EVERY = 100_000;

/** @returns what to say at the end */
export async function rebuildCommand(config: Config, say: (line: string) => void): Promise<string> {
  return withDatabase(config, async (url) => {
    const database = openDatabase(url, 2);
    let said = 0;
    const onProgress = (count: number) => {
      if (count - said < SAY_EVERY) return;
      said = count;
      say(`${count} conversations counted\n`);
    };
    try {
      const { conversations, mended } = (await rebuildStats(database, { force: true, onProgress }))!;
      return mended === 0
        ? `Counted ${conversations} conversations. Every figure was right.\n`
        : `Counted ${conversations} conversations. ${mended} sums were wrong and are right now.\n`;
    } finally {
      await database.destroy();
    }
  });
}
