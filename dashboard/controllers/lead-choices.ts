/** Who may look after leads, and which sites there are. Read when the leads are first looked at. */
import type { LeadChoices } from '../../backend/leads/schema.ts';
import { leadChoices } from '../api/leads.ts';
import { Store } from './store.ts';

export const leadPeople = new Store<LeadChoices['people']>([]);
export const leadSites = new Store<LeadChoices['sites']>([]);

/** Reads both anew; what is known stays meanwhile. What can't be read can't be chosen, no more. */
export function askLeadChoices(): void {
  leadChoices()
    .then(({ people, sites }) => {
      leadPeople.set(people);
      leadSites.set(sites);
    })
    .catch(() => {});
}
