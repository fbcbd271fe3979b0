/** What can be chosen from besides fixed words. What can't be read can't be chosen, no more. */
import type { LeadChoices } from '../../backend/leads/schema.ts';
import type { LabelView } from '../../backend/sessions/label-schema.ts';
import { readChoices } from '../api/choices.ts';
import { listLabels } from '../api/labels.ts';
import { live } from '../api/live.ts';
import { Store } from './store.ts';

export const labels = new Store<readonly LabelView[]>([]);
export const sites = new Store<LeadChoices['sites']>([]);
/** Who may look after leads. */
export const people = new Store<LeadChoices['people']>([]);

let isFollowing = false;
let asked = 0;

/** Reads the labels, and follows every change from then on. */
export function askLabels(): void {
  readLabels();
  if (isFollowing) return;
  isFollowing = true;
  live.subscribe(({ name }) => {
    if (name === 'labels.changed' || name === 'resync') readLabels();
  });
}

/** Reads both anew, as nothing tells of a new one; what is known stays meanwhile. */
export function askSitesAndPeople(): void {
  readChoices()
    .then((choices) => {
      sites.set(choices.sites);
      people.set(choices.people);
    })
    .catch(() => {});
}

function readLabels(): void {
  const own = ++asked;
  listLabels()
    // Of two answers the one that was asked for last holds.
    .then((found) => own === asked && labels.set(found))
    .catch(() => {});
}
