/** What processes hold in memory and folders on the disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const MIB = 1024 * 1024;

/** Of a process, with what it shares with others, in MiB. Linux alone tells it, elsewhere it is NaN. */
export function residentOf(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  const [, kib] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!;
  return Number(kib) / 1024;
}

/** The same of processes that share a large part of theirs with each other: each page is counted once. */
export function memoryOf(pids: readonly number[]): number {
  if (process.platform !== 'linux') return Number.NaN;
  const held = pids.map((pid) => {
    const [, kib] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))!;
    return Number(kib);
  });
  return held.reduce((sum, kib) => sum + kib, 0) / 1024;
}

/** A PostgreSQL and all its processes, by the folder of its data. */
export function postgresPids(cluster: string): number[] {
  const postmaster = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const parentOf = (pid: string) => {
    try {
      return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1]);
    } catch {
      return 0;
    }
  };
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === postmaster);
  return [postmaster, ...children.map(Number)];
}

/** Of all files in it, in MiB. */
export async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(names.map(async (name) => (await lstat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0) / MIB;
}
