import { type Route, route } from '../http/route.ts';
import { reachOf } from '../sessions/policy.ts';
import { audit } from '../staff/audit.ts';
import { type SyncDeps, syncAll, syncSite } from './pass.ts';
import { canSync } from './policy.ts';
import { SyncResult } from './schema.ts';

export function syncRoutes(deps: SyncDeps): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/v1/sync',
      summary: 'Look for what was left half done, mend it, and say what was found; again finds nothing',
      allow: canSync,
      answer: { status: 200, schema: SyncResult },
      async handler({ principal }) {
        const { siteId } = reachOf(principal);
        const result = siteId ? await syncSite(deps, siteId) : await syncAll(deps);
        const { isFinished: _, checked: __, ...mended } = result;
        if (Object.values(mended).some((count) => count > 0))
          await deps.database.transaction((trx) =>
            audit(trx, principal, { action: 'sync.mended', subject: { kind: 'sync' }, details: mended }),
          );
        return result;
      },
    }),
  ];
}
