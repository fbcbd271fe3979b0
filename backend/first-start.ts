/**
 * What an empty database needs before anybody can use it.
 */
import type { Config } from './config.ts';
import type { Database } from './db/knex.ts';
import type { AppError } from './errors.ts';
import { deriveKeys } from './keys.ts';
import { Site } from './models/site.ts';
import { createSite } from './sites/actions.ts';
import { demoSite } from './sites/demo-site.ts';
import { ensureAdmin, hasStaff } from './staff/actions.ts';
import { makeLink } from './staff/one-time-links.ts';
import { checkNewPassword } from './staff/password.ts';

/**
 * Makes the admin that the environment names, and in embedded mode the demo site.
 * @returns the set-up link while nobody can sign in yet
 */
export async function prepareFirstStart(database: Database, config: Config): Promise<string | undefined> {
  if (config.admin) {
    try {
      checkNewPassword(config.admin.password);
    } catch (error) {
      throw new Error(`ADMIN_PASSWORD: ${(error as AppError).fields?.[0]?.message}`);
    }
    await ensureAdmin(database, config.admin);
  }
  if (!config.databaseUrl) await ensureDemoSite(database, config);
  if (await hasStaff(database)) return undefined;
  return makeLink(database, 'setup', null, config.publicUrl);
}

async function ensureDemoSite(database: Database, config: Config): Promise<void> {
  if (await Site.query(database).select('id').first()) return;
  await createSite(
    database,
    demoSite,
    { kind: 'system' },
    deriveKeys(config, 'site-secrets'),
    config.demoSiteKey,
  );
}
