/** Faults of workflows and agents, as `/api/v1/errors` serves them, and their filters in the page's URL. */
import type {
  IncidentDetail,
  IncidentFilters,
  IncidentStatus,
  IncidentView,
} from '../../backend/incidents/schema.ts';
import { request } from './client.ts';

/** Without a status those that are open are meant. */
export interface IncidentChoice {
  status?: 'resolved' | 'muted' | 'all';
  site?: string;
}

interface IncidentList {
  items: IncidentView[];
  nextCursor: string | null;
}

const at = (id: string) => `/errors/${encodeURIComponent(id)}`;

export function listIncidents(filters: IncidentFilters, signal?: AbortSignal): Promise<IncidentList> {
  return request('GET', '/errors', { query: { ...filters }, signal });
}

/** Throws ApiError 404 when it is not there. */
export function readIncident(id: string, signal?: AbortSignal): Promise<IncidentDetail> {
  return request('GET', at(id), { signal });
}

export function settleIncident(id: string, status: IncidentStatus): Promise<IncidentDetail> {
  return request('PATCH', at(id), { body: { status } });
}

/** The status as the server is asked for it. */
export function statusOf({ status = 'open' }: { status?: string }): IncidentStatus | undefined {
  return status === 'all' ? undefined : (status as IncidentStatus);
}

/** Reads the filters of a query string; what it does not know it leaves out. */
export function incidentsFromUrl(search: string): IncidentChoice {
  const params = new URLSearchParams(search);
  const status = params.get('status') ?? '';
  const site = params.get('site') ?? '';
  return {
    ...(/^(resolved|muted|all)$/.test(status) && { status: status as 'all' }),
    ...(/^[0-9a-f-]{36}$/i.test(site) && { site }),
  };
}

/** The query string with its question mark, or nothing when no filter is on. */
export function incidentsToUrl({ status, site }: IncidentChoice): string {
  const text = new URLSearchParams({ ...(status && { status }), ...(site && { site }) }).toString();
  return text === '' ? '' : `?${text}`;
}

/** Would the server list it under these filters? */
export function incidentFits(choice: IncidentChoice, { status, site }: IncidentView): boolean {
  const wanted = statusOf(choice);
  return (!wanted || wanted === status) && (!choice.site || choice.site === site?.id);
}
