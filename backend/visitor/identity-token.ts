/**
 * The token by which a website says who is signed in there: a JSON Web Token (RFC 7519) in compact form, signed with
 * HS256 (RFC 7518, section 3.2) and the site's identity secret. Its claims are `site` (the site's key), `email`,
 * `name` where there is one, `iat` and `exp`, which lie at most ten minutes apart.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { checkEmail } from '../agents/contact-details.ts';
import { cleanText, cutText } from '../agents/plain-text.ts';
import { IDENTITY_TOKEN_MAX } from './schema.ts';

const NAME_MAX = 200;
const LIFETIME_S = 600;
/** How far ahead the website’s clock may be; one that is behind makes tokens run out sooner. */
const LEEWAY_S = 60;

export interface Identity {
  email: string;
  name?: string;
}

export type IdentityFault = 'malformed' | 'forged' | 'expired' | 'other_site' | 'unusable';

/**
 * Who it says is signed in, or what is wrong with it. The signature is checked before anything else is believed, and
 * always as HS256: what the token's header says about it is never followed.
 * @param secret the site's
 * @param now in ms
 */
export function readIdentityToken(
  token: string,
  { secret, siteKey, now }: { secret: string; siteKey: string; now: number },
): Identity | IdentityFault {
  const parts = token.split('.');
  if (parts.length !== 3 || token.length > IDENTITY_TOKEN_MAX) return 'malformed';
  const [head, body, signature] = parts as [string, string, string];
  const mac = createHmac('sha256', secret).update(`${head}.${body}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== mac.length || !timingSafeEqual(given, mac)) return 'forged';
  const header = parse(head);
  const claims = parse(body);
  if (!claims || header?.alg !== 'HS256') return 'malformed';
  const { site, iat, exp } = claims;
  if (site !== siteKey) return 'other_site';
  if (!isTime(iat) || !isTime(exp) || exp - iat > LIFETIME_S) return 'malformed';
  const seconds = now / 1000;
  if (iat > seconds + LEEWAY_S || exp < seconds) return 'expired';
  return identityOf(claims);
}

function identityOf({ email, name }: Record<string, unknown>): Identity | 'unusable' {
  const checked = checkEmail(typeof email === 'string' ? email : '');
  if (!checked.ok) return 'unusable';
  const text = typeof name === 'string' ? cutText(cleanText(name).trim(), NAME_MAX) : '';
  return { email: checked.email, ...(text && { name: text }) };
}

const isTime = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0;

function parse(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return value && typeof value === 'object' ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
