/** Tables of what was measured: for the terminal, and as Markdown in a place that a file keeps for them. */
import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';

export type Side = 'left' | 'right';

/** Where and when something was measured; begins with the day. */
export function circumstances(): string {
  const cpu = os.cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(os.totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, ${os.cpus().length} × ${cpu}, ${memory} GiB, ${os.type()}, Node ${process.versions.node}`;
}

/** One line for each row; columns are as wide as their widest cell. */
export function asColumns(rows: readonly string[][], sides: readonly Side[]): string[] {
  const widths = sides.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const fit = (cell: string, at: number) =>
    sides[at] === 'left' ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!);
  return rows.map((row) => row.map(fit).join('  ').trimEnd());
}

/** The same in Markdown; the first row is the head. */
export function asMarkdownTable([head, ...rows]: readonly string[][], sides: readonly Side[]): string {
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  const rule = `|${sides.map((side) => (side === 'left' ? '---' : '--:')).join('|')}|`;
  return [line(head!), rule, ...rows.map(line)].join('\n');
}

/**
 * Puts a text into the place a file keeps for it.
 * @param place its first group is what stands before the text, its second what stands behind it
 */
export function putInto(file: string, place: RegExp, text: string): void {
  const before = readFileSync(file, 'utf8');
  if (!place.test(before)) throw new Error(`${file} has no place for the table.`);
  writeFileSync(
    file,
    before.replace(place, (_, open, close) => `${open}${text}${close}`),
  );
}
