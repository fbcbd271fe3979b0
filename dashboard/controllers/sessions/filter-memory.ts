/**
 * The filters as they were last set in this browser. A search and a date belong to the moment: tomorrow they would hide
 * what came in overnight.
 */
import { filtersFromUrl, filtersToUrl, type ListFilters } from '../../api/session-filters.ts';
import { readStored, writeStored } from '../storage.ts';

const KEY = 'parlour.list-filters';

export function rememberFilters({ q: _q, from: _from, to: _to, ...lasting }: ListFilters): void {
  writeStored(KEY, filtersToUrl(lasting));
}

/** As a query string; '' when nothing was set. */
export function rememberedSearch(): string {
  return filtersToUrl(filtersFromUrl(readStored(KEY) ?? ''));
}
