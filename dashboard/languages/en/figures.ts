/** What the page of figures says. It loads after the list, and so do its words. */
import { number } from '../locale.ts';

const n = (value: number) => number(value);
const percent = (share: number) => `${Math.round(share * 100)} %`;
/** "6 points more than before". */
const points = (now: number | null, before: number | null) => {
  if (now === null || before === null) return '';
  const by = Math.round(now * 100) - Math.round(before * 100);
  if (by === 0) return ', as before';
  return `, ${Math.abs(by)} ${Math.abs(by) === 1 ? 'point' : 'points'} ${by > 0 ? 'more' : 'less'} than before`;
};

export const figureTexts = {
  title: 'Figures',
  loading: 'Counting',
  failed: 'The figures did not load',
  stale: 'The latest figures did not load. These are a little older.',
  emptyTitle: 'No conversations in this time',
  emptyText: 'Choose a longer time, or look at all sites.',
  firstText:
    'As soon as visitors write, you see here how many became leads, how fast they were answered and how good the answers were. To invite them, put the chat on a page.',
  first: 'Put the chat on a page',
  clear: 'Show all of the last 30 days',
  period: 'Time',
  periods: { today: 'Today', 7: '7 days', 30: '30 days', month: 'This month', own: 'Custom' },
  from: 'From',
  to: 'To',
  site: 'Site',
  anySite: 'All sites',
  channel: 'Channel',
  anyChannel: 'All channels',
  channels: { web: 'Web chat', messenger: 'Messenger', external: 'Elsewhere' },
  version: 'Version of the assistant',
  anyVersion: 'All versions',
  noVersion: 'No assistant',
  timezone: 'Time zone',
  ownZone: (zone: string) => `This device: ${zone}`,
  siteZone: 'The site’s own',
  siteZoneOf: (zone: string) => `The site’s: ${zone}`,
  days: (zone: string) =>
    `Days of ${zone.replaceAll('_', ' ')}. A conversation counts for the day it began; changes are measured against as many days before.`,
  tiles: {
    sessions: 'Conversations',
    leads: 'Leads',
    completed: 'Completed',
    reply: 'First reply',
    aiOnly: 'AI alone',
    rating: 'Rating',
    passed: 'Passed review',
    fix: 'Time to fix',
  },
  shareOf: (part: number, whole: number) => `${n(part)} of ${n(whole)}`,
  p95: (time: string) => `95 % within ${time}`,
  ratings: (count: number) => (count === 1 ? '1 rating' : `${n(count)} ratings`),
  fixedOnes: (count: number) => `${n(count)} fixed`,
  none: '–',
  noChange: 'as before',
  changeBy: (by: string, up: boolean) => `${by} ${up ? 'more' : 'less'}`,
  points: (by: number) => (by === 1 ? '1 point' : `${by} points`),
  slower: (by: string) => `${by} slower`,
  faster: (by: string) => `${by} faster`,
  newHere: 'none before',
  table: 'Table',
  chart: 'Chart',
  showTable: (what: string) => `${what}: show the table`,
  showChart: (what: string) => `${what}: show the chart`,
  csv: (what: string) => `${what}: save as CSV`,
  png: (what: string) => `${what}: save as PNG`,
  series: {
    title: 'Over time',
    says: (sessions: number, leads: number, [before, leadsBefore]: readonly [number, number]) =>
      `${n(sessions)} ${sessions === 1 ? 'conversation' : 'conversations'} brought ${n(leads)} ${leads === 1 ? 'lead' : 'leads'}, against ${n(before)} and ${n(leadsBefore)} before.`,
    when: 'When',
    sets: { sessions: 'Conversations', leads: 'Leads', completed: 'Completed' },
  },
  funnel: {
    title: 'From page to lead',
    says: (leads: number, opened: number, now: number | null, before: number | null) =>
      `${n(leads)} of ${n(opened)} visitors left an e-mail or phone${points(now, before)}.`,
    step: 'Step',
    count: 'How many',
    steps: {
      loaded: 'Pages with the chat',
      opened: 'Opened it',
      started: 'Wrote something',
      detail: 'Gave a detail',
      lead: 'Left e-mail or phone',
      completed: 'Completed',
    },
    note: 'Pages one visitor looks at within a minute count once. Where you ask for consent, opening counts from their yes on.',
  },
  replies: {
    title: 'How fast visitors were answered',
    says: (ai: string, person: string | null) =>
      `Half of all first answers of the AI came within ${ai}${person ? `, of a person within ${person}` : ''}.`,
    nobody: 'Nobody was answered in this time.',
    within: 'Within',
    sets: { ai: 'AI', person: 'Person' },
    estimated: 'Of so many conversations, times are right within 5 %.',
  },
  qa: {
    title: 'Quality',
    says: (passed: number, checked: number, now: number | null, before: number | null) =>
      `${n(passed)} of ${n(checked)} checked conversations passed${points(now, before)}.`,
    nothing: 'No conversation of this time was checked yet.',
    sets: { passed: 'Passed', issue: 'Issue', fixed: 'Fixed' },
  },
  issues: {
    title: 'What went wrong',
    says: (count: number, top: string) => `${n(count)} with an issue; most often: ${top}.`,
    unnamed: 'Not said',
    kind: 'Kind of issue',
    sets: { issue: 'Open', fixed: 'Fixed' },
  },
  lists: {
    choose: 'What the table shows',
    pages: 'Landing pages',
    sources: 'Sources',
    mediums: 'Mediums',
    campaigns: 'Campaigns',
    versions: 'Assistant versions',
    reviewers: 'Reviewers',
    columns: {
      name: 'Name',
      sessions: 'Conversations',
      leads: 'Leads',
      leadRate: 'Lead rate',
      completed: 'Completed',
      completionRate: 'Completion',
      checked: 'Checked',
      issue: 'Issues',
      fixed: 'Fixed',
      passRate: 'Passed',
    },
    empty: 'Nothing of this kind in this time.',
    sortBy: (column: string) => `Sort by ${column}`,
  },
  count: n,
  percent,
};

/** 420 ms, 3.2 s, 4 min, 2 h, 3 days; rounded as one would say it. */
export function lengthOf(ms: number | null): string {
  if (ms === null) return figureTexts.none;
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  const steps = [
    [1_000, 's', 60_000],
    [60_000, 'min', 3_600_000],
    [3_600_000, 'h', 86_400_000],
    [86_400_000, 'days', Number.POSITIVE_INFINITY],
  ] as const;
  const [unit, name] = steps.find(([, , end]) => ms < end)!;
  const value = ms / unit;
  const said = number(value, { maximumFractionDigits: value < 10 ? 1 : 0 });
  return `${said} ${name === 'days' && said === '1' ? 'day' : name}`;
}
