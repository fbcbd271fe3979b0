/** What filters and forms let staff choose from, as `/api/v1/leads/choices` serves it. */
import type { LeadChoices } from '../../backend/leads/schema.ts';
import { request } from './client.ts';

/** Every site and everybody in the team, by name. */
export function readChoices(): Promise<LeadChoices> {
  return request('GET', '/leads/choices');
}
