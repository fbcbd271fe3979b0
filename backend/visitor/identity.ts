/**
 * Visitors who are signed in on the website: it says who they are by a signed token, and their name and e-mail address
 * go into the lead as verified. What cannot be believed is counted and otherwise changes nothing: the chat goes on as
 * with anybody.
 */

import { Counter } from 'prom-client';
import { announceLead } from '../conversation/completion.ts';
import type { Database, Transaction } from '../db/knex.ts';
import { type FieldError, invalid, invalidToken } from '../errors.ts';
import type { Keys } from '../keys.ts';
import { updateLead } from '../leads/actions.ts';
import { ChatSession } from '../models/chat-session.ts';
import { Lead } from '../models/lead.ts';
import type { Site } from '../models/site.ts';
import { openIdentitySecret } from '../sites/identity-secret.ts';
import { type Identity, type IdentityFault, readIdentityToken } from './identity-token.ts';
import type { VisitorTexts } from './texts.ts';

/** `known`: this conversation was told already. `no_consent`: the visitor has not agreed yet. `not_set_up`: no secret. */
type Outcome = 'verified' | 'known' | 'no_consent' | 'not_set_up' | IdentityFault;

/** What became of the tokens that this process was given; forged ones in number are worth an alarm. */
export const createIdentityCounter = () =>
  new Counter({
    name: 'parlour_identity_tokens_total',
    help: 'Tokens by which websites say who is signed in, by what became of them',
    labelNames: ['outcome'] as const,
    registers: [],
  });

/**
 * Takes in who is signed in. The first token that holds counts for the whole conversation: a second person at the same
 * browser does not take over what the first one said, and what the team has corrected since stays.
 * @throws invalid_token when the conversation was erased
 */
export async function identifyVisitor(
  { database, secretKey }: { database: Database; secretKey: Keys },
  sessionId: string,
  site: Site,
  token: string,
): Promise<Outcome> {
  const secret = openIdentitySecret(site, secretKey);
  if (!secret) return 'not_set_up';
  const identity = readIdentityToken(token, { secret, siteKey: site.key, now: Date.now() });
  if (typeof identity === 'string') return identity;
  return database.transaction(async (trx) => {
    const session = await ChatSession.query(trx).findById(sessionId).forUpdate();
    if (!session) throw invalidToken('This conversation is no longer there.');
    const lead = await Lead.query(trx).findOne({ sessionId });
    if (lead?.identityVerifiedAt) return 'known';
    if (!mayStore(site, lead)) return 'no_consent';
    await updateLead(trx, {
      sessionId,
      siteId: site.id,
      values: { ...identity } satisfies Identity,
      source: 'website',
    });
    // It may be all that was missing. To be signed in says nothing, though, about whether somebody is done here.
    await announceLead(trx, session);
    return 'verified';
  });
}

function mayStore({ widget: { consent } }: Site, lead: Lead | undefined): boolean {
  return !consent.required || (lead?.consentGiven === true && lead.consentVersion === consent.version);
}

/**
 * A form can't replace what the website vouches for; the visitor is told so instead of being thanked for nothing.
 * @throws validation_failed
 */
export async function refuseToReplaceIdentity(
  trx: Transaction,
  sessionId: string,
  values: Readonly<Record<string, string | null>>,
  texts: VisitorTexts,
): Promise<void> {
  const lead = await Lead.query(trx).findOne({ sessionId });
  const errors = (lead?.identityFields ?? []).flatMap((path): FieldError[] => {
    const stands = lead![path];
    if (!(path in values) || values[path] === stands) return [];
    return [{ path, message: texts.signedInAs(String(stands)) }];
  });
  if (errors.length > 0) throw invalid(errors);
}
