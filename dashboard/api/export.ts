/**
 * Downloads an export while counting what has come: the browser alone would show neither how far it is nor that it
 * broke off.
 */
import type { ExportCount, ExportFormat } from '../../backend/exports/schema.ts';
import { exportTexts as texts } from '../languages/en/leads.ts';
import { ApiError, request, responseError } from './client.ts';
import { type ListFilters, withZone } from './session-filters.ts';

/** Parts this big are handed to the browser, which may put them on the disk. */
const PART_BYTES = 8 * 1024 * 1024;

export interface ExportWish {
  format: ExportFormat;
  filters: ListFilters;
  timezone: string;
}

export interface ExportProgress {
  bytes: number;
  /** From 0 to 1; null when the server does not know how many there are. */
  share: number | null;
}

/** How many conversations the filters mean; null when they are too many to count. */
export async function countExport(filters: ListFilters, signal: AbortSignal): Promise<number | null> {
  const query = { ...withZone(filters) };
  const { conversations } = await request<ExportCount>('GET', '/exports/count', { query, signal });
  return conversations;
}

/** The whole file. Throws ApiError, or the signal's AbortError. */
export async function downloadExport(
  { format, filters, timezone }: ExportWish,
  onProgress: (progress: ExportProgress) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const { agentVersion, ...words } = filters;
  const query = new URLSearchParams({ ...words, timezone });
  if (agentVersion) query.set('agentVersion', String(agentVersion));
  let response: Response;
  try {
    response = await fetch(`/api/v1/exports/sessions.${format}?${query}`, {
      credentials: 'same-origin',
      signal,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ApiError(0, 'unreachable', texts.broke);
  }
  if (!response.ok) throw await responseError(response);
  const total = Number(response.headers.get('x-total-count') ?? Number.NaN);
  try {
    return await collect(response, rowCounter(format), total, onProgress);
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ApiError(0, 'broke_off', texts.broke);
  }
}

async function collect(
  response: Response,
  countRows: (chunk: Uint8Array) => number,
  total: number,
  onProgress: (progress: ExportProgress) => void,
): Promise<Blob> {
  const type = response.headers.get('content-type') ?? '';
  let file = new Blob([], { type });
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let held = 0;
  let bytes = 0;
  let rows = 0;
  const reader = response.body!.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (value) {
      parts.push(value);
      held += value.length;
      bytes += value.length;
      rows += countRows(value);
    }
    if (done || held > PART_BYTES) {
      file = new Blob([file, ...parts], { type });
      parts = [];
      held = 0;
    }
    onProgress({ bytes, share: total > 0 ? Math.min(1, rows / total) : null });
    if (done) return file;
  }
}

const LF = 10;
const CR = 13;

/** Each conversation ends with a line break, which in a CSV is CR LF: inside its cells there is LF alone. */
function rowCounter(format: ExportFormat): (chunk: Uint8Array) => number {
  let before = 0;
  return (chunk) => {
    let rows = 0;
    for (const byte of chunk) {
      if (byte === LF && (format !== 'csv' || before === CR)) rows += 1;
      before = byte;
    }
    return rows;
  };
}
