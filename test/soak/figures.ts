/**
 * What a process that runs for long must not gather: heap, open files, timers and sockets, database connections, lag.
 * Each is sampled over the whole run; a line through the samples (least squares) says how it grows by the hour.
 */
export interface Sample {
  /** Seconds since the run began. */
  at: number;
  values: Record<string, number>;
}

export interface Growth {
  name: string;
  start: number;
  end: number;
  perHour: number;
}

/** Reads a figure of Prometheus' text format; the sum where it has labels. */
export function figureOf(metrics: string, name: string): number {
  let sum = 0;
  for (const line of metrics.split('\n')) {
    const [, found, value] = /^(\w+)(?:\{.*\})? (\S+)/.exec(line) ?? [];
    if (found === name) sum += Number(value);
  }
  return sum;
}

/** The first and last tenth of the samples, and the slope of all. */
export function growthOf(samples: readonly Sample[]): Growth[] {
  const tenth = Math.max(1, Math.floor(samples.length / 10));
  return Object.keys(samples[0]!.values).map((name) => {
    const points = samples.map(({ at, values }) => [at / 3600, values[name]!] as const);
    const mean = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0) / of.length;
    const [middleAt, middle] = [mean(points.map(([at]) => at)), mean(points.map(([, value]) => value))];
    const spread = points.reduce((sum, [at]) => sum + (at - middleAt) ** 2, 0);
    const together = points.reduce((sum, [at, value]) => sum + (at - middleAt) * (value - middle), 0);
    return {
      name,
      start: mean(points.slice(0, tenth).map(([, value]) => value)),
      end: mean(points.slice(-tenth).map(([, value]) => value)),
      perHour: spread === 0 ? 0 : together / spread,
    };
  });
}

/** A table for a terminal. */
export function asTable(growth: readonly Growth[]): string {
  const number = (value: number) => value.toFixed(Math.abs(value) < 10 ? 2 : 1);
  const lines = [
    ['', 'start', 'end', 'slope an hour'],
    ...growth.map(({ name, start, end, perHour }) => [name, number(start), number(end), number(perHour)]),
  ];
  return lines
    .map((cells) =>
      cells.map((cell, column) => (column === 0 ? cell.padEnd(28) : cell.padStart(14))).join(''),
    )
    .join('\n');
}
