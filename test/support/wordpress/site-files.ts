/** Lays out the files of one WordPress site: core, configuration, SQLite database driver, the rig's own plugin. */
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CoreFiles, wordPressTools } from './core.ts';
import { copyEntries } from './folders.ts';

export type Constants = Record<string, string | number | boolean>;

const KEYS = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'];

/** Constants every site of the rig has. Cron only runs when a test says so; nothing outside is asked. */
const DEFAULTS: Constants = {
  DB_NAME: 'wordpress',
  DB_USER: '',
  DB_PASSWORD: '',
  DB_HOST: '',
  DB_CHARSET: 'utf8mb4',
  DB_COLLATE: '',
  WP_DEBUG: true,
  WP_DEBUG_LOG: true,
  WP_DEBUG_DISPLAY: false,
  WP_ENVIRONMENT_TYPE: 'local',
  WP_HTTP_BLOCK_EXTERNAL: true,
  WP_ACCESSIBLE_HOSTS: '127.0.0.1,localhost',
  AUTOMATIC_UPDATER_DISABLED: true,
  DISABLE_WP_CRON: true,
  CONCATENATE_SCRIPTS: false,
};

/** Where the site's SQLite database lies. */
export function databaseFile(dir: string): string {
  return join(dir, 'wp-content/database/.ht.sqlite');
}

/** Where WordPress writes errors, warnings and notices. */
export function debugLogFile(dir: string): string {
  return join(dir, 'wp-content/debug.log');
}

/**
 * Fills `dir` with a WordPress; the database is not installed yet. What no test changes is linked: the PHP files in it
 * stay at one place for all sites, so that PHP finds them compiled already.
 */
export function layOutSite(dir: string, files: CoreFiles, constants: Constants): void {
  const content = join(dir, 'wp-content');
  const driver = join(content, 'mu-plugins/sqlite-database-integration');
  copyEntries(files.core, dir, (name) => name !== 'wp-includes');
  symlinkSync(join(files.core, 'wp-includes'), join(dir, 'wp-includes'));
  mkdirSync(join(content, 'database'), { recursive: true });
  mkdirSync(join(content, 'mu-plugins'), { recursive: true });
  symlinkSync(wordPressTools.sqlite, driver);
  copyFileSync(join(import.meta.dirname, 'offline.php'), join(content, 'mu-plugins/rig-offline.php'));

  const dropIn = readFileSync(join(driver, 'db.copy'), 'utf8')
    .replace("'{SQLITE_IMPLEMENTATION_FOLDER_PATH}'", "__DIR__ . '/mu-plugins/sqlite-database-integration'")
    .replaceAll('{SQLITE_PLUGIN}', 'sqlite-database-integration/load.php');
  writeFileSync(join(content, 'db.php'), dropIn);
  writeConfig(dir, constants);
}

/** Writes wp-config.php with the rig's constants and these. */
export function writeConfig(dir: string, constants: Constants): void {
  writeFileSync(join(dir, 'wp-config.php'), config({ ...DEFAULTS, ...constants }));
}

/** wp-config.php with these constants. */
function config(constants: Constants): string {
  const secrets = KEYS.flatMap((key) => [`${key}_KEY`, `${key}_SALT`]).map((key) => [key, `rig-${key}`]);
  const lines = [...Object.entries(constants), ...secrets].map(
    ([name, value]) => `define( '${name}', ${phpLiteral(value ?? '')} );`,
  );
  return [
    '<?php',
    ...lines,
    "$table_prefix = 'wp_';",
    // wp-cli looks for this line when a test adds a constant.
    "/* That's all, stop editing! Happy publishing. */",
    "if ( ! defined( 'ABSPATH' ) ) { define( 'ABSPATH', __DIR__ . '/' ); }",
    "require_once ABSPATH . 'wp-settings.php';",
    '',
  ].join('\n');
}

function phpLiteral(value: string | number | boolean): string {
  return typeof value === 'string' ? `'${value.replace(/[\\']/g, '\\$&')}'` : String(value);
}
