/**
 * The three ways an export is written. Each says what stands before, between and after the conversations, so that any
 * number of them can be written one after the other.
 */
import { stringify } from 'csv-stringify/sync';
import type { Column } from './columns.ts';
import type { ExportRecord } from './record.ts';
import type { ExportFormat } from './schema.ts';
import { spreadsheetText } from './spreadsheet-text.ts';

export interface Writer {
  contentType: string;
  head: string;
  /** Stands between what two calls of `write` gave. */
  between: string;
  tail: string;
  write(record: ExportRecord): string;
}

const BOM = '\ufeff';

export function writerFor(format: ExportFormat, columns: readonly Column[]): Writer {
  if (format === 'csv') return csvWriter(columns);
  const isArray = format === 'json';
  // One conversation a line in both, so that whoever reads along can count them.
  const between = isArray ? ',\n' : '\n';
  return {
    contentType: isArray ? 'application/json; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
    head: isArray ? '[\n' : '',
    between,
    tail: isArray ? '\n]\n' : '\n',
    write: (record) => JSON.stringify(record),
  };
}

/**
 * RFC 4180 with a header; the BOM tells spreadsheets that it is UTF-8. Every text is quoted. CR LF ends a row and stands
 * nowhere else.
 */
function csvWriter(columns: readonly Column[]): Writer {
  const row = (cells: Array<ReturnType<Column['value']>>) =>
    stringify([cells.map(cellText)], { quoted: true, record_delimiter: '\r\n' });
  return {
    contentType: 'text/csv; charset=utf-8; header=present',
    head: BOM + row(columns.map(({ name }) => name)),
    between: '',
    tail: '',
    write: (record) => row(columns.map((column) => column.value(record))),
  };
}

const cellText = (value: ReturnType<Column['value']>) =>
  typeof value === 'number' ? String(value) : spreadsheetText(value ?? '');
