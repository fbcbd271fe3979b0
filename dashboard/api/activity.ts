/** The audit trail, as `/api/v1/audit` serves it to admins. */
import type { ActivityFilters, ActivityPage } from '../../backend/staff/activity/schema.ts';
import { request } from './client.ts';

/** Days in `from` and `to` are the viewer's own. */
export function listActivity(filters: ActivityFilters, signal?: AbortSignal): Promise<ActivityPage> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const dated = filters.from || filters.to;
  return request('GET', '/audit', { query: { ...filters, timezone: dated ? timeZone : undefined }, signal });
}
