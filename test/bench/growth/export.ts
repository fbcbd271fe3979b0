/** An export of conversations with about a million messages, read as fast as it comes, beside what the process holds. */
import { setTimeout as wait } from 'node:timers/promises';
import type { StaffClient } from '../../support/staff-client.ts';

export interface Exported {
  firstByteMs: number;
  seconds: number;
  messages: number;
  /** The most that the process held during it above what it held before, in MiB. */
  grewMiB: number;
}

const ASK_EVERY_MS = 100;

export async function exportConversations(admin: StaffClient, query: string): Promise<Exported> {
  const before = await residentMiB(admin);
  let most = before;
  const done = new AbortController();
  const watching = (async () => {
    while (!done.signal.aborted) {
      most = Math.max(most, await residentMiB(admin));
      await wait(ASK_EVERY_MS);
    }
  })();
  const begun = performance.now();
  const response = await fetch(`${admin.url}/api/v1/exports/sessions.ndjson?${query}`, {
    headers: admin.headers,
  });
  if (!response.ok) throw new Error(`The export was answered with ${response.status}.`);
  let firstByteMs = 0;
  let messages = 0;
  for await (const chunk of response.body!) {
    firstByteMs ||= performance.now() - begun;
    // Every message has one; nothing else of a conversation does.
    messages += count(Buffer.from(chunk), '"seq":');
  }
  const seconds = (performance.now() - begun) / 1000;
  done.abort();
  await watching;
  return { firstByteMs, seconds, messages, grewMiB: most - before };
}

function count(chunk: Buffer, text: string): number {
  let found = 0;
  for (let at = chunk.indexOf(text); at !== -1; at = chunk.indexOf(text, at + text.length)) found += 1;
  return found;
}

async function residentMiB(admin: StaffClient): Promise<number> {
  const metrics = await admin.get<string>('/metrics');
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)![1]) / 2 ** 20;
}
