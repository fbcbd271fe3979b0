/** What each chart of the figures draws, and the sentence that says what it shows. */

import type { Funnel, FunnelStep } from '../../../backend/stats/schema.ts';
import type { ChartSpec } from '../../../web-components/figures/charts.ts';
import type { AllFigures } from '../../api/stats.ts';
import { lengthOf, figureTexts as texts } from '../../languages/en/figures.ts';
import { locale, number } from '../../languages/locale.ts';
import { dayName, hourName, monthName } from '../times.ts';

export interface ChartView {
  name: string;
  heading: string;
  sentence: string;
  note?: string;
  spec: ChartSpec;
}

export function chartsOf(figures: AllFigures): ChartView[] {
  return [overTime(figures), funnel(figures), replies(figures), quality(figures), ...issues(figures)];
}

/** "29 Mar", "Mar 2026", or the hour; a plain date has no zone of its own. */
function pointName(date: string, interval: string): string {
  if (interval === 'hour') return hourName(date.slice(0, 16));
  return interval === 'month' ? monthName(date.slice(0, 10)) : dayName(date.slice(0, 10), false);
}

function overTime({ series, summary }: AllFigures): ChartView {
  const { title, says, when, sets } = texts.series;
  const valuesOf = (name: 'sessions' | 'leads' | 'completed') => series.points.map((point) => point[name]);
  return {
    name: 'over-time',
    heading: title,
    sentence: says(summary.sessions, summary.leads, [summary.previous.sessions, summary.previous.leads]),
    spec: {
      locale,
      kind: 'lines',
      of: when,
      labels: series.points.map(({ date }) => pointName(date, series.interval)),
      sets: [
        { label: sets.sessions, colour: 'accent-ink', values: valuesOf('sessions') },
        { label: sets.leads, colour: 'fixed', values: valuesOf('leads') },
        { label: sets.completed, colour: 'waiting', values: valuesOf('completed') },
      ],
    },
  };
}

function funnel({ funnel: { steps, previous } }: AllFigures): ChartView {
  const { title, says, note, step, count } = texts.funnel;
  const of = (all: Funnel['steps'], wanted: FunnelStep) => all.find((one) => one.step === wanted)?.count ?? 0;
  const share = (all: Funnel['steps']) =>
    of(all, 'opened') > 0 ? of(all, 'lead') / of(all, 'opened') : null;
  const known = steps.filter((one) => one.count !== null);
  return {
    name: 'funnel',
    heading: title,
    sentence: says(of(steps, 'lead'), of(steps, 'opened'), share(steps), share(previous.steps)),
    note,
    spec: {
      locale,
      kind: 'steps',
      of: step,
      labels: known.map((one) => texts.funnel.steps[one.step]),
      sets: [{ label: count, colour: 'accent-ink', values: known.map((one) => one.count) }],
    },
  };
}

function replies({ summary }: AllFigures): ChartView {
  const { title, says, nobody, within, sets, estimated } = texts.replies;
  const { replyTimes, firstReplyAi, firstReplyPerson, isEstimated } = summary;
  const person = firstReplyPerson.medianMs === null ? null : lengthOf(firstReplyPerson.medianMs);
  return {
    name: 'first-replies',
    heading: title,
    sentence: firstReplyAi.medianMs === null ? nobody : says(lengthOf(firstReplyAi.medianMs), person),
    ...(isEstimated && { note: estimated }),
    spec: {
      locale,
      kind: 'bars',
      of: within,
      labels: replyTimes.map(({ underMs }, index) =>
        underMs === null ? `> ${edge(replyTimes[index - 1]!.underMs!)}` : `< ${edge(underMs)}`,
      ),
      sets: [
        { label: sets.ai, colour: 'accent-ink', values: replyTimes.map(({ ai }) => ai) },
        { label: sets.person, colour: 'fixed', values: replyTimes.map((at) => at.person) },
      ],
    },
  };
}

/** As exact as the edge is: 256 s is not 4 min. */
const edge = (ms: number) => `${number(ms / 1000)} s`;

function quality({ qa, summary }: AllFigures): ChartView {
  const { title, says, nothing, sets } = texts.qa;
  const { points, interval } = qa;
  return {
    name: 'quality',
    heading: title,
    sentence:
      qa.checked > 0 ? says(qa.passed, qa.checked, qa.passRate, summary.previous.qa.passRate) : nothing,
    spec: {
      locale,
      kind: 'bars',
      of: texts.series.when,
      labels: points.map(({ date }) => pointName(date, interval)),
      sets: [
        { label: sets.passed, colour: 'passed', values: points.map(({ passed }) => passed) },
        { label: sets.issue, colour: 'issue', values: points.map(({ issue }) => issue) },
        { label: sets.fixed, colour: 'fixed', values: points.map(({ fixed }) => fixed) },
      ],
    },
  };
}

function issues({ qa: { categories } }: AllFigures): ChartView[] {
  if (categories.length === 0) return [];
  const { title, says, unnamed, kind, sets } = texts.issues;
  const shown = categories.slice(0, 8);
  const all = categories.reduce((sum, { issue, fixed }) => sum + issue + fixed, 0);
  return [
    {
      name: 'issues',
      heading: title,
      sentence: says(all, shown[0]!.name ?? unnamed),
      spec: {
        locale,
        kind: 'steps',
        of: kind,
        labels: shown.map(({ name }) => name ?? unnamed),
        sets: [
          { label: sets.issue, colour: 'issue', values: shown.map(({ issue }) => issue) },
          { label: sets.fixed, colour: 'fixed', values: shown.map(({ fixed }) => fixed) },
        ],
      },
    },
  ];
}
