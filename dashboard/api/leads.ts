/** Leads, as `/api/v1/leads` serves them. */
import type { LeadDetail, LeadFilters, LeadPatch, LeadView } from '../../backend/leads/schema.ts';
import { request } from './client.ts';

export interface LeadList {
  items: LeadView[];
  nextCursor: string | null;
}

const at = (id: string) => `/leads/${encodeURIComponent(id)}`;

export function listLeads(filters: LeadFilters, signal?: AbortSignal): Promise<LeadList> {
  return request('GET', '/leads', { query: { ...filters }, signal });
}

/** Throws ApiError 404 when it is not there. */
export function readLead(id: string, signal?: AbortSignal): Promise<LeadDetail> {
  return request('GET', at(id), { signal });
}

/** Throws ApiError 422 with the fields that can't be right. */
export function patchLead(id: string, patch: LeadPatch): Promise<LeadDetail> {
  return request('PATCH', at(id), { body: patch });
}
