/** A kind of error that was not there before. */
import { Incident } from '../../../models/incident.ts';
import { Site } from '../../../models/site.ts';
import { StaffUser } from '../../../models/staff-user.ts';
import { textsFor } from '../languages/index.ts';
import { oneLine, words } from '../mail.ts';
import { type ComposeContext, type Composed, conversationPath, fact, timeIn } from './context.ts';

export async function incidentOpened({ database, delivery }: ComposeContext): Promise<Composed> {
  const { incidentId } = delivery.payload as { incidentId?: string };
  const incident = incidentId ? await Incident.query(database).findById(incidentId) : undefined;
  if (!incident) return { nobody: 'The error is gone.' };
  if (incident.status !== 'open') return { nobody: 'Somebody has looked at the error already.' };
  const site = delivery.siteId ? await Site.query(database).findById(delivery.siteId) : undefined;
  const to = site ? [delivery.target] : await admins({ database });
  if (to.length === 0) return { nobody: 'There is no admin to tell.' };
  const all = await textsFor(database, to, site?.locale);
  const { incident: texts, facts, links } = all;
  const severity = texts.severities[incident.severity];
  const workflow = incident.workflow.name ?? incident.workflow.id;
  const where = oneLine(workflow ?? incident.node ?? site?.name ?? texts.automation, 80);
  return {
    to,
    mail: {
      language: all.locale,
      subject: texts.subject(severity, where),
      preview: oneLine(incident.message),
      badge: { tone: 'issue', word: severity },
      heading: texts.heading(where),
      blocks: [
        { kind: 'quote', who: texts.reported, text: words(incident.message, 800) },
        {
          kind: 'facts',
          facts: [
            fact(facts.workflow, workflow),
            fact(facts.step, incident.node),
            fact(facts.times, incident.occurrences.toLocaleString(all.locale)),
            fact(facts.last, timeIn(incident.lastAt, site?.timezone ?? 'UTC', all)),
            fact(facts.site, site?.name),
          ],
        },
        { kind: 'text', text: texts.text },
      ],
      action: delivery.sessionId
        ? { label: links.conversation, path: conversationPath(delivery.sessionId) }
        : { label: links.error, path: `/dashboard/errors/${incident.id}` },
      ...(delivery.sessionId && {
        more: { label: links.error, path: `/dashboard/errors/${incident.id}` },
      }),
      reason: site ? all.becauseOf(all.about.errors, oneLine(site.name, 80)) : texts.reasonAdmin,
    },
  };
}

async function admins({ database }: Pick<ComposeContext, 'database'>): Promise<string[]> {
  const users = await StaffUser.query(database)
    .where({ role: 'admin', status: 'active' })
    .orderBy('id')
    .limit(50);
  return users.map(({ email }) => email);
}
