/** What the filters can choose from besides fixed words: labels and sites. Read once, when somebody first looks. */
import type { LabelView } from '../../backend/sessions/schema.ts';
import { request } from '../api/client.ts';
import { listLabels } from '../api/labels.ts';
import { live } from '../api/live.ts';
import { Store } from './store.ts';

export interface SiteName {
  id: string;
  name: string;
}

export const labels = new Store<readonly LabelView[]>([]);
export const sites = new Store<readonly SiteName[]>([]);

let asked = false;

/** Reads both if nobody has; labels follow every change from then on. What can't be read can't be chosen, no more. */
export function askChoices(): void {
  if (asked) return;
  asked = true;
  live.subscribe(({ name }) => {
    if (name === 'labels.changed' || name === 'resync') readLabels();
  });
  readLabels();
  request<{ sites: SiteName[] }>('GET', '/leads/choices')
    .then((choices) => sites.set(choices.sites))
    .catch(() => {
      asked = false;
    });
}

function readLabels(): void {
  listLabels()
    .then((found) => labels.set(found))
    .catch(() => {
      asked = false;
    });
}
