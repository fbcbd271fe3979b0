/**
 * Reading what a workflow reports: our own shape, or n8n's Error Trigger body as it comes.
 */
import { type TSchema, Type } from '@sinclair/typebox';
import { cutText } from '../agents/plain-text.ts';
import { checkBody } from '../http/validate.ts';
import { redact } from './redact.ts';
import type { Fault } from './report.ts';
import { FaultReport, N8nFault } from './schema.ts';

/** The route takes any object: which of the two shapes it has decides what can be wrong with it (`readFault`). */
export const AnyFault = Type.Unsafe<Record<string, unknown>>({
  type: 'object',
  description:
    '{workflow:{id?,name?}, execution:{id?,url?}, node?, message, stack?, sessionId?, severity?, details?}, or the body of n8n’s Error Trigger as it comes (with sessionId beside it where it is known)',
});

const checkReport = checkBody(FaultReport as TSchema);
const checkN8n = checkBody(N8nFault as TSchema);

/** What is kept of the details: plain values, in few words. */
const DETAIL_MAX = 300;
/** Ids and names, and links; what is longer is none. */
const NAME_MAX = 300;
const LINK_MAX = 2048;

export type ReadFault = Omit<Fault, 'siteId' | 'messageSeq'>;

/** @throws validation_failed naming what is wrong in the shape it has */
export function readFault(body: Record<string, unknown>): ReadFault {
  const isN8n = 'trigger' in body || isObject((body.execution as { error?: unknown } | undefined)?.error);
  if (isN8n) {
    checkN8n(body);
    return fromN8n(body as N8nFault);
  }
  checkReport(body);
  return fromReport(body as FaultReport);
}

function fromReport({
  workflow,
  execution,
  node,
  message,
  stack,
  sessionId,
  severity,
  details,
}: FaultReport): ReadFault {
  return {
    workflow,
    execution: withSafeLink(execution),
    ...(node && { node }),
    message: redact(message),
    ...(stack && { stack: redact(stack) }),
    ...(sessionId && { sessionId }),
    ...(severity && { severity }),
    details: plainOf(details ?? {}),
  };
}

/** `error.context.request` may hold customer data and tokens in the clear: it is never looked at. */
function fromN8n({ workflow, execution, trigger, sessionId }: N8nFault): ReadFault {
  const error = execution?.error ?? trigger?.error ?? {};
  const description = typeof error.description === 'string' ? error.description : undefined;
  const { id, url, lastNodeExecuted, mode } = execution ?? {};
  return {
    workflow: withoutEmpty({ id: id2text(workflow.id), name: named(workflow.name) }),
    execution: withSafeLink(withoutEmpty({ id: id2text(id), url })),
    ...withoutEmpty({ node: error.node?.name ?? lastNodeExecuted }),
    message: redact(error.message || description || 'An error without a message'),
    ...(error.stack && { stack: redact(error.stack) }),
    ...(sessionId && { sessionId }),
    details: plainOf({
      description,
      httpCode: error.httpCode,
      errorName: error.name,
      nodeType: error.node?.type,
      mode: mode ?? trigger?.mode,
    }),
  };
}

/** Only a link a browser may follow is kept. */
function withSafeLink(execution: { id?: string; url?: string } = {}): { id?: string; url?: string } {
  const { url, ...rest } = execution;
  return url && url.length <= LINK_MAX && /^https?:\/\//i.test(url) ? { ...rest, url } : rest;
}

function plainOf(details: Record<string, unknown>): Record<string, unknown> {
  const plain = Object.entries(details).flatMap(([name, value]) => {
    if (typeof value === 'string' && value) return [[name, cutText(redact(value), DETAIL_MAX)]];
    return typeof value === 'number' || typeof value === 'boolean' ? [[name, value]] : [];
  });
  return Object.fromEntries(plain);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const id2text = (id: string | number | null | undefined) => named(id == null ? id : String(id));
const named = (text: string | null | undefined) => (text ? cutText(text, NAME_MAX) : undefined);

function withoutEmpty<T extends Record<string, string | null | undefined>>(
  fields: T,
): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value)) as {
    [K in keyof T]?: string;
  };
}
