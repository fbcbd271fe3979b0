/**
 * A small Monday.com on loopback: one account, its boards, and the calls Parlour makes of `/v2`, with the errors, limits
 * and idempotency of the real one (developer.monday.com: "Error handling", "Idempotency", the column types). Time is the
 * test's: `pass` lets it go by.
 */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { bodyOf, hangUp, listen } from '../loopback.ts';
import { done, faultAnswer, type MondayAnswer, type MondayFault, refused } from './monday-answers.ts';
import { BOARDS, wrongColumn } from './monday-columns.ts';

export const MONDAY_TOKEN = 'eyJhbGciOiJIUzI1NiJ9.fake-monday-token';
const IDEMPOTENT_MS = 30 * 60_000;

export interface FakeItem {
  id: string;
  boardId: string;
  groupId: string | null;
  name: string;
  values: Record<string, unknown>;
  state: 'active' | 'archived' | 'deleted';
  createdAt: number;
}

interface Call {
  query: string;
  variables: Record<string, unknown>;
}

export class FakeMonday {
  url = '';
  items: FakeItem[] = [];
  readonly boards = BOARDS;
  calls: Array<Call & { operation: string; headers: IncomingHttpHeaders }> = [];
  /** Most changes of one board that were under way at once. */
  mostAtOnce = 0;
  #faults: Array<{ fault: MondayFault; operation?: string }> = [];
  #answered = new Map<string, { at: number; answer: MondayAnswer }>();
  #now = Date.now();
  #atOnce = 0;
  #lastId = 5_000_000_000;
  readonly #server = createServer((req, res) => void this.#serve(req, res));

  static async start(): Promise<FakeMonday> {
    const fake = new FakeMonday();
    fake.url = `${await listen(fake.#server)}/v2`;
    return fake;
  }

  stop(): Promise<void> {
    return hangUp(this.#server);
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
    const call = JSON.parse(await bodyOf(req)) as Call;
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
  #answer(call: Call, operation: string, headers: IncomingHttpHeaders, fault?: MondayFault): MondayAnswer {
    const key = headers['idempotency-key'] as string | undefined;
    const before = key && MUTATIONS.has(operation) ? this.#answered.get(key) : undefined;
    if (before && this.#now - before.at < IDEMPOTENT_MS)
      return { ...before.answer, headers: { ...before.answer.headers, 'Idempotency-Replayed': 'true' } };
    const answer = (fault && faultAnswer(fault)) || this.#run(call, operation, headers);
    if (key && answer.status === 200) this.#answered.set(key, { at: this.#now, answer });
    return answer;
  }

  #run({ query, variables }: Call, operation: string, headers: IncomingHttpHeaders): MondayAnswer {
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

  #search({ board, column, values }: { board: string; column: string; values: string[] }): MondayAnswer {
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
