/** People of a test's Parlour, let in the way real ones are: invited by the admin, in by their link. */
import type { Invited } from '../../backend/staff/people/schema.ts';
import type { Role } from '../../backend/staff/schema.ts';
import { call, ok } from './http-client.ts';
import type { TestParlour } from './parlour.ts';
import { StaffClient } from './staff-client.ts';

export interface TestPerson {
  id: string;
  email: string;
  password: string;
  /** What they sign in with. */
  credentials: { email: string; password: string };
  client: StaffClient;
}

let made = 0;

/** Somebody who has accepted an invitation and is signed in. */
export async function letIn(
  parlour: TestParlour,
  role: Role = 'agent',
  name = 'Ana Silva',
): Promise<TestPerson> {
  const email = `person${++made}@example.com`;
  const password = `a lamp by window ${made}`;
  const { id, inviteUrl } = await parlour.admin.post<Invited>('/api/v1/users', { email, name, role });
  await ok(confirm(parlour.url, tokenOf(inviteUrl), password));
  const credentials = { email, password };
  return { id, ...credentials, credentials, client: await StaffClient.signIn(parlour.url, credentials) };
}

/** The one-time token in a link. */
export const tokenOf = (link: string) => new URLSearchParams(new URL(link).hash.slice(1)).get('token')!;

/** Sets a password by a one-time token. */
export const confirm = (url: string, token: string, password: string) =>
  call(`${url}/api/v1/auth/reset/confirm`, { json: { token, password }, headers: { origin: url } });
