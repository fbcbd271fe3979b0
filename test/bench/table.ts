/** The table of results: for the terminal, and as Markdown for the README. */
import os from 'node:os';
import { type Figure, isMet, ratioOf } from './bench.ts';

export interface Result {
  name: string;
  title: string;
  seconds: number;
  /** When and where, see circumstances. */
  measured: string;
  figures: Figure[];
}

const HEAD = ['what', 'measured', 'beside it', 'ratio', 'target'];

/** Where and when the figures were measured. */
export function circumstances(): string {
  const cpu = os.cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(os.totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, ${os.cpus().length} × ${cpu}, ${memory} GiB, ${os.type()}, Node ${process.versions.node}`;
}

/** Lines for a terminal. */
export function asText(results: readonly Result[]): string {
  const rows = [HEAD, ...results.flatMap(({ figures }) => figures.map(cells))];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: string[]) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  ');
  const parts = results.map(({ title, seconds, figures }) =>
    ['', `${title} (${Math.round(seconds)} s)`, ...figures.map((figure) => line(cells(figure)))].join('\n'),
  );
  return [line(HEAD), ...parts, '', circumstances(), ''].join('\n');
}

/** The same as Markdown, one folded table for each benchmark. */
export function asMarkdown(results: readonly Result[]): string {
  const line = (row: string[]) => `| ${row.join(' | ')} |`;
  const parts = results.map(({ title, measured, figures }) => {
    const rows = figures.map((figure) => line(cells(figure)));
    const table = [line(HEAD), '|---|--:|--:|--:|--:|', ...rows].join('\n');
    return `<details><summary>${title}</summary>\n\n${measured}\n\n${table}\n\n</details>`;
  });
  return parts.join('\n\n');
}

function cells(figure: Figure): string[] {
  const { what, value, unit, beside, target } = figure;
  const ratio = ratioOf(figure);
  return [
    what,
    `${shown(value)} ${unit}`,
    beside ? `${beside.what}: ${shown(beside.value)}` : '',
    ratio === undefined ? '' : shown(ratio),
    target
      ? `${target.is === 'at least' ? '≥' : '≤'} ${shown(target.value)}${isMet(figure) ? '' : ', missed'}`
      : '',
  ];
}

/** Three digits say as much as a run is worth. */
function shown(value: number): string {
  return Math.abs(value) >= 1000
    ? Math.round(value).toLocaleString('en-US')
    : String(Number(value.toPrecision(3)));
}
