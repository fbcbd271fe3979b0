/**
 * Reads an answer of /chat/completions: a stream of server-sent events (OpenAI's API reference, "Streaming"), or one
 * JSON from a server that does not stream.
 */
import { createParser } from 'eventsource-parser';
import { AgentFault, type AgentTrace } from '../agent.ts';
import { cleanText } from '../plain-text.ts';
import { errorInStream, type VendorError } from './faults.ts';

export interface ToolCall {
  id: string;
  name: string;
  /** JSON as the model wrote it, which may be none. */
  arguments: string;
}

export interface Completion {
  toolCalls: ToolCall[];
  /** Missing where the server counts nothing. */
  usage?: { input: number; output: number };
  model?: string;
}

interface Delta {
  content?: unknown;
  tool_calls?: unknown;
}
interface Chunk {
  model?: unknown;
  choices?: Array<{ index?: number; delta?: Delta; message?: Delta; finish_reason?: unknown }>;
  usage?: { prompt_tokens?: unknown; completion_tokens?: unknown } | null;
  error?: VendorError;
}

/** A stream spends some 250 bytes on each piece of a word. */
const LARGEST = 8 * 1024 * 1024;
const LONGEST_TEXT = 20_000;
const LONGEST_ARGUMENTS = 20_000;
const MOST_CALLS = 10;

/**
 * Yields the text as it comes; returns the rest.
 * @throws AgentFault for an error in the stream, an answer that was cut off, or none at all; RangeError when it is far
 * too long; what reading the body throws
 */
export async function* readCompletion(
  body: AsyncIterable<Uint8Array>,
  said: readonly string[],
  trace: AgentTrace,
): AsyncGenerator<string, Completion> {
  const reading = new Reading(said, trace);
  const decoder = new TextDecoder();
  const parser = createParser({ onEvent: ({ data }) => reading.event(data) });
  let size = 0;
  let head = '';
  let isStream: boolean | undefined;
  for await (const piece of body) {
    size += piece.byteLength;
    if (size > LARGEST) throw new RangeError('the answer is too long');
    const text = decoder.decode(piece, { stream: true });
    if (!isStream) head += text;
    // One JSON begins with a brace; a stream's line with a field's name, a comment with a colon.
    if (isStream === undefined && head.trim() !== '') isStream = !/^\s*[[{<]/.test(head);
    if (!isStream) continue;
    parser.feed(head || text);
    head = '';
    yield* reading.words();
    if (reading.isDone) break;
  }
  const rest = decoder.decode();
  if (isStream) {
    // A last event without its blank line counts, too: its server has closed the connection in good order.
    parser.feed(`${rest}\n\n`);
    yield* reading.words();
  } else {
    reading.whole(head + rest);
    yield* reading.words();
  }
  return reading.completion();
}

class Reading {
  isDone = false;
  private text = '';
  private shown = 0;
  private finish: string | null = null;
  private readonly calls = new Map<number, ToolCall>();
  private usage: Completion['usage'];
  private model: string | undefined;

  constructor(
    private readonly said: readonly string[],
    private readonly trace: AgentTrace,
  ) {}

  event(data: string): void {
    if (this.isDone) return;
    if (data.trim() === '[DONE]') {
      this.isDone = true;
      return;
    }
    let chunk: unknown;
    try {
      chunk = JSON.parse(data);
    } catch {
      throw new AgentFault('not_a_reply', 'The model’s server sent a stream that can’t be read.', {
        trace: this.trace,
      });
    }
    this.take(chunk as Chunk);
  }

  whole(body: string): void {
    let json: unknown;
    try {
      json = JSON.parse(body);
    } catch {
      if (body.trim() === '') throw this.fault('empty', 'The model’s server sent nothing.');
      throw this.fault(
        'not_a_reply',
        /^\s*</.test(body)
          ? 'A web page came back instead of an answer. Check the address of the model’s server.'
          : 'What came back can’t be read as an answer of a model.',
      );
    }
    this.take(json as Chunk);
    this.isDone = true;
  }

  /** What has come since the last look. */
  *words(): Generator<string> {
    if (this.text.length > this.shown) yield this.text.slice(this.shown);
    this.shown = this.text.length;
  }

  completion(): Completion {
    // Some servers leave [DONE] out; a finish reason says as well that nothing is missing.
    if (!this.isDone && this.finish === null)
      throw this.fault('cut_off', 'The model’s server stopped in the middle of the answer.', true);
    if (this.finish === 'content_filter' && this.text.trim() === '' && this.calls.size === 0)
      throw this.fault('empty', 'The model’s own filter took the answer back.');
    const toolCalls = [...this.calls.values()].filter(({ name }) => name !== '');
    return { toolCalls, ...(this.usage && { usage: this.usage }), ...(this.model && { model: this.model }) };
  }

  private take(chunk: Chunk): void {
    if (typeof chunk !== 'object' || chunk === null)
      throw this.fault('not_a_reply', 'The model’s answer is empty.');
    if (chunk.error) throw errorInStream(chunk.error, this.said, this.trace);
    if (typeof chunk.model === 'string') this.model = cleanText(chunk.model).slice(0, 200);
    if (chunk.usage) this.usage = usageOf(chunk.usage) ?? this.usage;
    // The chunk with the usage has no choices; other choices than the first were not asked for.
    const choice = Array.isArray(chunk.choices) ? chunk.choices[0] : undefined;
    if (!choice) return;
    const { content, tool_calls: calls } = choice.delta ?? choice.message ?? {};
    if (typeof content === 'string') this.text += content;
    if (this.text.length > LONGEST_TEXT) throw new RangeError('the answer is too long');
    if (Array.isArray(calls)) for (const [at, call] of calls.entries()) this.takeCall(call, at);
    if (typeof choice.finish_reason === 'string') this.finish = choice.finish_reason;
  }

  /** Id and name come with the first piece of a call, the arguments in pieces; the index says which call. */
  private takeCall(given: unknown, at: number): void {
    const {
      index,
      id,
      function: called,
    } = (given ?? {}) as {
      index?: number;
      id?: unknown;
      function?: { name?: unknown; arguments?: unknown };
    };
    const key = typeof index === 'number' ? index : at;
    const call = this.calls.get(key) ?? { id: '', name: '', arguments: '' };
    if (this.calls.size >= MOST_CALLS && !this.calls.has(key)) return;
    this.calls.set(key, call);
    if (typeof id === 'string' && id !== '') call.id = id.slice(0, 200);
    if (call.id === '') call.id = `call_${key}`;
    if (typeof called?.name === 'string' && called.name !== '') call.name = called.name.slice(0, 100);
    const args = called?.arguments;
    // Ollama's own shape has an object here.
    call.arguments += typeof args === 'string' ? args : args ? JSON.stringify(args) : '';
    if (call.arguments.length > LONGEST_ARGUMENTS) throw new RangeError('the answer is too long');
  }

  private fault(code: 'empty' | 'not_a_reply' | 'cut_off', message: string, isPassing = false): AgentFault {
    return new AgentFault(code, message, { isPassing, trace: this.trace });
  }
}

function usageOf({ prompt_tokens, completion_tokens }: NonNullable<Chunk['usage']>): Completion['usage'] {
  const count = (value: unknown) =>
    Number.isFinite(value) && (value as number) >= 0 ? Math.round(value as number) : null;
  const input = count(prompt_tokens);
  const output = count(completion_tokens);
  return input === null ? undefined : { input, output: output ?? 0 };
}
