/**
 * Figures as staff, WordPress and automations read them. Everything counts for the moment the conversation began.
 */
import { type Static, Type } from '@sinclair/typebox';
import { Id, Nullable, OneOf, strict, Time } from '../http/schema.ts';

export const Interval = OneOf('hour', 'day', 'week', 'month');
export type Interval = Static<typeof Interval>;

const DayOrInstant = (description: string) => Type.Optional(Type.String({ maxLength: 40, description }));

const narrowing = {
  from: DayOrInstant(
    'A plain date (a day in `timezone`), or an instant. Left out: so that the range has 30 days.',
  ),
  to: DayOrInstant('A plain date, included; or an instant, not included. Left out: today.'),
  timezone: Type.Optional(
    Type.String({
      maxLength: 64,
      description: 'Such as Europe/Berlin. Left out: the site’s, or UTC for all.',
    }),
  ),
  site: Type.Optional(Id),
  channel: Type.Optional(OneOf('web', 'messenger', 'external')),
  agentVersion: Type.Optional(
    Type.String({
      maxLength: 100,
      description: 'As `/stats/qa` names it; of the last answer of the assistant',
    }),
  ),
};

export const StatsQuery = Type.Object(narrowing, strict);
export type StatsQuery = Static<typeof StatsQuery>;
export const SeriesQuery = Type.Object({ ...narrowing, interval: Type.Optional(Interval) }, strict);
export type SeriesQuery = Static<typeof SeriesQuery>;

const Count = Type.Integer({ minimum: 0 });
const Rate = Nullable(Type.Number({ description: 'From 0 to 1; null where there is nothing to divide by' }));
const Milliseconds = Nullable(Type.Integer({ minimum: 0 }));

const Frame = {
  from: Time,
  to: Type.String({ format: 'date-time', description: 'Exclusive' }),
  timezone: Type.String(),
  asOf: Type.String({
    format: 'date-time',
    description:
      'Everything that was stored by then is counted. Only under heavy load it is not the present.',
  }),
};

const Times = Type.Object({ medianMs: Milliseconds, p95Ms: Milliseconds, count: Count });
export type Times = Static<typeof Times>;

const figures = {
  from: Time,
  to: Time,
  sessions: Count,
  completed: Count,
  abandoned: Count,
  inProgress: Count,
  completionRate: Rate,
  leads: Type.Integer({ minimum: 0, description: 'With an e-mail address or a phone number' }),
  leadRate: Rate,
  qualifiedLeads: Count,
  messages: Count,
  takenOver: Type.Integer({ minimum: 0, description: 'A person had it at some time' }),
  aiOnly: Count,
  firstReply: Type.Object(Times.properties, {
    description: 'From the visitor’s first message to the first answer; the fallback text is no answer',
  }),
  firstReplyAi: Times,
  firstReplyPerson: Type.Object(Times.properties, {
    description: 'From the first message that waited for a person to that person’s first one',
  }),
  rating: Type.Object({ average: Nullable(Type.Number()), count: Count }),
  qa: Type.Object({
    unchecked: Count,
    passed: Count,
    issue: Count,
    fixed: Count,
    passRate: Rate,
    coverage: Rate,
  }),
  timeToFix: Times,
};

export const Figures = Type.Object(figures);
export type Figures = Static<typeof Figures>;

export const Summary = Type.Object({
  ...figures,
  ...Frame,
  isEstimated: Type.Boolean({
    description:
      'Lengths of time are exact up to 10,000 of a kind, and right within 5 % above that: then true',
  }),
  replyTimes: Type.Array(
    Type.Object({
      underMs: Nullable(Type.Integer({ description: 'null: as long as it may be' })),
      ai: Count,
      person: Count,
    }),
    { description: 'How many first answers came within each length of time' },
  ),
  previous: Type.Object(figures, { description: 'The same of the period before, of as many days' }),
});
export type Summary = Static<typeof Summary>;

export const SeriesPoint = Type.Object({
  date: Type.String({ description: 'A plain date; for hours the time with its offset' }),
  sessions: Count,
  completed: Count,
  abandoned: Count,
  leads: Count,
  qualifiedLeads: Count,
  messages: Count,
  takenOver: Count,
  passed: Count,
  issue: Count,
  fixed: Count,
});
export type SeriesPoint = Static<typeof SeriesPoint>;
export const Series = Type.Object({ ...Frame, interval: Interval, points: Type.Array(SeriesPoint) });
export type Series = Static<typeof Series>;

