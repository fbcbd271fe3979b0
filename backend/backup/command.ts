/**
 * The commands: `backup <file>` and `restore <file>`, by which a Parlour moves or comes back; `stats:rebuild` and
 * `secrets:rotate`.
 */
import { join, resolve } from 'node:path';
import { type Config, loadConfig } from '../config.ts';
import { requireDatabase, withDatabase } from '../db/embedded.ts';
import { openDatabase } from '../db/knex.ts';
import { secretMark } from '../keys.ts';
import { createLogger } from '../log.ts';
import { eraseAgain } from '../privacy/erase-again.ts';
import { Erasures } from '../privacy/erasures.ts';
import { RotationProblem, rotateCommand } from '../rotation/command.ts';
import { startWords } from '../start-words.ts';
import { rebuildCommand } from '../stats/command.ts';
import { writeBackup } from './dump.ts';
import { BackupProblem } from './format.ts';
import { readBackup } from './load.ts';

const USAGE = `Parlour is started without arguments. Besides that there are four commands:
  backup <file>    write everything into a file; Parlour may go on meanwhile
  restore <file>   read it into an empty DATA_DIR or database
  stats:rebuild    count all figures anew; Parlour may go on meanwhile
  secrets:rotate   seal everything with a new APP_SECRET; Parlour may go on meanwhile
What they work on is set by the environment, as for a start: DATABASE_URL, DATA_DIR, APP_SECRET.`;

/** How many words follow each command. */
const COMMANDS = new Map([
  ['backup', 1],
  ['restore', 1],
  ['stats:rebuild', 0],
  ['secrets:rotate', 0],
]);

/** @returns the exit code; everything else is said on the screen */
export async function runCommand(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  version: string,
): Promise<number> {
  const say = (line: string) => process.stdout.write(line);
  const [command = '', path] = words;
  if (/^(-h|--help|help)$/.test(command)) {
    say(`${USAGE}\n`);
    return 0;
  }
  const wrong = wrongIn(words);
  if (wrong) {
    process.stderr.write(`${wrong}\n${USAGE}\n`);
    return 2;
  }
  try {
    const config = loadConfig(environment);
    if (command !== 'restore') requireDatabase(config);
    if (command === 'stats:rebuild' || command === 'secrets:rotate') {
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
    const isPlain = error instanceof BackupProblem || error instanceof RotationProblem;
    const what = isPlain ? '' : `The command ${command} did not work. `;
    process.stderr.write(`${what}${startWords(error)}\n`);
    return 1;
  }
}

function wrongIn([command, ...rest]: readonly string[]): string | undefined {
  const wanted = COMMANDS.get(command!);
  if (wanted === undefined) return `There is no command ${command}.`;
  const option = rest.find((word) => word.startsWith('-'));
  if (option) return `There is no option ${option}.`;
  if (rest.length < wanted) return `${command} wants the name of a file.`;
  if (rest.length > wanted) return `${command} does not know what to do with ${rest.at(-1)}.`;
  return undefined;
}

async function backup(config: Config, file: string, version: string): Promise<string> {
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
