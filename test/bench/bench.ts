/** What a benchmark is, and what it says: figures that stand beside another of the same run, never alone. */

export interface Figure {
  /** What was measured, in words a reader of the README understands. */
  what: string;
  value: number;
  /** Such as `turns/s`, `ms`, `KiB`; shown behind the value. */
  unit: string;
  /** What it is compared with, measured in the same run. */
  beside?: { what: string; value: number };
  /** What we aim at, and whether this run met it: a ratio where there is one, else the value itself. */
  target?: { is: 'at least' | 'at most'; value: number };
}

export interface Bench {
  /** On the command line: `npm run bench -- NAME`. */
  name: string;
  title: string;
  /** Words that name its parts; `npm run bench -- NAME:PART` runs one. None: it is run as a whole. */
  parts?: readonly string[];
  /**
   * Sets up what it needs, measures, and leaves nothing running. `say` tells a person what is going on.
   * @param part one of `parts`; without it everything
   */
  run(say: (text: string) => void, part?: string): Promise<Figure[]>;
}

/** The value over the one beside it; undefined where it stands alone. */
export function ratioOf({ value, beside }: Figure): number | undefined {
  return beside && value / beside.value;
}

/** Whether the target was met in this run; undefined where there is none. */
export function isMet(figure: Figure): boolean | undefined {
  if (!figure.target) return undefined;
  const measured = ratioOf(figure) ?? figure.value;
  return figure.target.is === 'at least' ? measured >= figure.target.value : measured <= figure.target.value;
}

/** The value in the middle; of an even number of values the mean of the two. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value below which the given share of all values lies, interpolated. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return low + (high - low) * (place % 1);
}
