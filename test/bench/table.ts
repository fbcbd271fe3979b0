/** The table of results: for the terminal, and as Markdown for the README. */
import { asColumns, asMarkdownTable, circumstances, type Side } from '../support/tables.ts';
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
const SIDES: Side[] = ['left', 'right', 'right', 'right', 'right'];

/** Lines for a terminal. */
export function asText(results: readonly Result[]): string {
  const rows = [HEAD, ...results.flatMap(({ figures }) => figures.map(cells))];
  const [head, ...lines] = asColumns(rows, SIDES);
  const parts = results.map(({ title, seconds, figures }) =>
    ['', `${title} (${Math.round(seconds)} s)`, ...lines.splice(0, figures.length)].join('\n'),
  );
  return [head, ...parts, '', circumstances(), ''].join('\n');
}

/** One of them as Markdown, a folded table. */
export function asMarkdown({ title, measured, figures }: Result): string {
  const table = asMarkdownTable([HEAD, ...figures.map(cells)], SIDES);
  return `<details><summary>${title}</summary>\n\n${measured}\n\n${table}\n\n</details>`;
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
export function shown(value: number): string {
  return Math.abs(value) >= 1000
    ? Math.round(value).toLocaleString('en-US')
    : String(Number(value.toPrecision(3)));
}
