/** What was sent out, as `/api/v1/deliveries` serves it, and its filters in the page's URL. */
import type {
  DeliveryDetail,
  DeliveryFilters,
  DeliveryKind,
  DeliveryStatus,
  DeliveryView,
} from '../../backend/deliveries/schema.ts';
import { request } from './client.ts';

export interface DeliveryChoice {
  status?: DeliveryStatus;
  kind?: DeliveryKind;
  site?: string;
  event?: string;
}

interface DeliveryList {
  items: DeliveryView[];
  nextCursor: string | null;
}

export function listDeliveries(filters: DeliveryFilters, signal?: AbortSignal): Promise<DeliveryList> {
  return request('GET', '/deliveries', { query: { ...filters }, signal });
}

/** Throws ApiError 404 when it is not there. */
export function readDelivery(id: string, signal?: AbortSignal): Promise<DeliveryDetail> {
  return request('GET', `/deliveries/${encodeURIComponent(id)}`, { signal });
}

/** Plans these, or all that failed and fit, for now. Answers how many; those under way are left to end. */
export async function sendAgain(
  what: { ids: readonly string[] } | { filter: DeliveryChoice },
): Promise<number> {
  const { planned } = await request<{ planned: number }>('POST', '/deliveries/retry', { body: what });
  return planned;
}

/** Sends a lead to everything its site sends leads to. Throws ApiError 409 when that is nothing. */
export async function sendLeadAgain(leadId: string): Promise<number> {
  const path = `/leads/${encodeURIComponent(leadId)}/deliver`;
  return (await request<{ planned: number }>('POST', path)).planned;
}

/** In the order they stand in the address. */
const known: { [K in keyof Required<DeliveryChoice>]: RegExp } = {
  status: /^(pending|delivered|failed|dead)$/,
  kind: /^(webhook|monday|email|messenger)$/,
  site: /^[0-9a-f-]{36}$/i,
  event: /^[a-z_.]{3,60}$/,
};

/** Reads the filters of a query string; what it does not know it leaves out. */
export function deliveriesFromUrl(search: string): DeliveryChoice {
  return clean(Object.fromEntries(new URLSearchParams(search)));
}

/** The query string with its question mark, or nothing when no filter is on. */
export function deliveriesToUrl(choice: DeliveryChoice): string {
  const text = new URLSearchParams({ ...clean(choice) }).toString();
  return text === '' ? '' : `?${text}`;
}

/** Would the server list it under these filters? */
export function deliveryFits(choice: DeliveryChoice, { status, kind, site, event }: DeliveryView): boolean {
  const has: Record<keyof DeliveryChoice, string | undefined> = { status, kind, site: site?.id, event };
  return names.every((name) => !choice[name] || choice[name] === has[name]);
}

const names = Object.keys(known) as (keyof DeliveryChoice)[];

function clean(choice: Partial<Record<keyof DeliveryChoice, string>>): DeliveryChoice {
  const said = names.filter((name) => known[name].test(choice[name] ?? ''));
  return Object.fromEntries(said.map((name) => [name, choice[name]]));
}
