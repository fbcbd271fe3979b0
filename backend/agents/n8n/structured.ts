/**
 * A workflow's answer as JSON: the text, and what may stand beside it (`lead`, `completed`, `choices`, `handover`).
 * Whatever its shape, only words come out of it, never JSON.
 */
import type { AgentTrace } from '../agent.ts';
import { cleanText, cutText } from '../plain-text.ts';

export interface Result {
  /** Empty when there is none. */
  text: string;
  lead?: unknown;
  completed: boolean;
  choices?: string[];
  handover?: { reason?: string };
  /** Why this can't be a reply, when it is something else that n8n sends. */
  problem?: 'triggerJson' | 'started' | 'error';
  trace: AgentTrace;
}

type Json = Record<string, unknown>;

/** n8n's own order. */
const TEXT_KEYS = ['output', 'text', 'message'];
/** What models and their nodes call it inside of `output` or `message`. */
const INNER_KEYS = [...TEXT_KEYS, 'reply', 'response', 'answer', 'content'];
const DEEPEST = 5;
const MOST_CHOICES = 12;
const LONGEST_CHOICE = 100;

/** @param value parsed JSON */
export function readResult(value: unknown): Result {
  const layers: Json[] = [];
  const text = cleanText(textIn(value, layers, 0)).trim();
  const outer = layers[0] ?? {};
  const first = (name: string) => layers.find((layer) => layer[name] != null)?.[name];
  return {
    text,
    lead: first('lead'),
    completed: isYes(first('completed')),
    choices: choicesOf(first('choices')),
    handover: handoverOf(first('handover')),
    problem: problemOf(outer),
    trace: traceOf(layers),
  };
}

/** JSON that a model or a node wrote as text, also in a code fence; undefined when it is none. */
export function parseJsonText(text: string): unknown {
  const inner = /^```(?:json)?\s*\n([\s\S]*?)\n?```$/.exec(text.trim())?.[1] ?? text;
  if (!/^\s*[[{]/.test(inner)) return undefined;
  try {
    return JSON.parse(inner);
  } catch {
    return undefined;
  }
}

/** Begins like an object or a list of values: it was meant for a program, whole or not. */
export const looksLikeJson = (text: string) => /^\s*(\{\s*["}]|\[\s*[{"\]])/.test(text);

/** Execution and workflow, wherever a layer names them; n8n itself does not, a workflow can. */
export function traceOf(layers: readonly Json[]): AgentTrace {
  const named = (key: 'execution' | 'workflow') => {
    for (const layer of layers) {
      const found = isObject(layer[key]) ? layer[key] : {};
      const id = shortText(found.id ?? layer[`${key}Id`]);
      const rest = key === 'execution' ? { url: webAddress(found.url) } : { name: shortText(found.name) };
      const part = Object.fromEntries(Object.entries({ id, ...rest }).filter(([, value]) => value));
      if (Object.keys(part).length > 0) return part;
    }
    return undefined;
  };
  const execution = named('execution');
  const workflow = named('workflow');
  return { ...(execution && { execution }), ...(workflow && { workflow }) };
}

function textIn(value: unknown, layers: Json[], depth: number): string {
  if (depth > DEEPEST) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    const parsed = parseJsonText(value);
    if (parsed !== undefined) return textIn(parsed, layers, depth + 1);
    return looksLikeJson(value) ? '' : value;
  }
  if (Array.isArray(value)) return textIn(value[0], layers, depth + 1);
  if (!isObject(value)) return '';
  layers.push(value);
  for (const key of layers.length === 1 ? TEXT_KEYS : INNER_KEYS) {
    const found = textIn(value[key], layers, depth + 1);
    if (found.trim() !== '') return found;
  }
  return '';
}

function problemOf(outer: Json): Result['problem'] {
  if (outer.output != null || outer.text != null) return undefined;
  const isTrigger =
    (outer.webhookUrl !== undefined && outer.executionMode !== undefined) ||
    (outer.action === 'sendMessage' && outer.chatInput !== undefined);
  if (isTrigger) return 'triggerJson';
  if (typeof outer.message === 'string' && /^workflow (was|got) started\.?$/i.test(outer.message))
    return 'started';
  if (outer.error != null || outer.errorMessage != null || outer.stacktrace != null) return 'error';
  return typeof outer.code === 'number' && outer.message !== undefined ? 'error' : undefined;
}

function choicesOf(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const choices = value
    .filter((choice): choice is string => typeof choice === 'string')
    .map((choice) => cleanText(choice).replace(/\s+/g, ' ').trim())
    .filter((choice) => choice !== '' && choice.length <= LONGEST_CHOICE);
  return choices.length > 0 ? [...new Set(choices)].slice(0, MOST_CHOICES) : undefined;
}

function handoverOf(value: unknown): Result['handover'] {
  if (isYes(value)) return {};
  const reason = isObject(value) ? value.reason : value;
  if (isObject(value) && typeof reason !== 'string') return {};
  if (typeof reason !== 'string' || /^(false|no|)$/i.test(reason.trim())) return undefined;
  return { reason: cutText(reason.trim(), 300) };
}

/** A Set node makes text of everything. */
const isYes = (value: unknown) =>
  value === true || (typeof value === 'string' && /^true$/i.test(value.trim()));

const shortText = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? cutText(String(value), 200) : undefined;

const webAddress = (value: unknown) =>
  typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value)
    ? value.slice(0, 500)
    : undefined;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
