/**
 * What a visitor can do to a conversation, besides talking.
 */
import { announceLead, completeSession, decideCompletion } from '../conversation/completion.ts';
import type { Database, Transaction } from '../db/knex.ts';
import { invalidToken } from '../errors.ts';
import { publish } from '../events/publish.ts';
import { rescoreLead, updateLead } from '../leads/actions.ts';
import { ChatSession } from '../models/chat-session.ts';
import type { Lead } from '../models/lead.ts';
import type { Site } from '../models/site.ts';
import { refuseToReplaceIdentity } from './identity.ts';
import { checkedLeadValues } from './lead-form.ts';
import type { LeadForm, Rating } from './schema.ts';
import { textsFor } from './texts.ts';

/**
 * Writes down what the visitor put into the form.
 * @throws validation_failed naming the detail that can't be right, or that the website vouches for
 */
export async function fillLeadForm(
  database: Database,
  sessionId: string,
  site: Site,
  form: LeadForm,
): Promise<Lead> {
  return database.transaction(async (trx) => {
    const session = await lockSession(trx, sessionId);
    const texts = textsFor(site.locale, session.locale);
    const values = checkedLeadValues(form, site, [session.locale, site.locale], texts);
    await refuseToReplaceIdentity(trx, sessionId, values, texts);
    const lead = await updateLead(trx, {
      sessionId,
      siteId: site.id,
      values,
      consent: consentOf(form, site, session),
      source: 'visitor',
    });
    const signal = decideCompletion({
      fields: site.lead.fields,
      lead,
      // Consent alone says nothing about the lead; details in a form are the visitor's own and final.
      agentIsCollecting: Object.keys(values).length === 0,
    });
    if (signal) await completeSession(trx, session, signal);
    else await announceLead(trx, session);
    return lead;
  });
}

function consentOf(form: LeadForm, site: Site, session: ChatSession) {
  if (form.consent === undefined) return undefined;
  const { given, version } =
    typeof form.consent === 'boolean'
      ? { given: form.consent, version: site.widget.consent.version }
      : form.consent;
  return { given, version, page: session.pageUrl };
}

/** The visitor says that the conversation is over. @throws invalid_token */
export async function endSession(database: Database, sessionId: string): Promise<void> {
  await database.transaction(async (trx) => {
    const session = await lockSession(trx, sessionId);
    await completeSession(trx, session, 'visitor');
  });
}

export async function rateSession(database: Database, sessionId: string, rating: Rating): Promise<void> {
  await database.transaction(async (trx) => {
    const session = await lockSession(trx, sessionId);
    await session.$query(trx).patch({
      rating: rating.score,
      ratingComment: rating.comment?.trim() || null,
      updatedAt: new Date(),
    });
    await rescoreLead(trx, session);
    await publish(trx, { type: 'session.updated', siteId: session.siteId, data: { sessionId } });
  });
}

async function lockSession(trx: Transaction, sessionId: string): Promise<ChatSession> {
  const session = await ChatSession.query(trx).findById(sessionId).forUpdate();
  if (!session) throw invalidToken('This conversation is no longer there.');
  return session;
}
