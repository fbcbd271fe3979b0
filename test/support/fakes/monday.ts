/**
 * A small Monday.com on loopback: one account, its boards, and the calls Parlour makes of `/v2`, with the errors, limits
 * and idempotency of the real one (developer.monday.com: "Error handling", "Idempotency", the column types). Time is the
 * test's: `pass` lets it go by.
 */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const MONDAY_TOKEN = 'eyJhbGciOiJIUzI1NiJ9.fake-monday-token';
const IDEMPOTENT_MS = 30 * 60_000;

export type MondayFault =
  | 'complexity'
  | 'complexityOld'
  | 'rate'
  | 'daily'
  | 'unauthorized'
  | 'cutBefore'
  | 'cutAfter'
  | 'busy'
  | 'error500'
  | 'html';

export interface FakeItem {
  id: string;
  boardId: string;
  groupId: string | null;
  name: string;
  values: Record<string, unknown>;
  state: 'active' | 'archived' | 'deleted';
  createdAt: number;
}

interface FakeBoard {
  id: string;
  name: string;
  groups: Array<{ id: string; title: string }>;
  columns: Array<{ id: string; title: string; type: string }>;
}

interface Call {
  query: string;
  variables: Record<string, unknown>;
}

interface Answer {
  status: number;
  headers?: Record<string, string>;
  body: unknown;
}

