/**
 * Reads a workflow's answer, whatever its response mode: one JSON, plain text, HTML, or a stream of JSON lines. Which
 * it is shows in the body alone; a stream has the same content type as one JSON.
 */

import type { LeadField } from '../../sites/schema.ts';
import { AgentFault, type AgentPart, type AgentTrace } from '../agent.ts';
import { readLeadValues } from '../lead-values.ts';
import { cleanText, cutText, htmlToText, isHtml, isHtmlDocument } from '../plain-text.ts';
import { emptyFault, notAReply, safeDetail, streamFault } from './faults.ts';
import { asStreamLine, StreamedText, type StreamLine } from './streamed-text.ts';
import { looksLikeJson, parseJsonText, type Result, readResult, traceOf } from './structured.ts';

export interface ReplyContext {
  contentType: string;
  said: readonly string[];
  fields: readonly LeadField[];
  locales: ReadonlyArray<string | null>;
  /** What the headers already told; it grows while the body is read. */
  trace: AgentTrace;
}

/** A stream spends some 200 bytes on each word. */
const LARGEST = 4 * 1024 * 1024;
const LONGEST_TEXT = 50_000;

/**
 * Parts of the reply while the body comes in; a delta for each piece of a stream. Finished is what has a finished body.
 * @throws AgentFault when this is no reply; RangeError when it is far too long; what reading the body throws
 */
export async function* readReply(
  body: AsyncIterable<Uint8Array>,
  context: ReplyContext,
): AsyncGenerator<AgentPart> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  let isStream: boolean | undefined;
  const streamed = new StreamedText();
  const shown = new Shown();
  for await (const piece of body) {
    size += piece.byteLength;
    if (size > LARGEST) throw new RangeError('the answer is too long');
    text += decoder.decode(piece, { stream: true });
    if (isStream === false) continue;
    const lines = text.split('\n');
    const rest = lines.pop()!;
    const firstLine = lines.find((line) => line.trim() !== '');
    if (firstLine !== undefined) isStream ??= asStreamLine(firstLine) !== null;
    if (!isStream) continue;
    text = rest;
    for (const line of lines) yield* shown.show(takeLine(streamed, line, context));
  }
  text += decoder.decode();
  if (isStream ?? asStreamLine(text)) {
    yield* shown.show(takeLine(streamed, text, context));
    yield* shown.show(streamed.finish());
    yield* streamEnd(streamed, shown, context);
  } else yield* wholeBody(text, context);
}

/** @returns the words to show */
function takeLine(streamed: StreamedText, raw: string, context: ReplyContext): string {
  if (raw.trim() === '') return '';
  const line = asStreamLine(raw);
  // Half a line at the end is a body cut short; anything else between the lines is no stream of n8n's.
  if (!line) throw looksLikeJson(raw) ? cutOff(context.trace) : notAReply('garbage', context.trace);
  Object.assign(context.trace, line.metadata && traceOf([line.metadata]));
  if (line.type === 'error') throw faultOf(line, context);
  return streamed.take(line);
}

function faultOf({ content, metadata }: StreamLine, { said, trace }: ReplyContext): AgentFault {
  const node = typeof metadata?.nodeName === 'string' ? cutText(metadata.nodeName, 200) : undefined;
  return streamFault(node, typeof content === 'string' ? safeDetail(cleanText(content), said) : '', trace);
}

/** Holds a stream back that begins like JSON: a model with an output schema streams its braces, too. */
class Shown {
  wasHeld = false;
  private hasBegun = false;

  *show(words: string): Generator<AgentPart> {
    if (words === '') return;
    if (!this.hasBegun) this.wasHeld = /^[[{`]/.test(words);
    this.hasBegun = true;
    if (!this.wasHeld) yield { type: 'delta', text: words };
  }
}

function* streamEnd(streamed: StreamedText, shown: Shown, context: ReplyContext): Generator<AgentPart> {
  if (streamed.isCut) throw cutOff(context.trace);
  const text = streamed.text.trim();
  if (text === '') throw emptyFault(context.trace);
  if (!shown.wasHeld) {
    yield { type: 'message', text };
    return yield* traceParts(context.trace);
  }
  const json = parseJsonText(text);
  if (json === undefined && looksLikeJson(text)) throw notAReply('noText', context.trace);
  yield* json === undefined ? plain(text, context) : structured(readResult(json), context);
}

function* wholeBody(body: string, context: ReplyContext): Generator<AgentPart> {
  const isJson = /\bjson\b/i.test(context.contentType);
  const text = body.trim();
  if (text === '') throw emptyFault(context.trace);
  if (isHtmlDocument(text)) throw notAReply('htmlPage', context.trace);
  const json = isJson ? parseOr(text) : parseJsonText(text);
  if (json !== undefined) yield* structured(readResult(json), context);
  else if (looksLikeJson(text)) throw notAReply('garbage', context.trace);
  else yield* plain(/\bhtml\b/i.test(context.contentType) && isHtml(text) ? htmlToText(text) : text, context);
}

function parseOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function* plain(raw: string, { trace }: ReplyContext): Generator<AgentPart> {
  const text = cleanText(raw).trim();
  if (text === '') throw emptyFault(trace);
  if (text.length > LONGEST_TEXT) throw new RangeError('the answer is too long');
  yield { type: 'delta', text };
  yield { type: 'message', text };
  yield* traceParts(trace);
}

function* structured(result: Result, context: ReplyContext): Generator<AgentPart> {
  const { text, choices, completed, handover, problem } = result;
  Object.assign(context.trace, result.trace);
  if (problem) throw notAReply(problem, context.trace);
  if (text === '' && !handover) throw notAReply('noText', context.trace);
  if (text.length > LONGEST_TEXT) throw new RangeError('the answer is too long');
  if (text !== '') {
    yield { type: 'delta', text };
    yield { type: 'message', text, ...(choices && { choices }) };
  }
  const { values } = readLeadValues(result.lead, context.fields, context.locales);
  if (Object.keys(values).length > 0) yield { type: 'lead', values };
  if (completed) yield { type: 'completed' };
  if (handover) yield { type: 'handover', ...handover };
  yield* traceParts(context.trace);
}

function* traceParts(trace: AgentTrace): Generator<AgentPart> {
  if (Object.keys(trace).length > 0) yield { type: 'trace', trace };
}

const cutOff = (trace: AgentTrace) =>
  new AgentFault(
    'cut_off',
    'n8n’s answer broke off in the middle. Open the workflow’s executions in n8n to see why.',
    {
      isPassing: true,
      trace,
    },
  );
