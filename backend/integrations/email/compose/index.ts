/** Which mail tells of which event. */

import { invited, passwordForgotten } from './account.ts';
import type { ComposeContext, Composed } from './context.ts';
import { incidentOpened } from './incident.ts';
import { abandoned, completedLead } from './lead.ts';
import { issueFixed, issueFound } from './review.ts';
import { dailySummary } from './summary.ts';
import { waiting } from './waiting.ts';

const MAILS: Readonly<Record<string, (context: ComposeContext) => Promise<Composed>>> = {
  'lead.completed': completedLead,
  'session.waiting': waiting,
  'session.abandoned': abandoned,
  'review.issue': issueFound,
  'review.fixed': issueFixed,
  'incident.opened': incidentOpened,
  'staff.invited': invited,
  'staff.reset_requested': passwordForgotten,
  'summary.daily': dailySummary,
};

export async function composeMail(context: ComposeContext): Promise<Composed> {
  const { event } = context.delivery;
  return MAILS[event]?.(context) ?? { nobody: `There is no mail for ${event}.` };
}