export class FakeMonday {
  url = '';
  items: FakeItem[] = [];
  boards: FakeBoard[] = [
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
  calls: Array<Call & { operation: string; headers: IncomingHttpHeaders }> = [];
  /** Most changes of one board that were under way at once. */
  mostAtOnce = 0;
  #faults: Array<{ fault: MondayFault; operation?: string }> = [];
  #answered = new Map<string, { at: number; answer: Answer }>();
  #now = Date.now();
  #atOnce = 0;
  #lastId = 5_000_000_000;
  readonly #server = createServer((req, res) => void this.#serve(req, res));

  static async start(): Promise<FakeMonday> {
    const fake = new FakeMonday();
    await new Promise<void>((resolve) => fake.#server.listen(0, '127.0.0.1', resolve));
    fake.url = `http://127.0.0.1:${(fake.#server.address() as AddressInfo).port}/v2`;
    return fake;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  reset(): void {
    this.items = [];
    this.calls = [];
    this.mostAtOnce = 0;
    this.#faults = [];
    this.#answered.clear();
  }

  /** The next call of this operation (any, unless named) meets this. */
  next(fault: MondayFault, operation?: string): void {
    this.#faults.push({ fault, operation });
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }

  get active(): FakeItem[] {
    return this.items.filter(({ state }) => state === 'active');
  }

  /** The calls of one operation. */
  of(operation: string) {
    return this.calls.filter((call) => call.operation === operation);
  }

  async #serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of req) pieces.push(piece as Buffer);
    const call = JSON.parse(Buffer.concat(pieces).toString('utf8')) as Call;
    const operation =
      OPERATIONS.find((name) => new RegExp(`\\b${name}\\s*\\(`).test(call.query)) ?? 'unknown';
    this.calls.push({ ...call, operation, headers: req.headers });
    const fault = this.#faultOf(operation);
    if (fault === 'cutBefore') return void req.socket.destroy();
    this.#atOnce += MUTATIONS.has(operation) ? 1 : 0;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#atOnce);
    // A change takes its time, so that two at once would be seen.
    await new Promise((resolve) => setTimeout(resolve, MUTATIONS.has(operation) ? 15 : 0));
    const answer = this.#answer(call, operation, req.headers, fault);
    this.#atOnce -= MUTATIONS.has(operation) ? 1 : 0;
    if (fault === 'cutAfter') return void req.socket.destroy();
    const isText = typeof answer.body === 'string';
    res.writeHead(answer.status, {
      'content-type': isText ? 'text/html' : 'application/json',
      ...answer.headers,
    });
    res.end(isText ? answer.body : JSON.stringify(answer.body));
  }

  #faultOf(operation: string): MondayFault | undefined {
    const at = this.#faults.findIndex((fault) => !fault.operation || fault.operation === operation);
    return at < 0 ? undefined : this.#faults.splice(at, 1)[0]!.fault;
  }

  /** What was answered to a key once is answered again for half an hour, errors as well. */
  #answer(call: Call, operation: string, headers: IncomingHttpHeaders, fault?: MondayFault): Answer {
    const key = headers['idempotency-key'] as string | undefined;
    const before = key && MUTATIONS.has(operation) ? this.#answered.get(key) : undefined;
    if (before && this.#now - before.at < IDEMPOTENT_MS)
      return { ...before.answer, headers: { ...before.answer.headers, 'Idempotency-Replayed': 'true' } };
    const answer = (fault && faultAnswer(fault)) || this.#run(call, operation, headers);
    if (key && answer.status === 200) this.#answered.set(key, { at: this.#now, answer });
    return answer;
  }

  #run({ query, variables }: Call, operation: string, headers: IncomingHttpHeaders): Answer {
    if (headers.authorization !== MONDAY_TOKEN)
      return { status: 401, body: { errors: [{ message: 'Not Authenticated' }] } };
    if (!/^\d{4}-\d{2}$/.test(String(headers['api-version']))) return refused('InvalidVersionException');
    if (typeof variables !== 'object')
      return { status: 400, body: { errors: [{ message: 'Variables must be an object' }] } };
    switch (operation) {
      case 'boards': {
        const ids = variables.ids as string[] | undefined;
        const page = (variables.page as number | undefined) ?? 1;
        const boards = ids ? this.boards.filter(({ id }) => ids.includes(id)) : page === 1 ? this.boards : [];
        return done({
          boards: boards.map((board) => ({
            ...board,
            type: 'board',
            state: 'active',
            workspace: { name: 'Sales' },
          })),
        });
      }
      case 'items':
        return done({
          items: this.items
            .filter(({ id, state }) => (variables.ids as string[]).includes(id) && state !== 'deleted')
            .map(({ id, state }) => ({ id, state })),
        });
      case 'items_page_by_column_values':
        return this.#search(variables as { board: string; column: string; values: string[] });
      case 'create_item':
        return this.#create(
          variables as { board: string; group: string | null; name: string; values: string },
        );
      case 'change_multiple_column_values':
        return this.#change(variables as { board: string; item: string; values: string });
      default:
        return { status: 400, body: { errors: [{ message: `Cannot read: ${query}` }] } };
    }
  }

  #search({ board, column, values }: { board: string; column: string; values: string[] }): Answer {
    const text = (item: FakeItem) => (column === 'name' ? item.name : item.values[column]);
    const found = this.active.filter((item) => item.boardId === board && values.includes(String(text(item))));
    return done({ items_page_by_column_values: { items: found.map((item) => this.#wire(item)) } });
  }

  #create({
    board,
    group,
    name,
    values,
  }: {
    board: string;
    group: string | null;
    name: string;
    values: string;
  }) {
    const found = this.boards.find(({ id }) => id === board);
    if (!found) return refused('InvalidBoardIdException');
    if (group && !found.groups.some(({ id }) => id === group)) return refused('ResourceNotFoundException');
    const parsed = JSON.parse(values) as Record<string, unknown>;
    const wrong = wrongColumn(found, parsed);
    if (wrong) return wrong;
    const id = String(++this.#lastId);
    const item: FakeItem = {
      id,
      boardId: board,
      groupId: group,
      name,
      values: parsed,
      state: 'active',
      createdAt: this.#now,
    };
    this.items.push(item);
    return done({ create_item: this.#wire(item) });
  }

  #change({ board, item: id, values }: { board: string; item: string; values: string }) {
    const item = this.items.find((each) => each.id === id && each.boardId === board);
    if (!item || item.state === 'deleted') return refused('ResourceNotFoundException');
    if (item.state === 'archived')
      return refused('ColumnValueException', { column_validation_error_code: 'inactiveItems' });
    const { name, ...parsed } = JSON.parse(values) as Record<string, unknown>;
    const wrong = wrongColumn(this.boards.find((each) => each.id === board)!, parsed);
    if (wrong) return wrong;
    if (typeof name === 'string') item.name = name;
    Object.assign(item.values, parsed);
    return done({ change_multiple_column_values: this.#wire(item) });
  }

  #wire({ id, boardId, createdAt }: FakeItem) {
    const url = `https://lindenhof.monday.com/boards/${boardId}/pulses/${id}`;
    return { id, url, created_at: new Date(createdAt).toISOString() };
  }
}

const OPERATIONS = [
  'create_item',
  'change_multiple_column_values',
  'items_page_by_column_values',
  'boards',
  'items',
];
const MUTATIONS = new Set(['create_item', 'change_multiple_column_values']);

const done = (data: unknown): Answer => ({ status: 200, body: { data, extensions: { request_id: 'fake' } } });

/** An error of the application: HTTP 200. */
const refused = (code: string, error_data: Record<string, unknown> = {}, more = {}): Answer => ({
  status: 200,
  body: {
    data: [],
    errors: [
      {
        message: `${code}: see the documentation`,
        extensions: { code, error_data, status_code: 200, ...more },
      },
    ],
  },
});

function faultAnswer(fault: MondayFault): Answer | undefined {
  switch (fault) {
    case 'complexity':
      return refused(
        'COMPLEXITY_BUDGET_EXHAUSTED',
        {},
        {
          complexity: 10_000,
          complexity_budget_left: 0,
          complexity_budget_limit: 1_000_000,
          retry_in_seconds: 37,
        },
      );
    case 'complexityOld':
      return {
        status: 429,
        body: {
          error_code: 'ComplexityException',
          status_code: 429,
          error_message:
            'Complexity budget exhausted, query cost 30001 budget remaining 19986 reset in 41 seconds',
        },
      };
    case 'rate':
      return { ...refused('RATE_LIMIT_EXCEEDED'), status: 429, headers: { 'retry-after': '55' } };
    case 'daily':
      return { ...refused('DAILY_LIMIT_EXCEEDED'), status: 429 };
    case 'unauthorized':
      return refused('UserUnauthorizedException');
    case 'busy':
      return { status: 409, headers: { 'retry-after': '3' }, body: { errors: [{ message: 'Conflict' }] } };
    case 'error500':
      return { status: 500, body: { errors: [{ message: 'Internal server error' }] } };
    case 'html':
      return { status: 502, body: '<html>Bad gateway</html>' };
    default:
      return undefined;
  }
}

/** The first column that would not take its value, as the real one checks them. */
function wrongColumn({ columns }: FakeBoard, values: Record<string, unknown>): Answer | undefined {
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
