import type { Counts, ValueCounts, VersionCounts } from './counts.ts';
import type { Range } from './period.ts';
import type { Figures, PageRow, Qa, SeriesPoint } from './schema.ts';
import type { AllTimes } from './times.ts';

/** From 0 to 1; null where nothing could be counted. */
export const rate = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

export const presentRange = ({ from, to }: Range) => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
});

/** `sessions` counts also those without a verdict. */
export function presentVerdicts({ passed, issue, fixed }: Pick<Counts, 'passed' | 'issue' | 'fixed'>) {
  return { passed, issue, fixed, passRate: rate(passed, passed + issue + fixed) };
}

export function presentFigures(range: Range, { counts, times }: AllTimes): Figures {
  const { sessions, completed, abandoned, leads, passed, issue, fixed } = counts;
  const checked = passed + issue + fixed;
  return {
    ...presentRange(range),
    sessions,
    completed,
    abandoned,
    inProgress: sessions - completed - abandoned,
    completionRate: rate(completed, sessions),
    leads,
    leadRate: rate(leads, sessions),
    qualifiedLeads: counts.qualified,
    messages: counts.messages,
    takenOver: counts.taken_over,
    aiOnly: sessions - counts.taken_over,
    firstReply: times.reply,
    firstReplyAi: times.ai_reply,
    firstReplyPerson: times.person_reply,
    rating: { average: rate(counts.rating_sum, counts.ratings), count: counts.ratings },
    qa: { unchecked: sessions - checked, ...presentVerdicts(counts), coverage: rate(checked, sessions) },
    timeToFix: times.fix,
  };
}

export function presentPoint(date: string, counts: Counts): SeriesPoint {
  const { sessions, completed, abandoned, leads, messages, passed, issue, fixed } = counts;
  return {
    date,
    sessions,
    completed,
    abandoned,
    leads,
    qualifiedLeads: counts.qualified,
    messages,
    takenOver: counts.taken_over,
    passed,
    issue,
    fixed,
  };
}

export function presentPage({ value, sessions, leads, completed }: ValueCounts): PageRow {
  return {
    name: value,
    sessions,
    leads,
    completed,
    leadRate: rate(leads, sessions),
    completionRate: rate(completed, sessions),
  };
}

export function presentVersion(counts: VersionCounts): Qa['versions'][number] {
  const { version, sessions, leads, completed, firstAt } = counts;
  return {
    version,
    sessions,
    leads,
    completed,
    ...presentVerdicts(counts),
    firstAt: firstAt.toISOString(),
  };
}
