import { type Config, deriveKey } from '../../config.ts';
import type { Database } from '../../db/knex.ts';
import type { EmailDeps } from './send.ts';

export const emailDeps = (database: Database, config: Config): EmailDeps => ({
  database,
  mail: config.mail,
  publicUrl: config.publicUrl,
  addressKey: deriveKey(config, 'mail-address'),
  linkKey: deriveKey(config, 'mail-link'),
});
