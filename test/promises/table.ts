/** The table of promises in CONTRIBUTING: what holds each, what was measured last, and what prints it. */
import { readFileSync } from 'node:fs';
import { asMarkdownTable, putInto, type Side } from '../support/tables.ts';

export interface Row {
  number: number;
  what: string;
  heldBy: string;
  /** Test files that `heldBy` names; none where a benchmark is all. */
  files: string[];
  figure: string;
  /** The command that prints the figure, and the day it did. */
  printedBy: string;
}

export const CONTRIBUTING = 'CONTRIBUTING.md';
const PLACE =
  /(<!-- promises: figures by npm run promises -- --contributing -->\n)[\s\S]*?(\n<!-- \/promises -->)/;
const ROW = /^\| (\d+) \| (.+) \| (.+) \| (.*) \| (.*) \|$/gm;
const HEAD = ['', 'promise', 'held by', 'last measured', 'printed by'];
const SIDES: Side[] = ['left', 'left', 'left', 'left', 'left'];

export function readTable(): Row[] {
  const [table = ''] = PLACE.exec(readFileSync(CONTRIBUTING, 'utf8')) ?? [];
  return [...table.matchAll(ROW)].map(([, number, what, heldBy, figure, printedBy]) => ({
    number: Number(number),
    what: what!.trim(),
    heldBy: heldBy!,
    files: [...heldBy!.matchAll(/`([^`]+)`/g)].map(([, file]) => file!),
    figure: figure!.trim(),
    printedBy: printedBy!.trim(),
  }));
}

/** @param measured when and where, see circumstances */
export function writeTable(rows: readonly Row[], measured: string): void {
  const cells = rows.map(({ number, what, heldBy, figure, printedBy }) => [
    ...[String(number), what, heldBy, figure, printedBy],
  ]);
  const table = asMarkdownTable([HEAD, ...cells], SIDES);
  putInto(CONTRIBUTING, PLACE, `Written last on ${measured}.\n\n${table}`);
}
