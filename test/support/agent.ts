import { uuidv7 } from 'uuidv7';
import { ADMIN, type TestParlour } from './parlour.ts';
import { StaffClient } from './staff-client.ts';

/** A colleague who is no admin, with the admin's password; signed in. */
export async function signInAgent({ database, url }: TestParlour): Promise<StaffClient> {
  const email = `agent-${uuidv7()}@example.com`;
  const [admin] = await database('staff_users').where({ email: ADMIN.email });
  await database('staff_users').insert({ ...admin, id: uuidv7(), email, name: 'Bo Lind', role: 'agent' });
  return StaffClient.signIn(url, { email, password: ADMIN.password });
}
