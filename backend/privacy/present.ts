import type { ErasureRow } from './queries.ts';
import type { ErasureView } from './schema.ts';

/** That somebody was erased, never who. */
export const presentErasure = ({
  id,
  at,
  actorKind,
  actorName,
  counts,
  repeatedAt,
}: ErasureRow): ErasureView => ({
  id,
  at: at.toISOString(),
  actor: { kind: actorKind, name: actorName },
  counts,
  repeatedAt: repeatedAt?.toISOString() ?? null,
});
