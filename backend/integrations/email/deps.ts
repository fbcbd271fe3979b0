import type { Config } from '../../config.ts';
import type { Database } from '../../db/knex.ts';
import { deriveKeys } from '../../keys.ts';
import type { KeptKeys } from '../../rotation/kept-keys.ts';
import type { EmailDeps } from './send.ts';

export const emailDeps = (database: Database, config: Config, kept: KeptKeys): EmailDeps => ({
  database,
  mail: config.mail,
  publicUrl: config.publicUrl,
  addressKey: deriveKeys(config, 'mail-address', kept['mail-address']),
  linkKey: deriveKeys(config, 'mail-link').current,
});
