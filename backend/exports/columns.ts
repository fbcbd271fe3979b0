/**
 * The columns of the CSV: one row a conversation, with a column for each question that the exported sites ask.
 */
import { LEAD_COLUMNS } from '../leads/values.ts';
import type { Site } from '../models/site.ts';
import type { ExportRecord } from './record.ts';

export interface Column {
  name: string;
  value(record: ExportRecord): string | number | null | undefined;
}

const SPEAKERS = { visitor: 'Visitor', assistant: 'Assistant', staff: 'Staff', system: 'Note' };

const session: Column[] = [
  { name: 'session_id', value: ({ session }) => session.id },
  { name: 'site', value: ({ session }) => session.site.name },
  { name: 'channel', value: ({ session }) => session.channel },
  { name: 'completion_status', value: ({ session }) => session.completionStatus },
  { name: 'archive_status', value: ({ session }) => session.archiveStatus },
  { name: 'qa_status', value: ({ session }) => session.qaStatus },
  { name: 'answered_by', value: ({ session }) => session.takenOverBy?.name ?? session.mode },
  { name: 'started_at', value: ({ session }) => session.startedAt },
  { name: 'last_message_at', value: ({ session }) => session.lastMessageAt },
  { name: 'completed_at', value: ({ session }) => session.completedAt },
];

const standard: Column[] = LEAD_COLUMNS.map((name) => ({ name, value: ({ lead }) => lead?.[name] }));

const judged: Column[] = [
  { name: 'qualification', value: ({ lead }) => lead?.qualification },
  { name: 'score', value: ({ lead }) => lead?.score },
  { name: 'owner', value: ({ lead }) => lead?.owner?.name },
  { name: 'consent', value: ({ lead }) => lead?.consent && (lead.consent.given ? 'given' : 'not given') },
  { name: 'rating', value: ({ session }) => session.rating?.score },
  { name: 'rating_comment', value: ({ session }) => session.rating?.comment },
  { name: 'issue_category', value: ({ review }) => review?.category },
  { name: 'issue_cause', value: ({ review }) => review?.cause },
];

const origin: Column[] = [
  { name: 'page_url', value: ({ session }) => session.page.url },
  { name: 'page_title', value: ({ session }) => session.page.title },
  { name: 'referrer', value: ({ session }) => session.referrer },
  ...(['source', 'medium', 'campaign', 'term', 'content'] as const).map((name) => ({
    name: `utm_${name}`,
    value: ({ session }: ExportRecord) => session.utm[name],
  })),
  { name: 'locale', value: ({ session }) => session.locale },
  { name: 'visitor_timezone', value: ({ session }) => session.timezone },
  { name: 'device', value: ({ session }) => session.device },
];

const talk: Column[] = [
  { name: 'message_count', value: ({ session }) => session.messageCount },
  { name: 'conversation', value: ({ messages }) => messages.map(line).join('\n') },
];

/** @param sites whose questions get a column each */
export function columnsFor(sites: readonly Pick<Site, 'lead'>[]): Column[] {
  const asked = new Set(sites.flatMap((site) => site.lead.fields.map(({ name }) => name)));
  for (const name of LEAD_COLUMNS) asked.delete(name);
  const taken = new Set([...session, ...standard, ...judged, ...origin, ...talk].map(({ name }) => name));
  const custom = [...asked].map((name) => ({
    name: taken.has(name) ? `lead_${name}` : name,
    value: ({ lead }: ExportRecord) => lead?.custom[name],
  }));
  return [
    ...session,
    ...standard,
    ...custom,
    { name: 'other_details', value: others(asked) },
    ...judged,
    ...origin,
    ...talk,
  ];
}

/** What was told under names that no site asks for any more. */
const others =
  (asked: ReadonlySet<string>): Column['value'] =>
  ({ lead }) =>
    Object.entries(lead?.custom ?? {})
      .filter(([name]) => !asked.has(name))
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n');

function line({ role, author, text }: ExportRecord['messages'][number]): string {
  return `${author?.name ?? SPEAKERS[role]}: ${text}`;
}
