/** The people of the team, as `/api/v1/users` serves them to admins. */
import type {
  Invitation,
  Invited,
  PersonPage,
  PersonPatch,
  PersonView,
  ResetLink,
} from '../../backend/staff/people/schema.ts';
import { request } from './client.ts';

const at = (id: string) => `/users/${encodeURIComponent(id)}`;

export function listPeople(cursor?: string, signal?: AbortSignal): Promise<PersonPage> {
  return request('GET', '/users', { query: { cursor }, signal });
}

/** Throws ApiError 409 when the e-mail is known. The link in the answer is given this once. */
export function invitePerson(invitation: Invitation): Promise<Invited> {
  return request('POST', '/users', { body: invitation });
}

export function inviteAgain(id: string): Promise<Invited> {
  return request('POST', `${at(id)}/invite`);
}

export function makeResetLink(id: string): Promise<ResetLink> {
  return request('POST', `${at(id)}/reset-link`);
}

/** Throws ApiError 409 when nobody could let people in afterwards. */
export function changePerson(id: string, patch: PersonPatch): Promise<PersonView> {
  return request('PATCH', at(id), { body: patch });
}

export function signOutEverywhere(id: string): Promise<void> {
  return request('DELETE', `${at(id)}/sessions`);
}
