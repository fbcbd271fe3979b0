/** The tables of figures as rows: what each has, and their order. */
import type { PageRow } from '../../../backend/stats/schema.ts';
import type { AllFigures } from '../../api/stats.ts';
import { figureTexts as texts } from '../../languages/en/figures.ts';
import { inAlphabet } from '../../languages/locale.ts';

export type ListName = 'pages' | 'sources' | 'mediums' | 'campaigns' | 'versions' | 'reviewers';
export type Column = keyof typeof texts.lists.columns;
export type Row = { name: string } & Partial<Record<Column, string | number | null>>;

const PAGE_COLUMNS: readonly Column[] = [
  'name',
  'sessions',
  'leads',
  'leadRate',
  'completed',
  'completionRate',
];
/** What each table says of a row, in this order. */
export const COLUMNS: Record<ListName, readonly Column[]> = {
  pages: PAGE_COLUMNS,
  sources: PAGE_COLUMNS,
  mediums: PAGE_COLUMNS,
  campaigns: PAGE_COLUMNS,
  versions: ['name', 'sessions', 'leads', 'completed', 'issue', 'fixed', 'passRate'],
  reviewers: ['name', 'checked', 'issue', 'fixed', 'passRate'],
};

/** A table's rows as the server put them in order. */
export function rowsOf({ pages, qa }: AllFigures, list: ListName): Row[] {
  switch (list) {
    case 'versions':
      return qa.versions.map((row) => ({ ...row, name: row.version || texts.noVersion }));
    case 'reviewers':
      return qa.reviewers.map((row) => ({ ...row, name: row.name ?? texts.none }));
    default:
      return pages[list].map((row: PageRow) => ({ ...row }));
  }
}

/** The same rows by a column; what is not known is less than anything. */
export function sorted(rows: readonly Row[], by: Column, isUp: boolean): Row[] {
  const way = isUp ? 1 : -1;
  return rows.toSorted((a, b) => way * compare(a[by] ?? null, b[by] ?? null));
}

function compare(a: string | number | null, b: string | number | null): number {
  if (typeof a === 'string' && typeof b === 'string') return inAlphabet(a, b);
  return Number(a ?? -1) - Number(b ?? -1);
}
