import { createHmac } from 'node:crypto';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token as a website makes it; every part can be put wrong. */
export function identityToken(
  secret: string,
  claims: Record<string, unknown>,
  { header = { alg: 'HS256', typ: 'JWT' } as object, hash = 'sha256' } = {},
): string {
  const now = Math.floor(Date.now() / 1000);
  const signed = `${encode(header)}.${encode({ iat: now, exp: now + 300, ...claims })}`;
  return `${signed}.${createHmac(hash, secret).update(signed).digest('base64url')}`;
}

/** What a connect code of the dashboard says. */
export const readCode = (code: string): { url: string; site: string; key: string; identity: string } =>
  JSON.parse(Buffer.from(code.replace('plr1_', ''), 'base64url').toString());
