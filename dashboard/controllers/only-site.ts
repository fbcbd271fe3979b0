/** The one site that is in use, for links that lead straight into its settings. */
import type { SiteView } from '../../backend/sites/schema.ts';
import { listSites } from '../api/sites.ts';

/** For admins. Null where there are several, or none, or they can't be read: the list of sites leads there, too. */
export async function onlySite(): Promise<SiteView | null> {
  try {
    const sites = (await listSites()).filter(({ archivedAt }) => !archivedAt);
    return sites.length === 1 ? sites[0]! : null;
  } catch {
    return null;
  }
}
