/**
 * The commands: `backup <file>` and `restore <file>`, by which a Parlour moves or comes back; `stats:rebuild` and
 * `secrets:rotate`.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Config, loadConfig } from '../config.ts';
import { withDatabase } from '../db/embedded.ts';
import { openDatabase } from '../db/knex.ts';
import { secretMark } from '../keys.ts';
import { createLogger } from '../log.ts';
import { eraseAgain } from '../privacy/erase-again.ts';
import { Erasures } from '../privacy/erasures.ts';
import { RotationProblem, rotateCommand } from '../rotation/command.ts';
import { rebuildCommand } from '../stats/command.ts';
import { writeBackup } from './dump.ts';
import { BackupProblem } from './format.ts';
import { readBackup } from './load.ts';

const USAGE = `Parlour is started without arguments. Besides that there are four commands:
  backup <file>    write everything into a file; Parlour may go on meanwhile
  restore <file>   read it into an empty DATA_DIR or database
  stats:rebuild    count all figures anew; Parlour may go on meanwhile
  secrets:rotate   seal everything with a new APP_SECRET; Parlour may go on meanwhile`;

/** @returns the exit code; everything else is said on the screen */
export async function runCommand(
  [command, path]: readonly string[],
  environment: NodeJS.ProcessEnv,
  version: string,
): Promise<number> {
  const isAlone = command === 'stats:rebuild' || command === 'secrets:rotate';
  if (!isAlone && ((command !== 'backup' && command !== 'restore') || !path)) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  try {
    const config = loadConfig(environment);
    const say = (line: string) => process.stdout.write(line);
    if (isAlone) {
      say(
        await (command === 'stats:rebuild'
          ? rebuildCommand(config, say)
          : rotateCommand(config, environment)),
      );
      return 0;
    }
    const file = resolve(path!);
    say(command === 'backup' ? await backup(config, file, version) : await restore(config, file));
    return 0;
  } catch (error) {
    const { message } = error as Error;
    const isPlain = error instanceof BackupProblem || error instanceof RotationProblem;
    const what = isPlain ? '' : `The ${command} did not work. `;
    process.stderr.write(`${what}${message}\n`);
    return 1;
  }
}

async function backup(config: Config, file: string, version: string): Promise<string> {
  if (!config.databaseUrl && !existsSync(join(config.dataDir, 'postgres')))
    throw new BackupProblem(`There is no database in ${config.dataDir}. Set DATA_DIR to where it is.`);
  const { rows, tables } = await withDatabase(config, (url) =>
    writeBackup(url, file, {
      parlour: version,
      format: 1,
      madeAt: new Date().toISOString(),
      secret: secretMark(config.appSecret),
    }),
  );
  const secret = environmentOrFile(config);
  return `Saved ${rows} rows of ${tables} tables in ${file}.
Keep two things apart from it, and safe: ${secret}, which opens what is sealed in it,
and ${join(config.dataDir, 'erasures.log')}, which keeps erased people erased after a restore.\n`;
}

const environmentOrFile = ({ databaseUrl, dataDir }: Config) =>
  databaseUrl ? 'APP_SECRET' : join(dataDir, 'app-secret');

async function restore(config: Config, file: string): Promise<string> {
  const { head, rows, again } = await withDatabase(config, async (url) => {
    const loaded = await readBackup(url, file);
    const database = openDatabase(url, 2);
    try {
      const erasures = await Erasures.open(database, config, createLogger('silent'));
      const again = await eraseAgain(database, erasures);
      await erasures.catchUp();
      return { ...loaded, again };
    } finally {
      await database.destroy();
    }
  });
  const lines = [`Restored ${rows} rows, as they were on ${head.madeAt}. Everybody signs in anew.`];
  if (again > 0) lines.push(`Who was erased after that was erased again (${again}).`);
  const { appSecret, previousSecret } = config;
  if (previousSecret !== undefined && head.secret === secretMark(previousSecret))
    lines.push('It was made with the previous secret: run secrets:rotate to seal it with the present one.');
  else if (head.secret !== secretMark(appSecret))
    lines.push(
      `This is another secret than the one of the backup (${environmentOrFile(config)}). Without the old one the keys`,
      'and passwords stored in sites have to be entered anew, chats that are open in browsers begin anew, and people',
      'erased after the backup are known by their conversations alone. If you still have it, put it there, and restore',
      'into an empty place again.',
    );
  return `${lines.join('\n')}\n`;
}
