/**
 * What can go wrong with a model's server, in words for the people who set it up: what happened and what to do.
 */
import { AddressRefused } from '../../http/outgoing.ts';
import { redact } from '../../incidents/redact.ts';
import { AgentFault, type AgentTrace } from '../agent.ts';
import { cleanText, cutText } from '../plain-text.ts';

export interface VendorError {
  message?: unknown;
  type?: unknown;
  code?: unknown;
}

export interface AboutCall {
  base: string;
  model: string;
  said: readonly string[];
  trace: AgentTrace;
}

/** The server could not be reached, or the connection broke off while it answered. */
export function connectionFault(error: unknown, { base, trace }: AboutCall, hasBegun: boolean): AgentFault {
  if (error instanceof AgentFault) return error;
  const { host, hostname } = new URL(base);
  if (error instanceof AddressRefused)
    return new AgentFault(
      'not_set_up',
      `${error.message} Whoever runs Parlour can allow private networks (ALLOW_PRIVATE_NETWORK).`,
      { trace },
    );
  if (error instanceof RangeError)
    return new AgentFault('not_a_reply', 'The model’s answer was far too long for a chat message.', {
      trace,
    });
  if (hasBegun)
    return new AgentFault('cut_off', 'The model’s server stopped in the middle of the answer.', {
      isPassing: true,
      trace,
      cause: error,
    });
  const code = codeOf(error);
  const isHere = /^(localhost|127\.|\[::1\])/.test(hostname);
  const message =
    code === 'ENOTFOUND' || code === 'EAI_AGAIN'
      ? `No server has the name ${host}. Check the address for slips.`
      : code === 'ECONNREFUSED'
        ? `Nothing answers at ${host}.${isHere ? ' Is the model’s server running, and on the machine Parlour runs on?' : ''}`
        : /CERT|SELF_SIGNED|TLS|SSL|UNABLE_TO_VERIFY/.test(code)
          ? `The certificate of ${host} is not valid, so nothing was sent.`
          : `The connection to ${host} failed before the model answered.`;
  return new AgentFault('unreachable', message, { isPassing: true, trace, cause: error });
}

function codeOf(error: unknown): string {
  const cause = (error as { cause?: { code?: string; errors?: Array<{ code?: string }> } }).cause;
  return cause?.code ?? cause?.errors?.[0]?.code ?? '';
}

/** An answer whose status is not 2xx. */
export function statusFault(
  status: number,
  body: string,
  retryAfter: string | null,
  { base, model, said, trace }: AboutCall,
): AgentFault {
  const { host } = new URL(base);
  const more = { status, trace };
  const vendor = errorIn(body);
  const words = detail(vendor, said);
  if (status === 401 || status === 403)
    return new AgentFault(
      'refused',
      `${host} does not accept the key. Enter a valid one in the settings.`,
      more,
    );
  if (status === 402 || vendor.code === 'insufficient_quota')
    return new AgentFault('refused', `The account at ${host} has no credit left.`, more);
  if (status === 404)
    return new AgentFault(
      'not_found',
      /model/i.test(`${vendor.message} ${vendor.code}`)
        ? `${host} has no model named “${model}”. Load the list in the settings and choose one.`
        : `There is no model’s server at this address of ${host}.${words}`,
      more,
    );
  if (status === 429) {
    const seconds = retryAfter && /^\d{1,5}$/.test(retryAfter) ? Number(retryAfter) : null;
    const wait =
      seconds === null ? '' : ` It asks to wait ${seconds === 1 ? '1 second' : `${seconds} seconds`}.`;
    return new AgentFault('rate_limited', `${host} was asked too often.${wait}`, {
      ...more,
      isPassing: true,
    });
  }
  if (status >= 300 && status < 400)
    return new AgentFault(
      'not_set_up',
      'The address leads on to another one. Put the final address into the settings, with https:// if there is one.',
      more,
    );
  if (status >= 500)
    return new AgentFault('server_error', `${host} has trouble of its own (${status}).${words}`, {
      ...more,
      isPassing: true,
    });
  return new AgentFault('server_error', `${host} refused the call (${status}).${words}`, more);
}

/** `data: {"error": {...}}` in the middle of a stream. */
export function errorInStream(error: VendorError, said: readonly string[], trace: AgentTrace): AgentFault {
  const limited = Number(error.code) === 429 || /rate.?limit/i.test(`${error.type} ${error.code}`);
  return new AgentFault(
    limited ? 'rate_limited' : 'server_error',
    `The model’s server broke the answer off.${detail(error, said)}`,
    { isPassing: true, trace },
  );
}

/** The error object of a body, whatever shape its server gives it. */
export function errorIn(body: string): VendorError {
  try {
    const { error, message, detail: fast } = JSON.parse(body) as Record<string, unknown>;
    if (typeof error === 'object' && error !== null) return error as VendorError;
    return { message: [error, message, fast].find((words) => typeof words === 'string') };
  } catch {
    return {};
  }
}

/**
 * What a server says of its own failure, fit for staff: one short line without what the visitor wrote, addresses of
 * people, or anything that looks like a key.
 */
function detail({ message }: VendorError, said: readonly string[]): string {
  if (typeof message !== 'string') return '';
  const line = cleanText(cutText(message, 2_000)).replace(/\s+/g, ' ').trim();
  const repeats = said.some(
    (words) => words.trim().length > 3 && line.toLowerCase().includes(words.trim().toLowerCase()),
  );
  if (repeats || line === '') return '';
  const safe = cutText(redact(line).replace(/[.\s]+$/, ''), 200);
  return ` It said: ${safe}.`;
}
