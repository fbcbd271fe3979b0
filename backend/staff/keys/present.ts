import type { NamedKey } from './queries.ts';
import type { KeyView, Scope } from './schema.ts';

export function presentKey({ key, site, createdBy }: NamedKey): KeyView {
  return {
    id: key.id,
    name: key.name,
    scopes: key.scopes as Scope[],
    siteId: key.siteId,
    site: site ? { id: site.id, name: site.name } : null,
    prefix: key.prefix,
    createdAt: key.createdAt.toISOString(),
    createdBy: createdBy ? { id: createdBy.id, name: createdBy.name } : null,
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
  };
}
