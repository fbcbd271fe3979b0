/** One's own account: name, password, devices; and asking for a new password. */
import type { DevicePage, DeviceView } from '../../backend/staff/account/schema.ts';
import type { UserView } from '../../backend/staff/schema.ts';
import { request } from './client.ts';

export function renameMe(name: string): Promise<UserView> {
  return request('PATCH', '/auth/me', { body: { name } });
}

/** Throws ApiError 422 at `currentPassword` or `password`, 429 after too many wrong ones. */
export function changePassword(currentPassword: string, password: string): Promise<void> {
  return request('PUT', '/auth/password', { body: { currentPassword, password } });
}

export async function listDevices(signal?: AbortSignal): Promise<DeviceView[]> {
  const { items } = await request<DevicePage>('GET', '/auth/sessions', { query: { limit: 200 }, signal });
  return items;
}

export function endDevice(id: string): Promise<void> {
  return request('DELETE', `/auth/sessions/${encodeURIComponent(id)}`);
}

export function endOtherDevices(): Promise<void> {
  return request('DELETE', '/auth/sessions');
}

/** Answers alike whether the address is known or not. */
export function askForReset(email: string): Promise<void> {
  return request('POST', '/auth/reset', { body: { email }, signsIn: true });
}
