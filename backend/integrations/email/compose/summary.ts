/** What happened yesterday, for those who chose to read it each morning. */
import { raw } from 'objection';
import { ChatSession } from '../../../models/chat-session.ts';
import { IncidentOccurrence } from '../../../models/incident.ts';
import { Site } from '../../../models/site.ts';
import { StaffUser } from '../../../models/staff-user.ts';
import { addDays, Calendar } from '../../../stats/calendar.ts';
import { readSummary } from '../../../stats/read.ts';
import type { Figures } from '../../../stats/schema.ts';
import { type MailTexts, textsFor } from '../languages/index.ts';
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
  const texts = await textsFor(database, [user.email], sites[0]?.locale);
  const { summary, facts, links } = texts;
  const number = (n: number) => n.toLocaleString(texts.locale);
  const date = new Date(`${day}T12:00:00Z`).toLocaleDateString(texts.locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  const leads = sum((figures) => figures.leads);
  return {
    to: [user.email],
    mail: {
      language: texts.locale,
      subject: summary.subject(date, sessions, leads),
      preview: summary.preview(waiting),
      ...(waiting > 0 && { badge: { tone: 'waiting' as const, word: summary.badge(waiting) } }),
      heading: date,
      blocks: [
        {
          kind: 'text',
          text:
            sessions === 0
              ? summary.none
              : `${summary.began(
                  sessions,
                  sum((figures) => figures.completed),
                )} ${summary.left(leads)}`,
        },
        {
          kind: 'facts',
          facts: [
            fact(facts.qualified, number(sum((figures) => figures.qualifiedLeads))),
            fact(facts.takenOver, number(sum((figures) => figures.takenOver))),
            fact(facts.waiting, number(waiting)),
            fact(facts.openIssues, number(issues)),
            fact(facts.errors, number(faults)),
          ],
        },
        ...perSite(sites, all, texts),
      ],
      action: { label: links.parlour, path: '/dashboard/conversations' },
      more: { label: links.figures, path: '/dashboard/figures' },
      reason: summary.reason,
    },
  };
}

/** One line a site, where there are several; those on which something happened. */
function perSite(
  sites: readonly Site[],
  all: readonly Figures[],
  { locale, summary: { head } }: MailTexts,
): Block[] {
  const rows = sites.flatMap(({ name }, at) => {
    const { sessions, leads, completed } = all[at]!;
    const figures = [sessions, completed, leads].map((n) => n.toLocaleString(locale));
    return sessions > 0 ? [[oneLine(name, 60), ...figures]] : [];
  });
  if (rows.length < 2) return [];
  return [{ kind: 'table', head, rows }];
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
