/** Mails about leads, and about conversations that ended without one. */
import { normalEmail } from '../../../staff/email.ts';
import { textsFor } from '../languages/index.ts';
import { type Fact, oneLine, words } from '../mail.ts';
import {
  becauseOf,
  type ComposeContext,
  type Composed,
  conversationPath,
  fact,
  lastWords,
  pagePath,
  sessionOf,
  siteName,
  timeIn,
  visitorName,
} from './context.ts';

export async function completedLead(context: ComposeContext): Promise<Composed> {
  const session = await sessionOf(context);
  const { lead, site } = session;
  if (!lead) return { nobody: 'The lead is gone.' };
  const texts = await textsFor(context.database, [context.delivery.target], site!.locale);
  const { facts, links } = texts;
  const name = visitorName(session, texts);
  const labels = new Map(site!.lead.fields.map((field) => [field.name, field.label]));
  const custom: Fact[] = Object.entries(lead.custom).map(([field, value]) => [
    oneLine(labels.get(field) ?? field, 60),
    words(String(value), 600),
  ]);
  const { source, campaign } = session.utm;
  return {
    to: [context.delivery.target],
    mail: {
      language: texts.locale,
      subject: texts.lead.subject(name),
      preview: oneLine(
        [lead.company, lead.email, lead.phone, pagePath(session.pageUrl)].filter(Boolean).join(' · '),
      ),
      badge: { tone: 'passed', word: texts.lead.badge },
      heading: name,
      blocks: [
        {
          kind: 'facts',
          facts: [
            // Without a name, the first of these stands above already.
            fact(facts.email, lead.email),
            fact(facts.phone, lead.phone),
            fact(facts.company, lead.company),
            ...custom,
            fact(facts.page, pagePath(session.pageUrl)),
            fact(facts.campaign, [source, campaign].filter(Boolean).join(', ')),
            fact(facts.site, siteName(session)),
            fact(facts.when, timeIn(lead.completedAt ?? lead.updatedAt, site!.timezone, texts)),
          ],
        },
        ...(await lastWords(context, session, texts)),
      ],
      action: { label: links.lead, path: `/dashboard/leads/${lead.id}` },
      more: { label: links.read, path: conversationPath(session.id) },
      reason: becauseOf(session, texts, 'leads'),
      replyTo: lead.email ? normalEmail(lead.email) : undefined,
    },
  };
}

export async function abandoned(context: ComposeContext): Promise<Composed> {
  const session = await sessionOf(context);
  if (session.completionStatus !== 'abandoned') return { nobody: 'The visitor has come back.' };
  const texts = await textsFor(context.database, [context.delivery.target], session.site!.locale);
  const { facts, links } = texts;
  const name = visitorName(session, texts);
  return {
    to: [context.delivery.target],
    mail: {
      language: texts.locale,
      subject: texts.abandoned.subject(name),
      preview: texts.abandoned.preview(siteName(session)),
      badge: { tone: 'plain', word: texts.abandoned.badge },
      heading: texts.abandoned.heading(name),
      blocks: [
        {
          kind: 'facts',
          facts: [
            fact(facts.email, session.lead?.email),
            fact(facts.phone, session.lead?.phone),
            fact(facts.page, pagePath(session.pageUrl)),
            fact(facts.site, siteName(session)),
            fact(facts.began, timeIn(session.startedAt, session.site!.timezone, texts)),
          ],
        },
        ...(await lastWords(context, session, texts)),
      ],
      action: { label: links.read, path: conversationPath(session.id) },
      reason: becauseOf(session, texts, 'abandoned'),
    },
  };
}
