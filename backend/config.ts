/**
 * The environment, read once, checked first, frozen. Nothing else reads `process.env`.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import type { Static } from '@sinclair/typebox';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { Environment, mustBe } from './environment.ts';

/** Said on the first screen of a start that can't go on; not an error of the program. */
export class ConfigError extends Error {}

export interface MailConfig {
  /** Without one, mails are kept in the outbox that the dashboard shows. */
  readonly resendApiKey?: string;
  readonly resendBaseUrl?: string;
  /** By which Resend's own messages about bounces are believed. */
  readonly resendWebhookSecret?: string;
  /** There whenever there is a key. */
  readonly from?: string;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Without a trailing slash. */
  readonly publicUrl: string;
  /** undefined: the embedded PostgreSQL in dataDir. */
  readonly databaseUrl?: string;
  /** Connections per process. */
  readonly databasePool: number;
  readonly dataDir: string;
  readonly appSecret: string;
  /** The one before, or beside other processes the one to come: read with, never written with. */
  readonly previousSecret?: string;
  /** Where Parlour keeps its secret itself; undefined when APP_SECRET is set. */
  readonly secretFile?: string;
  readonly admin?: { readonly email: string; readonly password: string };
  readonly demoSiteKey: string;
  /** Multiplies the rate limits; 0 switches them off. */
  readonly rateLimitFactor: number;
  /**
   * Whether addresses set in the dashboard may lie on this machine or in a private network. Unless set: with the
   * embedded database, and where Parlour itself is only reached on this machine.
   */
  readonly allowPrivateNetwork: boolean;
  /** A number of proxies, or CIDRs; empty: X-Forwarded-* is not believed. */
  readonly trustProxy: number | readonly string[];
  readonly logLevel: string;
  /** Started by `npm start`, and to end when that ends. */
  readonly isChildOfNpm: boolean;
  /** How many of all conversations are put into the review queue at random. */
  readonly reviewSamplePercent: number;
  readonly role: 'all' | 'web' | 'worker';
  readonly mail: MailConfig;
}

/**
 * Reads and checks the environment.
 * @throws ConfigError that names every variable that is wrong, in one message.
 */
export function loadConfig(environment: NodeJS.ProcessEnv): Config {
  const ajv = new Ajv({ allErrors: true });
  addFormats.default(ajv);
  const env = Object.fromEntries(
    Object.keys(Environment.properties)
      .filter((name) => environment[name])
      .map((name) => [name, environment[name]]),
  ) as Static<typeof Environment>;
  if (!ajv.validate(Environment, env)) {
    const names = [...new Set(ajv.errors!.map(({ instancePath }) => instancePath.slice(1)))];
    const lines = names.map((name) => `  ${name} must be ${mustBe(name)}.`);
    throw new ConfigError(`These settings are not right:\n${lines.join('\n')}`);
  }
  if (Boolean(env.ADMIN_EMAIL) !== Boolean(env.ADMIN_PASSWORD))
    throw new ConfigError('ADMIN_EMAIL and ADMIN_PASSWORD go together: set both, or neither.');
  if (env.DATABASE_URL && !URL.canParse(env.DATABASE_URL))
    throw new ConfigError(
      "DATABASE_URL can't be read. Special signs in its password are written as %40 for @, %2F for / and %23 for #.",
    );
  if (env.DATABASE_URL && !env.APP_SECRET)
    throw new ConfigError(
      'With DATABASE_URL, APP_SECRET must be set and kept: `openssl rand -base64 48` makes one.',
    );
  if (env.RESEND_API_KEY && !env.MAIL_FROM)
    throw new ConfigError('RESEND_API_KEY needs MAIL_FROM: the sender, such as Parlour <desk@example.com>.');
  const port = Number(env.PORT ?? 3000);
  if (port > 65535) throw new ConfigError(`PORT must be ${mustBe('PORT')}.`);
  const host = env.HOST ?? '127.0.0.1';
  const dataDir = resolve(env.DATA_DIR ?? '.data');
  const secretFile = env.APP_SECRET ? undefined : join(dataDir, 'app-secret');
  const appSecret = env.APP_SECRET ?? keptSecret(secretFile!);
  const previousSecret = env.APP_SECRET_PREVIOUS ?? (secretFile && readIfThere(previousFile(secretFile)));
  const publicUrl = env.PUBLIC_URL?.replace(/\/$/, '') ?? `http://localhost:${port}`;
  return deepFreeze({
    port,
    host,
    publicUrl,
    databaseUrl: env.DATABASE_URL,
    databasePool: Number(env.DATABASE_POOL ?? 10),
    dataDir,
    appSecret,
    previousSecret: previousSecret === appSecret ? undefined : previousSecret,
    secretFile,
    admin: env.ADMIN_EMAIL ? { email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD! } : undefined,
    demoSiteKey: env.DEMO_SITE_KEY ?? 'demo',
    rateLimitFactor: Number(env.RATE_LIMIT_FACTOR ?? 1),
    allowPrivateNetwork: env.ALLOW_PRIVATE_NETWORK
      ? env.ALLOW_PRIVATE_NETWORK === 'true'
      : !env.DATABASE_URL || isThisMachine(publicUrl),
    trustProxy: proxies(env.TRUST_PROXY),
    logLevel: env.LOG_LEVEL ?? 'info',
    isChildOfNpm: environment.npm_lifecycle_event === 'start',
    reviewSamplePercent: Number(env.REVIEW_SAMPLE_PERCENT ?? 5),
    role: (env.ROLE as Config['role']) ?? 'all',
    mail: {
      resendApiKey: env.RESEND_API_KEY,
      resendBaseUrl: env.RESEND_BASE_URL,
      resendWebhookSecret: env.RESEND_WEBHOOK_SECRET,
      from: env.MAIL_FROM,
    },
  });
}

const isThisMachine = (url: string) => /^https?:\/\/(localhost|127\.[\d.]+|\[::1\])(:|$)/.test(url);

function proxies(text: string | undefined): number | string[] {
  if (!text) return [];
  if (/^\d+$/.test(text)) return Number(text);
  const networks = text.split(',').map((part) => part.trim());
  if (networks.every((network) => isIP(network.split('/')[0]!))) return networks;
  throw new ConfigError(`TRUST_PROXY must be ${mustBe('TRUST_PROXY')}.`);
}

/** Embedded mode makes its secret once and keeps it beside the database it belongs to. */
function keptSecret(file: string): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim();
}

const readIfThere = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined);

/** The secret before the one in this file. */
export const previousFile = (secretFile: string) => `${secretFile}.previous`;

/** Puts a new secret in the place of the one in this file, which stays as the previous one. */
export function replaceSecret(secretFile: string): void {
  writeFileSync(previousFile(secretFile), readFileSync(secretFile), { mode: 0o600 });
  const unfinished = `${secretFile}.unfinished`;
  writeFileSync(unfinished, randomBytes(32).toString('base64url'), { mode: 0o600 });
  renameSync(unfinished, secretFile);
}

function deepFreeze<T extends object>(value: T): Readonly<T> {
  for (const inner of Object.values(value)) if (inner && typeof inner === 'object') deepFreeze(inner);
  return Object.freeze(value);
}
