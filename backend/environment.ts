/**
 * The variables that Parlour reads, each with what it must be: `config.ts` refuses another value in these words.
 */
import { type StringOptions, Type } from '@sinclair/typebox';

const setting = (mustBe: string, options: StringOptions) =>
  Type.Optional(Type.String({ description: mustBe, ...options }));
const anything = Type.Optional(Type.String());
const SECRET = { minLength: 32 };

/** Every variable Parlour reads, and what it must be. Empty values count as not set. */
export const Environment = Type.Object({
  PORT: setting('a port, from 1 to 65535', { pattern: '^\\d{1,5}$' }),
  HOST: anything,
  PUBLIC_URL: setting('a web address without a path, such as https://chat.example.com', {
    pattern: '^https?://[^/?#]+/?$',
  }),
  DATABASE_URL: setting('an address such as postgres://user:password@host:5432/database', {
    pattern: '^postgres(ql)?://',
  }),
  DATABASE_POOL: setting('a number from 1 to 999', { pattern: '^[1-9]\\d{0,2}$' }),
  DATA_DIR: anything,
  APP_SECRET: setting('32 characters or longer; `openssl rand -base64 48` makes one', SECRET),
  APP_SECRET_PREVIOUS: setting('the secret before, of 32 characters or more', SECRET),
  ADMIN_EMAIL: setting('an e-mail address', { format: 'email' }),
  ADMIN_PASSWORD: setting('12 to 256 characters long', { minLength: 12, maxLength: 256 }),
  RATE_LIMIT_FACTOR: setting('a number such as 1, 2.5 or 0', { pattern: '^\\d+(\\.\\d+)?$' }),
  DEMO_SITE_KEY: setting('1 to 64 letters, digits, - or _', { pattern: '^[a-zA-Z0-9_-]{1,64}$' }),
  ALLOW_PRIVATE_NETWORK: setting('true or false', { pattern: '^(true|false)$' }),
  TRUST_PROXY: setting('a number of proxies, or networks such as 10.0.0.0/8, ::1', {
    pattern: '^(\\d{1,2}|[0-9a-fA-F.:/, ]+)$',
  }),
  LOG_LEVEL: setting('fatal, error, warn, info, debug, trace or silent', {
    pattern: '^(fatal|error|warn|info|debug|trace|silent)$',
  }),
  REVIEW_SAMPLE_PERCENT: setting('a number from 0 to 100', { pattern: '^(\\d{1,2}(\\.\\d+)?|100)$' }),
  ROLE: setting('all, web or worker', { pattern: '^(all|web|worker)$' }),
  RESEND_API_KEY: anything,
  RESEND_BASE_URL: setting('a web address', { format: 'uri' }),
  RESEND_WEBHOOK_SECRET: setting('the signing secret of the webhook at Resend, which begins with whsec_', {
    pattern: '^whsec_[A-Za-z0-9+/=]{16,}$',
  }),
  MAIL_FROM: setting('a sender such as Parlour <desk@example.com>', {
    pattern: '^[^\\r\\n]*@[^\\r\\n]*$',
    maxLength: 320,
  }),
});

/** For a refusal: "PORT must be " and this. */
export const mustBe = (name: string): string =>
  Environment.properties[name as keyof typeof Environment.properties].description!;
