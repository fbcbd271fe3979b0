/** The committed sources, installed and built in a folder as somebody does who has just got them. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Circumstances, run } from './command.ts';
import type { Runtime } from './runtimes.ts';
import { writeSboms } from './sbom.ts';

const ROOT = join(import.meta.dirname, '../..');

/** An ordinary machine. */
const HERE = { TZ: 'UTC', LC_ALL: 'C.UTF-8', SOURCE_DATE_EPOCH: '1700000000' };
/** A machine with little in common with it: half a day away, another language, another sense of what others may read. */
const ELSEWHERE = { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', SOURCE_DATE_EPOCH: '1' };

export const ordinary = ({ program, line }: Runtime, folder: string): Circumstances => ({
  node: program,
  folder: join(folder, `node-${line}`, 'parlour'),
  umask: '022',
  environment: HERE,
});

export const elsewhere = ({ program, line }: Runtime, folder: string): Circumstances => ({
  node: program,
  folder: join(folder, `elsewhere with node ${line}`, 'deeper', 'another name'),
  umask: '077',
  environment: ELSEWHERE,
});

/** Everything that a release consists of, into `dist` of the folder. */
export async function buildAll(where: Circumstances): Promise<void> {
  mkdirSync(dirname(where.folder), { recursive: true });
  await run(['git', 'clone', '--quiet', '--depth=1', `file://${ROOT}`, where.folder], {
    ...where,
    folder: dirname(where.folder),
  });
  await run(['npm', 'ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], where);
  await run(['npm', 'run', 'build'], { ...where, environment: { ...where.environment, WEIGH: 'strict' } });
  await run(['npm', 'run', 'plugin', '--', '--release'], where);
  await writeSboms(where);
}
