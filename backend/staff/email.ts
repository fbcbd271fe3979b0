/**
 * One spelling for an address: staff sign in with it, so two spellings of it must be one account.
 */
import { domainToASCII } from 'node:url';
import { invalid } from '../errors.ts';

/** What the HTML Standard takes for an e-mail address, with a dot in the domain. */
const ADDRESS =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;
const LONGEST = 254;

/**
 * Lower case, without spaces around it, an international domain in its ASCII form. Dots and `+tags` stay: they mean
 * other mailboxes at many providers. undefined when it is no address.
 */
export function normalEmail(text: string): string | undefined {
  const trimmed = text.trim().normalize('NFC');
  const at = trimmed.lastIndexOf('@');
  const email = `${trimmed.slice(0, at)}@${domainToASCII(trimmed.slice(at + 1))}`.toLowerCase();
  return email.length <= LONGEST && ADDRESS.test(email) ? email : undefined;
}

/** @throws validation_failed at `email` */
export function requireEmail(text: string): string {
  const email = normalEmail(text);
  if (!email) throw invalid([{ path: 'email', message: 'This is not an e-mail address.' }]);
  return email;
}