export const FunnelStep = OneOf('loaded', 'opened', 'started', 'detail', 'lead', 'completed');
export type FunnelStep = Static<typeof FunnelStep>;
const Steps = Type.Array(
  Type.Object({
    step: FunnelStep,
    count: Nullable(Type.Integer({ minimum: 0, description: 'null: not known with this filter' })),
  }),
);
export const Funnel = Type.Object({
  ...Frame,
  steps: Type.Array(Steps.items, {
    description:
      'loaded: pages that asked for the chat (a visitor’s pages within a minute count once, as browsers keep the ' +
      'answer); opened: conversations begun by opening the chat; started: the visitor wrote or filled in the form; ' +
      'detail: any detail is known; lead: e-mail or phone; completed: of those leads',
  }),
  previous: Type.Object({ from: Time, to: Time, steps: Steps }),
});
export type Funnel = Static<typeof Funnel>;

export const PageRow = Type.Object({
  name: Type.String(),
  sessions: Count,
  leads: Count,
  completed: Count,
  leadRate: Rate,
  completionRate: Rate,
});
export type PageRow = Static<typeof PageRow>;
const PageRows = Type.Array(PageRow, { description: 'Most conversations first; at most 100' });
export const Pages = Type.Object({
  ...Frame,
  pages: PageRows,
  sources: PageRows,
  mediums: PageRows,
  campaigns: PageRows,
});
export type Pages = Static<typeof Pages>;

const Verdicts = { passed: Count, issue: Count, fixed: Count, passRate: Rate };
export const Qa = Type.Object({
  ...Frame,
  interval: Interval,
  sessions: Count,
  checked: Count,
  coverage: Rate,
  ...Verdicts,
  timeToFix: Times,
  points: Type.Array(Type.Object({ date: Type.String(), sessions: Count, ...Verdicts })),
  categories: Type.Array(Type.Object({ name: Nullable(Type.String()), issue: Count, fixed: Count })),
  causes: Type.Array(Type.Object({ name: Nullable(Type.String()), issue: Count, fixed: Count })),
  reviewers: Type.Array(
    Type.Object({ id: Nullable(Id), name: Nullable(Type.String()), checked: Count, ...Verdicts }),
    { description: 'Who gave the verdict that holds' },
  ),
  versions: Type.Array(
    Type.Object({
      version: Type.String(),
      sessions: Count,
      leads: Count,
      completed: Count,
      ...Verdicts,
      firstAt: Time,
    }),
    { description: 'Every agent version of the period, also with `agentVersion`; newest first' },
  ),
});
export type Qa = Static<typeof Qa>;

export const OverviewQuery = Type.Object({ site: narrowing.site, timezone: narrowing.timezone }, strict);
export type OverviewQuery = Static<typeof OverviewQuery>;

const counted = { sessions: Count, leads: Count, completed: Count, completionRate: Rate };
const Span = Type.Object({
  from: Time,
  to: Time,
  ...counted,
  previous: Type.Object(
    { from: Time, to: Time, ...counted },
    { description: 'The day or month before, up to as long after its beginning as it is now' },
  ),
});
export type Span = Static<typeof Span>;
const AtMost = Type.Integer({ minimum: 0, maximum: 1_000, description: '1,000 means: that many, or more' });
export const Overview = Type.Object({
  asOf: Frame.asOf,
  timezone: Type.String(),
  site: Nullable(Type.Object({ id: Id, name: Type.String() })),
  dashboardUrl: Type.String({ description: 'What paths of the dashboard are added to; without a slash' }),
  today: Span,
  month: Span,
  now: Type.Object(
    {
      unchecked: AtMost,
      issues: AtMost,
      deliveriesGivenUp: AtMost,
      deliveriesFailing: Type.Integer({ ...AtMost, description: 'Failed, and tried again by themselves' }),
      faults: Type.Integer({ ...AtMost, description: 'Open errors of the assistant and of workflows' }),
    },
    {
      description:
        'What waits for people, whenever it began. Archived conversations wait for nobody; unchecked ones are looked ' +
        'for among the latest 10,000.',
    },
  ),
  series: Type.Array(Type.Object({ date: Type.String(), sessions: Count, leads: Count }), {
    description: 'The last 30 days; the last is today',
  }),
});
export type Overview = Static<typeof Overview>;
