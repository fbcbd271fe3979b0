/**
 * What the guided agent remembers between two turns. It is stored as JSON and may come back from an older or newer
 * version, or as anything at all: what does not fit is left out, nothing throws.
 */
export interface GuidedState {
  version: 1;
  /** The lead field asked for last; an answer without other signs belongs to it. */
  pending: string | null;
  /** A slip in an e-mail address: what was typed and what was probably meant, waiting for a yes or no. */
  offer: { typed: string | null; meant: string } | null;
  /** Answers that could not be used, by field. */
  tries: Record<string, number>;
  /** How often the visitor would rather not say, by field. */
  refusals: Record<string, number>;
  declined: string[];
  /** Fields asked for at least once; the second time uses fewer words. */
  asked: string[];
  /** Fields noted last: "no, it's Anna" is about one of these. */
  noted: string[];
  /** Turns so far; picks among ways of saying the same. */
  turns: number;
  /** `completed` with all that is needed, `closed` without a way to answer. */
  done: 'no' | 'completed' | 'closed';
}

/** Of a conversation in which nothing was asked yet. */
export function emptyState(): GuidedState {
  return {
    version: 1,
    pending: null,
    offer: null,
    tries: {},
    refusals: {},
    declined: [],
    asked: [],
    noted: [],
    turns: 0,
    done: 'no',
  };
}

/** The state as stored, with everything that does not fit replaced; null when it is no state of ours. */
export function readState(stored: unknown): GuidedState | null {
  if (!isRecord(stored) || stored.version !== 1) return null;
  return {
    version: 1,
    pending: typeof stored.pending === 'string' ? stored.pending : null,
    offer: readOffer(stored.offer),
    tries: readCounts(stored.tries),
    refusals: readCounts(stored.refusals),
    declined: readNames(stored.declined),
    asked: readNames(stored.asked),
    noted: readNames(stored.noted),
    turns: readCount(stored.turns),
    done: stored.done === 'completed' || stored.done === 'closed' ? stored.done : 'no',
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readOffer(value: unknown): GuidedState['offer'] {
  if (!isRecord(value) || typeof value.meant !== 'string') return null;
  return { typed: typeof value.typed === 'string' ? value.typed : null, meant: value.meant };
}

function readCount(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;
}

function readCounts(value: unknown): Record<string, number> {
  if (!isRecord(value)) return {};
  const counts = Object.entries(value).slice(0, 100);
  return Object.fromEntries(counts.map(([name, count]) => [name, readCount(count)]));
}

function readNames(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.filter((name) => typeof name === 'string').slice(0, 100);
}
