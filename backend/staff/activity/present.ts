import type { AuditEntry } from '../../models/audit-entry.ts';
import type { Names } from './queries.ts';
import type { ActivityEntry } from './schema.ts';

export function presentEntry(entry: AuditEntry, names: Names): ActivityEntry {
  const { siteId, subjectId } = entry;
  const siteName = siteId && names.get(siteId);
  return {
    id: entry.id,
    at: entry.at.toISOString(),
    actor: { kind: entry.actorKind, id: entry.actorId, name: entry.actorName },
    action: entry.action,
    subject: {
      kind: entry.subjectKind,
      id: subjectId,
      name: (subjectId && names.get(subjectId)) || null,
    },
    site: siteId && siteName ? { id: siteId, name: siteName } : null,
    details: entry.details,
  };
}
