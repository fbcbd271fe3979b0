/**
 * Who did what. Written in the transaction of the deed, so that neither exists without the other.
 */
import { uuidv7 } from 'uuidv7';
import type { Transaction } from '../db/knex.ts';
import type { Principal } from '../http/principal.ts';
import { AuditEntry } from '../models/audit-entry.ts';

export type Actor = Principal | { kind: 'visitor' } | { kind: 'system' };

export interface Deed {
  /** Given by who adds to the entry later, such as a change that goes in chunks. */
  id?: string;
  /** `site.updated`, `session.archived`: noun and past tense. */
  action: string;
  subject: { kind: string; id?: string };
  siteId?: string | null;
  /** Names of what changed, never personal details or secrets. */
  details?: Record<string, unknown>;
}

export async function audit(trx: Transaction, actor: Actor, deed: Deed): Promise<void> {
  await AuditEntry.query(trx).insert({
    id: deed.id ?? uuidv7(),
    actorKind: actor.kind === 'key' ? 'api_key' : actor.kind,
    actorId: actor.kind === 'staff' ? actor.userId : actor.kind === 'key' ? actor.keyId : null,
    actorName: 'name' in actor ? actor.name : null,
    action: deed.action,
    subjectKind: deed.subject.kind,
    subjectId: deed.subject.id ?? null,
    siteId: deed.siteId ?? null,
    details: deed.details ?? {},
  });
}
