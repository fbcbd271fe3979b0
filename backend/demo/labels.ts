/** The labels that samples carry; one of the team's own with the same name is taken as it is. */
import { uuidv7 } from 'uuidv7';
import type { Database } from '../db/knex.ts';
import { publish } from '../events/publish.ts';
import { Label } from '../models/label.ts';
import { LABELS } from './scene.ts';

/** @returns their ids by name */
export async function makeLabels(database: Database): Promise<Map<string, string>> {
  return database.transaction(async (trx) => {
    const ids = new Map<string, string>();
    for (const [name, color] of Object.entries(LABELS)) {
      const known = await Label.query(trx).whereRaw('lower(name) = lower(?)', [name]).first();
      const id = known?.id ?? uuidv7();
      if (!known) {
        await Label.query(trx).insert({ id, name, color, isSample: true });
        await publish(trx, { type: 'labels.changed', siteId: null, data: { labelId: id } });
      }
      ids.set(name, id);
    }
    return ids;
  });
}
