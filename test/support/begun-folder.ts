/**
 * The data folder of a Parlour that keeps its own database, after its first start and an end in order. Making one takes
 * longer than most tests with it: it is made once for the run, and tests that are not about the first start get copies.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { atTheEnd } from './at-the-end.ts';
import { startProcess } from './parlour-process.ts';
import { VisitorClient } from './visitor-client.ts';

export interface Begun {
  /** Who talked there. */
  visitor: VisitorClient;
  /** How it ended when it was asked to. */
  code: number | null;
}

let made: Promise<Begun & { data: string }> | undefined;

async function make() {
  const folder = mkdtempSync(join(tmpdir(), 'parlour-begun-'));
  atTheEnd(async () => rmSync(folder, { recursive: true, force: true }));
  const data = join(folder, 'data');
  const first = await startProcess({ DATA_DIR: data });
  const visitor = await VisitorClient.start(first.url, 'demo');
  await visitor.say('Hello');
  return { data, visitor, code: await first.end() };
}

/** Makes a copy, with the owners of its files: the server runs as another account where the tests run as root. */
export async function copyBegun(to: string): Promise<Begun> {
  made ??= make();
  const { data, ...begun } = await made;
  mkdirSync(dirname(to), { recursive: true });
  const { status, stderr } = spawnSync('cp', ['-a', data, to], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`could not copy the folder: ${stderr}`);
  return begun;
}
