/**
 * `secrets:rotate`: from an old APP_SECRET to a new one, while Parlour runs. Where Parlour keeps its secret itself, the
 * command makes the new one too.
 */
import { type Config, loadConfig, previousFile, replaceSecret } from '../config.ts';
import { withDatabase } from '../db/embedded.ts';
import { type Database, migrate, openDatabase } from '../db/knex.ts';
import { deriveKeys } from '../keys.ts';
import { createLogger } from '../log.ts';
import { Erasures } from '../privacy/erasures.ts';
import { audit } from '../staff/audit.ts';
import { keepKeys } from './kept-keys.ts';
import { markOf, whoRuns } from './known-secrets.ts';
import { type Resealed, resealSites } from './reseal-sites.ts';

/** Said on the screen of whoever runs the command; not an error of the program. */
export class RotationProblem extends Error {}

/** @returns what to say. @throws RotationProblem when something has to be done first */
export async function rotateCommand(given: Config, environment: NodeJS.ProcessEnv): Promise<string> {
  const config = withNewSecret(given, environment);
  const done = await withDatabase(config, async (url) => {
    const database = openDatabase(url, 2);
    try {
      await requireKnown(database, config);
      await migrate(url);
      return await rotate(database, config);
    } finally {
      await database.destroy();
    }
  });
  return toldOf(done, config);
}

function withNewSecret(config: Config, environment: NodeJS.ProcessEnv): Config {
  if (config.previousSecret !== undefined) return config;
  if (!config.secretFile)
    throw new RotationProblem(
      'Set APP_SECRET to the new secret and APP_SECRET_PREVIOUS to the old one, restart every process with both, and' +
        ' run this again.',
    );
  replaceSecret(config.secretFile);
  return loadConfig(environment);
}

/** A process that doesn't know the new secret could not read what is sealed with it. */
async function requireKnown(database: Database, { appSecret, secretFile }: Config): Promise<void> {
  const running = await whoRuns(database);
  if (running.every((marks) => marks.includes(markOf(appSecret)))) return;
  throw new RotationProblem(
    secretFile
      ? 'The new secret is there. Parlour is still running with the old one: restart it, and run this again to finish.'
      : 'A process is running that does not know the new secret. Restart all of them with APP_SECRET and' +
          ' APP_SECRET_PREVIOUS, and run this again.',
  );
}

async function rotate(database: Database, config: Config): Promise<Resealed> {
  const done = await resealSites(database, deriveKeys(config, 'site-secrets'));
  await database.transaction(async (trx) => {
    await keepKeys(trx, config);
    await audit(
      trx,
      { kind: 'system' },
      {
        action: 'secrets.rotated',
        subject: { kind: 'secret' },
        details: { sites: done.sites, secrets: done.secrets, lost: done.lost.length },
      },
    );
  });
  const erasures = await Erasures.open(database, config, createLogger('silent'));
  await erasures.catchUp();
  return done;
}

function toldOf({ sites, secrets, lost }: Resealed, { secretFile }: Config): string {
  const old = secretFile ? previousFile(secretFile) : 'APP_SECRET_PREVIOUS';
  return [
    `Sealed ${secrets} secrets of ${sites} sites with the new secret. Nothing needs the old one any more,`,
    'except chats that are open in browsers, and devices that signed in before: they are known as long as it is there.',
    `After a day or so remove ${old}, and restart Parlour.`,
    ...(lost.length > 0 ? [`These can't be opened, also not with the old one: ${lost.join(', ')}.`] : []),
    '',
  ].join('\n');
}
