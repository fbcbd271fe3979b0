/** The boards of the account, and what each column of them takes. */
import { type MondayAnswer, refused } from './monday-answers.ts';

export interface FakeBoard {
  id: string;
  name: string;
  groups: Array<{ id: string; title: string }>;
  columns: Array<{ id: string; title: string; type: string }>;
}

export const BOARDS: readonly FakeBoard[] = [
  {
    id: '1234567890',
    name: 'Leads from the web site',
    groups: [
      { id: 'topics', title: 'New' },
      { id: 'group_two', title: 'In talks' },
    ],
    columns: [
      { id: 'name', title: 'Name', type: 'name' },
      { id: 'email_mkx1', title: 'E-mail', type: 'email' },
      { id: 'phone_mkx2', title: 'Phone', type: 'phone' },
      { id: 'text_mkx3', title: 'Company', type: 'text' },
      { id: 'status', title: 'Budget', type: 'status' },
      { id: 'dropdown_mkx4', title: 'Source', type: 'dropdown' },
      { id: 'date4', title: 'Came on', type: 'date' },
      { id: 'numbers_mkx5', title: 'Score', type: 'numbers' },
      { id: 'link_mkx6', title: 'Conversation', type: 'link' },
      { id: 'long_text_mkx7', title: 'Talk', type: 'long_text' },
      { id: 'text_mkx8', title: 'Parlour ID', type: 'text' },
      { id: 'person', title: 'Owner', type: 'people' },
    ],
  },
  { id: '987654321', name: 'Partners', groups: [{ id: 'topics', title: 'All' }], columns: [] },
];

/** The first column that would not take its value, as the real one checks them. */
export function wrongColumn(
  { columns }: FakeBoard,
  values: Record<string, unknown>,
): MondayAnswer | undefined {
  for (const [id, value] of Object.entries(values)) {
    const column = columns.find((each) => each.id === id);
    if (!column) return refused('InvalidColumnIdException', { column_id: id });
    if (value !== null && !FITS[column.type]?.(value as never))
      return refused('ColumnValueException', {
        column_id: id,
        column_name: column.title,
        column_type: column.type,
        column_validation_error_code: 'invalidValue',
      });
  }
  return undefined;
}

const FITS: Record<string, (value: Record<string, unknown> & string) => boolean> = {
  text: (value) => typeof value === 'string',
  numbers: (value) => /^[+-]?\d+(\.\d+)?$/.test(value),
  email: ({ email, text }) => /^\S+@\S+\.\S+$/.test(String(email)) && typeof text === 'string',
  phone: ({ phone, countryShortName }) =>
    /^\+\d{6,15}$/.test(String(phone)) && /^[A-Z]{2}$/.test(String(countryShortName)),
  status: ({ label }) => typeof label === 'string' && label !== 'Forbidden label',
  dropdown: ({ labels }) => Array.isArray(labels),
  date: ({ date, time }) =>
    /^\d{4}-\d{2}-\d{2}$/.test(String(date)) &&
    (time === undefined || /^\d{2}:\d{2}:\d{2}$/.test(String(time))),
  link: ({ url, text }) => /^https?:/.test(String(url)) && typeof text === 'string',
  long_text: ({ text }) => typeof text === 'string' && text.length <= 2000,
};
