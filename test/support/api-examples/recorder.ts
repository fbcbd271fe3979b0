/** Calls routes by their names, as a program outside does, and keeps each call with its answer as an example. */
import type { ApiExample, ApiExamples } from '../../../backend/http/contract/examples.ts';
import type { TestParlour } from '../parlour.ts';
import { Steady } from './steady.ts';

/** The headers that say who calls. */
export type Caller = Record<string, string>;

export interface ExampleCall {
  /** What the example shows; the route's own summary unless given. */
  title?: string;
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
  /** Sent as it is, and not kept in the example. */
  raw?: string;
  /** What is expected; the route's own answer unless given. */
  status?: number;
  /** Reads a stream until this has come. */
  until?: string;
}

export class Recorder {
  readonly examples: ApiExamples = {};
  readonly errors: ApiExamples = {};
  readonly webhooks: Record<string, unknown> = {};
  readonly steady: Steady;

  constructor(
    readonly parlour: TestParlour,
    names: Array<[text: string, name: string]>,
  ) {
    this.steady = new Steady([
      [parlour.url, 'https://chat.example'],
      [parlour.site.key, 'lindenhof'],
      ...names,
    ]);
  }

  /**
   * @param name such as `GET /api/v1/sessions/:id`
   * @returns the answer's body
   * @throws Error when the answer is not the expected one
   */
  async call<T = unknown>(who: Caller, name: string, call: ExampleCall = {}): Promise<T> {
    const [method, path] = name.split(' ') as [string, string];
    const route = this.parlour.routes.find((one) => one.method === method.toLowerCase() && one.path === path);
    if (!route) throw new Error(`there is no route ${name}`);
    const search = call.query ? `?${new URLSearchParams(call.query)}` : '';
    const address =
      path.replace(/:(\w+)/g, (_, part: string) => encodeURIComponent(call.params![part]!)) + search;
    const hasBody = call.body !== undefined;
    const response = await fetch(this.parlour.url + address, {
      method,
      headers: { ...(hasBody && { 'content-type': 'application/json' }), ...who, ...call.headers },
      body: hasBody ? JSON.stringify(call.body) : call.raw,
      redirect: 'manual',
    });
    const text = call.until ? await readUntil(response, call.until) : await response.text();
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    const isJson = type === 'application/json';
    const answer = text === '' ? undefined : isJson ? JSON.parse(text) : text;
    const status = call.status ?? route.answer.status;
    if (response.status !== status)
      throw new Error(`${name}: ${response.status} in place of ${status}: ${text.slice(0, 500)}`);
    const example: ApiExample = {
      title: call.title ?? route.summary,
      path: this.steady.value(address) as string,
      ...(hasBody && { body: this.steady.value(call.body) }),
      status,
      ...(answer !== undefined && { ...(!isJson && { type }), answer: this.steady.value(answer) }),
    };
    this.examples[name] ??= [];
    this.examples[name].push(example);
    return answer as T;
  }

  /** A call that is refused for a reason that many routes share: kept once for all of them. */
  async refused(status: number, who: Caller, name: string, call: ExampleCall = {}): Promise<void> {
    await this.call(who, name, { ...call, status });
    const example = this.examples[name]!.pop()!;
    this.errors[status] = [...(this.errors[status] ?? []), { ...example, title: call.title ?? '' }];
    if (this.examples[name]!.length === 0) delete this.examples[name];
  }
}

async function readUntil(response: Response, wanted: string): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  // Leaving the loop hangs up.
  for await (const piece of response.body!) {
    text += decoder.decode(piece, { stream: true });
    if (text.includes(wanted) && text.endsWith('\n\n')) break;
  }
  return text;
}
