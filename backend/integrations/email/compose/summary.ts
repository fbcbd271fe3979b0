/** What happened yesterday, for those who chose to read it each morning. */
import { raw } from 'objection';
import { ChatSession } from '../../../models/chat-session.ts';
import { IncidentOccurrence } from '../../../models/incident.ts';
import { Site } from '../../../models/site.ts';
import { StaffUser } from '../../../models/staff-user.ts';
import { addDays, Calendar } from '../../../stats/calendar.ts';
import { readSummary } from '../../../stats/read.ts';
import type { Figures } from '../../../stats/schema.ts';
import { type Block, oneLine } from '../mail.ts';
import { type ComposeContext, type Composed, fact } from './context.ts';

interface SummaryPayload {
  userId: string;
  /** The day it is about, as it was in `timezone`. */
  day: string;
  timezone: string;
}

export async function dailySummary({ database, delivery }: ComposeContext): Promise<Composed> {
  const { userId, day, timezone } = delivery.payload as unknown as SummaryPayload;
  const user = await StaffUser.query(database).findById(userId);
  if (user?.status !== 'active' || !user.mailDailySummary)
    return { nobody: 'They do not want the daily summary any more.' };
  const sites = await Site.query(database)
    .where({ timezone, isSample: false })
    .whereNull('archivedAt')
    .orderBy('name');
  const calendar = new Calendar(timezone);
  const range = { from: calendar.startOf(day), to: calendar.startOf(addDays(day, 1)) };
  const previous = { from: calendar.startOf(addDays(day, -1)), to: range.from };
  const asked = { channel: null, agentVersion: null, calendar, ...range, previous };
  const all: Figures[] = [];
  for (const { id } of sites) all.push(await readSummary(database, { ...asked, siteId: id }));
  const ids = sites.map(({ id }) => id);
  const [waiting, issues, faults] = await Promise.all([
    countWaiting({ database }, ids),
    ChatSession.query(database)
      .whereIn('siteId', ids)
      .where({ qaStatus: 'issue', archiveStatus: 'active' })
      .resultSize(),
    countFaults({ database }, ids, range),
  ]);
  const sum = (of: (figures: Figures) => number) => all.reduce((total, figures) => total + of(figures), 0);
  const sessions = sum((figures) => figures.sessions);
  if (sessions + waiting + faults === 0) return { nobody: 'Nothing happened that day.' };
  const date = new Date(`${day}T12:00:00Z`).toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  const leads = sum((figures) => figures.leads);
  return {
    to: [user.email],
    mail: {
      subject: `${date}: ${count(sessions, 'conversation')}, ${count(leads, 'lead')}`,
      preview:
        waiting > 0 ? `${count(waiting, 'visitor')} waiting for a person now.` : 'Nobody is waiting now.',
      ...(waiting > 0 && { badge: { tone: 'waiting' as const, word: `${waiting} waiting now` } }),
      heading: date,
      blocks: [
        {
          kind: 'text',
          text: inWords(
            sessions,
            sum((figures) => figures.completed),
            leads,
          ),
        },
        {
          kind: 'facts',
          facts: [
            fact('Qualified', String(sum((figures) => figures.qualifiedLeads))),
            fact('Taken over', String(sum((figures) => figures.takenOver))),
            fact('Waiting now', String(waiting)),
            fact('Open issues', String(issues)),
            fact('Errors', String(faults)),
          ],
        },
        ...perSite(sites, all),
      ],
      action: { label: 'Open Parlour', path: '/dashboard/conversations' },
      more: { label: 'See the figures', path: '/dashboard/figures' },
      reason: 'You get this because you chose the daily summary. You can switch it off in your account.',
    },
  };
}

/** One line a site, where there are several; those on which something happened. */
function perSite(sites: readonly Site[], all: readonly Figures[]): Block[] {
  const rows = sites.flatMap(({ name }, at) => {
    const { sessions, leads, completed } = all[at]!;
    return sessions > 0 ? [[oneLine(name, 60), String(sessions), String(completed), String(leads)]] : [];
  });
  if (rows.length < 2) return [];
  return [{ kind: 'table', head: ['Site', 'Conversations', 'Completed', 'Leads'], rows }];
}

function countWaiting({ database }: Pick<ComposeContext, 'database'>, ids: string[]): Promise<number> {
  return ChatSession.query(database)
    .whereIn('siteId', ids)
    .where((either) =>
      either
        .where((ai) => ai.where('mode', 'ai').whereNotNull('wantsPersonSince'))
        .orWhere((human) => human.where('mode', 'human').whereNotNull('awaitingSince')),
    )
    .resultSize();
}

function countFaults(
  { database }: Pick<ComposeContext, 'database'>,
  ids: string[],
  { from, to }: { from: number; to: number },
): Promise<number> {
  return IncidentOccurrence.query(database)
    .join('incidents', 'incidents.id', 'incidentOccurrences.incidentId')
    .whereIn('incidents.siteId', ids)
    .where('at', '>=', new Date(from))
    .where('at', '<', new Date(to))
    .select(raw('1'))
    .resultSize();
}

function inWords(sessions: number, completed: number, leads: number): string {
  if (sessions === 0) return 'No conversation began.';
  return (
    `${count(sessions, 'conversation')} began, ${completed} of them completed. ` +
    `${leads === 0 ? 'Nobody' : count(leads, 'visitor')} left an e-mail address or a phone number.`
  );
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;
