/** Looking for what was left half done. */
import type { SyncResult } from '../../backend/sync/schema.ts';
import { request } from './client.ts';

/** It looks for twenty seconds, and then waits for the answers to visitors that nobody was answering. */
const PATIENCE_MS = 150_000;

/** Mends what it finds and says what that was; a second time finds nothing. */
export function checkEverything(): Promise<SyncResult> {
  return request('POST', '/sync', { timeoutMs: PATIENCE_MS });
}
