/** Labels, as `/api/v1/labels` serves them. */
import type { LabelColor, LabelInList, LabelView } from '../../backend/sessions/label-schema.ts';
import { request } from './client.ts';

export async function listLabels(): Promise<LabelView[]> {
  return (await request<{ items: LabelView[] }>('GET', '/labels')).items;
}

/** With how many conversations have each. */
export function listCountedLabels(signal: AbortSignal): Promise<{ items: LabelInList[]; nextCursor: null }> {
  return request('GET', '/labels', { query: { with: 'sessions' }, signal });
}

export function createLabel(name: string, color: LabelColor): Promise<LabelView> {
  return request('POST', '/labels', { body: { name, color } });
}

export function changeLabel(id: string, patch: { name?: string; color?: LabelColor }): Promise<LabelView> {
  return request('PATCH', `/labels/${encodeURIComponent(id)}`, { body: patch });
}

export async function deleteLabel(id: string): Promise<void> {
  await request('DELETE', `/labels/${encodeURIComponent(id)}`);
}
