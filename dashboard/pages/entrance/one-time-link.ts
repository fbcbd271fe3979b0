/** The link by which a password is set: `#token=...&for=setup|invite|reset`. */
import { entranceTexts as texts } from '../../languages/en/entrance.ts';

export type Purpose = 'setup' | 'invite' | 'reset';

export interface OneTimeLink {
  token: string;
  purpose: Purpose;
}

export const purposeTexts: Record<Purpose, { title: string; lead: string }> = {
  setup: { title: texts.setPassword.setupTitle, lead: texts.setPassword.setupLead },
  invite: { title: texts.setPassword.inviteTitle, lead: texts.setPassword.inviteLead },
  reset: { title: texts.setPassword.resetTitle, lead: texts.setPassword.resetLead },
};

/**
 * Reads the part of the address after `#`, which never travels to a server (RFC 9110, 4.1). Null when it has no token;
 * an unknown purpose is a reset, which asks for the least.
 */
export function readOneTimeLink(hash: string): OneTimeLink | null {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const token = params.get('token');
  if (!token) return null;
  const wanted = params.get('for');
  return { token, purpose: wanted === 'setup' || wanted === 'invite' ? wanted : 'reset' };
}
