/** People and keys for the tests of takeover. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Scope } from '../../../backend/http/policy.ts';
import { hashKey } from '../../../backend/http/principal.ts';
import { ADMIN, type TestParlour } from '../../support/parlour.ts';
import { StaffClient } from '../../support/staff-client.ts';

/** A signed-in agent with this name and the admin's password; the e-mail must never be seen by a visitor. */
export async function person({ database, url }: TestParlour, name: string): Promise<StaffClient> {
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}@secret.example`;
  const { passwordHash } = await database('staff_users').where({ email: ADMIN.email }).first();
  await database('staff_users').insert({
    id: randomUUID(),
    ...{ email, name, role: 'agent', status: 'active', passwordHash },
  });
  return StaffClient.signIn(url, { email, password: ADMIN.password });
}

/** The headers of a new API key. */
export async function apiKey(
  { database }: TestParlour,
  scopes: Scope[],
  siteId: string | null = null,
): Promise<Record<string, string>> {
  const key = `plr_${randomBytes(24).toString('base64url')}`;
  await database('api_keys').insert({
    id: randomUUID(),
    ...{ name: 'n8n', prefix: key.slice(0, 8), keyHash: hashKey(key), scopes, siteId },
  });
  return { authorization: `Bearer ${key}` };
}
