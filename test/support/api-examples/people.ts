import type { Invited } from '../../../backend/staff/people/schema.ts';
import { call } from '../http-client.ts';
import { tokenOf } from '../people.ts';
import { cookieOf } from '../staff-client.ts';
import type { Story } from './story.ts';

/** A colleague from the invitation to the day they are signed out. */
export async function tellOfPeople({ api, admin, nobody, parlour }: Story): Promise<void> {
  const invitation = { email: 'cleo@lindenhof.example', name: 'Cleo Berg', role: 'agent' };
  const invited = await api.call<Invited>(admin, 'POST /api/v1/users', { body: invitation });
  await api.call(admin, 'POST /api/v1/users', {
    title: 'Somebody who is here already',
    body: invitation,
    status: 409,
  });
  const person = { params: { id: invited.id } };
  const again = await api.call<{ inviteUrl: string }>(admin, 'POST /api/v1/users/:id/invite', person);
  const password = 'a lamp by the window';
  await api.call(nobody, 'POST /api/v1/auth/reset/confirm', {
    body: { token: tokenOf(again.inviteUrl), password },
  });
  const credentials = { email: invitation.email, password };
  await api.call(nobody, 'POST /api/v1/auth/login', { body: credentials });
  await api.call(nobody, 'POST /api/v1/auth/login', {
    title: 'A password that is not right',
    body: { ...credentials, password: 'a lamp by the door' },
    status: 401,
  });
  const login = await call(`${parlour.url}/api/v1/auth/login`, { json: credentials, headers: nobody });
  const cleo = { ...nobody, cookie: cookieOf(login) };
  await api.call(cleo, 'GET /api/v1/auth/me');
  await api.call(cleo, 'PATCH /api/v1/auth/me', { body: { name: 'Cleo Berg-Lind' } });
  await api.call(cleo, 'GET /api/v1/auth/mails');
  await api.call(cleo, 'PATCH /api/v1/auth/mails', { body: { dailySummary: true } });
  await api.call(cleo, 'PUT /api/v1/auth/password', {
    body: { currentPassword: password, password: 'another lamp by the door' },
  });
  const { items } = await api.call<{ items: Array<{ id: string; current?: boolean }> }>(
    cleo,
    'GET /api/v1/auth/sessions',
  );
  await api.call(cleo, 'DELETE /api/v1/auth/sessions');
  await api.refused(403, cleo, 'GET /api/v1/users', { title: 'Signed in, and not an admin' });
  await api.call(cleo, 'DELETE /api/v1/auth/sessions/:id', { params: { id: items[0]!.id } });
  await api.call(nobody, 'POST /api/v1/auth/reset', { body: { email: invitation.email } });
  await api.call(admin, 'POST /api/v1/users/:id/reset-link', person);
  await api.call(admin, 'GET /api/v1/users');
  await api.call(admin, 'PATCH /api/v1/users/:id', { ...person, body: { disabled: true } });
  await api.call(admin, 'DELETE /api/v1/users/:id/sessions', person);
  const { items: keys } = await api.call<{ items: Array<{ id: string }> }>(admin, 'GET /api/v1/api-keys');
  await api.call(admin, 'DELETE /api/v1/api-keys/:id', { params: { id: keys[0]!.id } });
}
