/** Mails about leads, and about conversations that ended without one. */
import { normalEmail } from '../../../staff/email.ts';
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
  const name = visitorName(session);
  const labels = new Map(site!.lead.fields.map((field) => [field.name, field.label]));
  const custom: Fact[] = Object.entries(lead.custom).map(([field, value]) => [
    oneLine(labels.get(field) ?? field, 60),
    words(String(value), 600),
  ]);
  const { source, campaign } = session.utm;
  return {
    to: [context.delivery.target],
    mail: {
      subject: `New lead: ${name}`,
      preview: oneLine(
        [lead.company, lead.email, lead.phone, pagePath(session.pageUrl)].filter(Boolean).join(' · '),
      ),
      badge: { tone: 'passed', word: 'New lead' },
      heading: name,
      blocks: [
        {
          kind: 'facts',
          facts: [
            // Without a name, the first of these stands above already.
            fact('E-mail', lead.email),
            fact('Phone', lead.phone),
            fact('Company', lead.company),
            ...custom,
            fact('Page', pagePath(session.pageUrl)),
            fact('Campaign', [source, campaign].filter(Boolean).join(', ')),
            fact('Site', siteName(session)),
            fact('When', timeIn(lead.completedAt ?? lead.updatedAt, site!.timezone)),
          ],
        },
        ...(await lastWords(context, session)),
      ],
      action: { label: 'Open the lead', path: `/dashboard/leads/${lead.id}` },
      more: { label: 'Read the conversation', path: conversationPath(session.id) },
      reason: becauseOf(session, 'new leads'),
      replyTo: lead.email ? normalEmail(lead.email) : undefined,
    },
  };
}

export async function abandoned(context: ComposeContext): Promise<Composed> {
  const session = await sessionOf(context);
  if (session.completionStatus !== 'abandoned') return { nobody: 'The visitor has come back.' };
  const name = visitorName(session);
  return {
    to: [context.delivery.target],
    mail: {
      subject: `Conversation abandoned: ${name}`,
      preview: `On ${siteName(session)}`,
      badge: { tone: 'plain', word: 'Abandoned' },
      heading: `${name} left before the end`,
      blocks: [
        {
          kind: 'facts',
          facts: [
            fact('E-mail', session.lead?.email),
            fact('Phone', session.lead?.phone),
            fact('Page', pagePath(session.pageUrl)),
            fact('Site', siteName(session)),
            fact('Began', timeIn(session.startedAt, session.site!.timezone)),
          ],
        },
        ...(await lastWords(context, session)),
      ],
      action: { label: 'Read the conversation', path: conversationPath(session.id) },
      reason: becauseOf(session, 'abandoned conversations'),
    },
  };
}
