/**
 * How long things took. Up to 10,000 of a kind every value is looked at; above that bins are read (facts.binOf), whose
 * number does not grow with the conversations.
 */
import type { Database } from '../db/knex.ts';
import { type Counts, countAll, countValues, exactTimes, type TimeKind, type ValueCounts } from './counts.ts';
import type { Asked, Range } from './period.ts';
import type { Summary, Times } from './schema.ts';

const KINDS: readonly TimeKind[] = ['reply', 'ai_reply', 'person_reply', 'fix'];
/** More bins than there are from a millisecond to a thousand years. */
const BINS_MAX = 1_000;
const EXACT_MAX = 10_000;
/** Seconds, at whole doublings: there bins end, so that these counts are exact. */
const EDGES = [1, 2, 4, 8, 16, 32, 64, 256];

export interface AllTimes {
  /** Read along, as how many there are decides how they are looked at. */
  counts: Counts;
  times: Record<TimeKind, Times>;
  replyTimes: Summary['replyTimes'];
  isEstimated: boolean;
}

/** @param exactMax how many conversations may be looked at one by one */
export async function readTimes(
  database: Database,
  range: Range,
  asked: Asked,
  exactMax = EXACT_MAX,
): Promise<AllTimes> {
  const [counts, values] = await Promise.all([
    countAll(database, range, asked),
    countValues(database, range, asked, KINDS, BINS_MAX),
  ]);
  const bins = new Map(KINDS.map((kind) => [kind, binsOf(values, kind)]));
  const isEstimated = counts.sessions > exactMax;
  const exact = isEstimated ? undefined : await exactTimes(database, range, asked);
  const times = KINDS.map((kind): [TimeKind, Times] => {
    const own = bins.get(kind)!;
    const count = own.reduce((sum, bin) => sum + bin.count, 0);
    const found = exact?.[kind] ?? {
      medianMs: percentile(own, count, 0.5),
      p95Ms: percentile(own, count, 0.95),
    };
    return [kind, { ...found, count }];
  });
  return {
    counts,
    times: Object.fromEntries(times) as Record<TimeKind, Times>,
    replyTimes: distribution(bins.get('ai_reply')!, bins.get('person_reply')!),
    isEstimated,
  };
}

interface Bin {
  number: number;
  count: number;
}

const binsOf = (values: ValueCounts[], wanted: TimeKind): Bin[] =>
  values
    .filter(({ kind }) => kind === wanted)
    .map(({ value, sessions }) => ({ number: Number(value), count: sessions }))
    .sort((a, b) => a.number - b.number);

/** The middle of the bin in which the value of this rank lies; of a bin's two edges it is 4.4 % away at most. */
function percentile(bins: Bin[], count: number, share: number): number | null {
  let left = Math.ceil(count * share);
  for (const { number, count: here } of bins) {
    left -= here;
    if (left <= 0) return Math.round(1000 * 2 ** ((number + 0.5) / 8));
  }
  return null;
}

function distribution(ai: Bin[], person: Bin[]): Summary['replyTimes'] {
  const edges = [...EDGES, null];
  return edges.map((edge, index) => {
    const first = index === 0 ? Number.NEGATIVE_INFINITY : 8 * Math.log2(EDGES[index - 1]!);
    const end = edge === null ? Number.POSITIVE_INFINITY : 8 * Math.log2(edge);
    const within = (bins: Bin[]) =>
      bins.reduce((sum, { number, count }) => (number >= first && number < end ? sum + count : sum), 0);
    return { underMs: edge && edge * 1000, ai: within(ai), person: within(person) };
  });
}
