/** Promises whose figure comes from a benchmark: the main ones of its last run on this machine. */
import { existsSync, readFileSync } from 'node:fs';
import { type Figure, isMet, ratioOf } from '../bench/bench.ts';
import { type Result, shown } from '../bench/table.ts';

const RESULTS = '.cache/bench/results.json';

/** Promise -> the benchmark, and which of its figures say it; `inAll` counts those instead of listing them. */
export const BENCHED: Record<number, { bench: string; main: RegExp; inAll?: boolean }> = {
  26: {
    bench: 'widget',
    main: /^(before opening, gzip|in all, gzip|layout shift|requests to anybody else)$/,
  },
  27: { bench: 'writes', main: /^(32 visitors, against pgbench|durable messages)$/ },
  28: { bench: 'growth', main: /^(list|search|leads|figures|a conversation|its context)\b/, inAll: true },
  29: { bench: 'growth', main: /^export of .*(memory|first byte)/ },
  30: {
    bench: 'live',
    main: /^(one process: from commit to the last receiver|memory of staff’s stream, in all)$/,
  },
  31: { bench: 'start', main: /^from git clone/ },
};

/** What it measured last and on which day; undefined where it has not run here. */
export function lastOf(promise: number): { figure: string; day: string } | undefined {
  const { bench, main, inAll } = BENCHED[promise]!;
  const results: Result[] = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : [];
  const result = results.find(({ name }) => name === bench);
  if (!result) return undefined;
  const figures = result.figures.filter(
    ({ what }, at, all) => main.test(what) && all.findIndex((other) => other.what === what) === at,
  );
  const said = inAll ? counted(figures) : figures.map(told).join('; ');
  return { figure: `${result.title}: ${said}`, day: result.measured.slice(0, 10) };
}

function told(figure: Figure): string {
  const ratio = ratioOf(figure);
  const beside = ratio === undefined ? '' : `, ${shown(ratio)} × ${figure.beside!.what}`;
  return `${figure.what} ${shown(figure.value)} ${figure.unit}`.trim() + beside + missed(figure);
}

function counted(figures: readonly Figure[]): string {
  const over = figures.filter((figure) => isMet(figure) === false);
  const names = over.map((figure) => `${figure.what} ${shown(ratioOf(figure) ?? figure.value)}`);
  const rest = names.length > 0 ? `, over: ${names.join(', ')}` : '';
  return `${figures.length - over.length} of ${figures.length} kinds of question within their limit${rest}`;
}

const missed = (figure: Figure) => (isMet(figure) === false ? ' (missed)' : '');
