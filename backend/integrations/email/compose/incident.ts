/** A kind of error that was not there before. */
import { Incident } from '../../../models/incident.ts';
import { Site } from '../../../models/site.ts';
import { StaffUser } from '../../../models/staff-user.ts';
import { oneLine, words } from '../mail.ts';
import { type ComposeContext, type Composed, conversationPath, fact, timeIn } from './context.ts';

const SEVERITIES = { warning: 'Warning', error: 'Error', critical: 'Critical error' } as const;

export async function incidentOpened({ database, delivery }: ComposeContext): Promise<Composed> {
  const { incidentId } = delivery.payload as { incidentId?: string };
  const incident = incidentId ? await Incident.query(database).findById(incidentId) : undefined;
  if (!incident) return { nobody: 'The error is gone.' };
  if (incident.status !== 'open') return { nobody: 'Somebody has looked at the error already.' };
  const site = delivery.siteId ? await Site.query(database).findById(delivery.siteId) : undefined;
  const to = site ? [delivery.target] : await admins({ database });
  if (to.length === 0) return { nobody: 'There is no admin to tell.' };
  const workflow = incident.workflow.name ?? incident.workflow.id;
  const where = oneLine(workflow ?? incident.node ?? site?.name ?? 'an automation', 80);
  return {
    to,
    mail: {
      subject: `${SEVERITIES[incident.severity]} in ${where}`,
      preview: oneLine(incident.message),
      badge: { tone: 'issue', word: SEVERITIES[incident.severity] },
      heading: `Something failed in ${where}`,
      blocks: [
        { kind: 'quote', who: 'What was reported', text: words(incident.message, 800) },
        {
          kind: 'facts',
          facts: [
            fact('Workflow', workflow),
            fact('Step', incident.node),
            fact('Times so far', String(incident.occurrences)),
            fact('Last', timeIn(incident.lastAt, site?.timezone ?? 'UTC')),
            fact('Site', site?.name),
          ],
        },
        {
          kind: 'text',
          text: 'It counts up when it happens again. You get another mail only after it was resolved.',
        },
      ],
      action: delivery.sessionId
        ? { label: 'Open the conversation', path: conversationPath(delivery.sessionId) }
        : { label: 'Open the error', path: `/dashboard/errors/${incident.id}` },
      ...(delivery.sessionId && {
        more: { label: 'Open the error', path: `/dashboard/errors/${incident.id}` },
      }),
      reason: site
        ? `You get this because new kinds of errors on ${oneLine(site.name, 80)} are sent to this address. An admin can change that in the site’s settings.`
        : 'You get this because you are an admin, and the error belongs to no site.',
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
