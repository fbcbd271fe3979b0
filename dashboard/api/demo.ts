/** Sample conversations, as `/api/v1/demo` makes and removes them. */
import type { DemoState } from '../../backend/demo/schema.ts';
import { request } from './client.ts';

/** Forty conversations are played through; a small machine takes its time for that. */
const PATIENCE_MS = 150_000;

export function readDemo(): Promise<DemoState> {
  return request('GET', '/demo');
}

export function fillDemo(): Promise<DemoState> {
  return request('POST', '/demo', { timeoutMs: PATIENCE_MS });
}

export function removeDemo(): Promise<DemoState> {
  return request('DELETE', '/demo', { timeoutMs: PATIENCE_MS });
}
