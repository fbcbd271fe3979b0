/**
 * What can go wrong with a workflow, in words for the people who run it: what happened and what to do.
 */
import { AddressRefused } from '../../http/outgoing.ts';
import { redact } from '../../incidents/redact.ts';
import { AgentFault, type AgentTrace } from '../agent.ts';
import { cutText } from '../plain-text.ts';

const CHECK_RUNS = 'Open the workflow’s executions in n8n to see which step failed.';

/** The workflow could not be reached, or the connection broke off while it answered. */
export function connectionFault(
  error: unknown,
  url: string,
  hasBegun: boolean,
  trace: AgentTrace,
): AgentFault {
  if (error instanceof AgentFault) return error;
  const host = new URL(url).host;
  if (error instanceof AddressRefused)
    return new AgentFault(
      'not_set_up',
      `${error.message} Whoever runs Parlour can allow private networks (ALLOW_PRIVATE_NETWORK).`,
      { trace },
    );
  if (error instanceof RangeError)
    return new AgentFault(
      'not_a_reply',
      'n8n’s answer was far too long for a chat message. Look at what the last step of the workflow gives back.',
      { trace },
    );
  if (hasBegun)
    return new AgentFault('cut_off', `n8n stopped in the middle of its answer. ${CHECK_RUNS}`, {
      isPassing: true,
      trace,
      cause: error,
    });
  const code = codeOf(error);
  const message =
    code === 'ENOTFOUND' || code === 'EAI_AGAIN'
      ? `No server has the name ${host}. Check the address for slips.`
      : code === 'ECONNREFUSED'
        ? `Nothing answers at ${host}. Is n8n running, and is the port right?`
        : /CERT|SELF_SIGNED|TLS|SSL|UNABLE_TO_VERIFY/.test(code)
          ? `The certificate of ${host} is not valid, so nothing was sent.`
          : `The connection to ${host} failed before n8n answered.`;
  return new AgentFault('unreachable', message, { isPassing: true, trace, cause: error });
}

function codeOf(error: unknown): string {
  const cause = (error as { cause?: { code?: string; errors?: Array<{ code?: string }> } }).cause;
  return cause?.code ?? cause?.errors?.[0]?.code ?? '';
}

/** An answer whose status is not 2xx. */
export function statusFault(status: number, body: string, url: string, trace: AgentTrace): AgentFault {
  const more = { status, trace };
  if (status === 401 || status === 403)
    return new AgentFault(
      'refused',
      'n8n refused the call: the header or secret is missing or wrong. Compare the authentication of the workflow’s trigger with the settings here.',
      more,
    );
  if (status === 404) return new AgentFault('not_found', notFoundWords(url), more);
  if (status === 405)
    return new AgentFault(
      'not_found',
      'The workflow does not take POST calls at this address. Copy the Chat URL of the Chat Trigger, or set the Webhook node to POST.',
      more,
    );
  if (status === 413)
    return new AgentFault('server_error', 'n8n or the server before it found the message too large.', more);
  if (status === 429)
    return new AgentFault('rate_limited', 'n8n asked to be called less often.', { ...more, isPassing: true });
  if (status >= 300 && status < 400)
    return new AgentFault(
      'not_set_up',
      'The address leads on to another one. Put the final address into the settings, with https:// if there is one.',
      more,
    );
  if (/No item to return was found/.test(body))
    return new AgentFault(
      'server_error',
      'The last step of the workflow gave nothing back. Let it end with one item that has a field named output.',
      more,
    );
  if (status >= 502 && status <= 504)
    return new AgentFault(
      'server_error',
      `The server before n8n answered ${status}: n8n seems to be down or restarting.`,
      { ...more, isPassing: true },
    );
  if (status >= 500)
    return new AgentFault('server_error', `A step of the workflow failed. ${CHECK_RUNS}`, {
      ...more,
      isPassing: true,
    });
  return new AgentFault('server_error', `n8n refused the call with status ${status}. ${CHECK_RUNS}`, more);
}

function notFoundWords(url: string): string {
  return /\/webhook-test\//.test(url)
    ? 'This is a test address, which works only while the editor listens. Publish the workflow and use its production address.'
    : 'n8n knows no published workflow at this address. Publish the workflow, then copy the Chat URL of its trigger again.';
}

export const emptyFault = (trace: AgentTrace) =>
  new AgentFault(
    'empty',
    `The workflow ran but gave no answer. Check that every way through it ends in a reply, and that the trigger’s response mode fits. ${CHECK_RUNS}`,
    { trace },
  );

/** @param said by the workflow; kept only where it repeats nothing of the visitor's and no secret */
export function streamFault(node: string | undefined, said: string, trace: AgentTrace): AgentFault {
  const where = node ? `The step “${node}” of the workflow failed` : 'A step of the workflow failed';
  return new AgentFault('server_error', `${where}${said ? `: ${said}` : ''}. ${CHECK_RUNS}`, {
    isPassing: true,
    node,
    trace,
  });
}

const NOT_A_REPLY = {
  triggerJson:
    'n8n sent back what it was asked instead of an answer. The workflow waits for longer than n8n allows, or its last step passes the input on: let it end with a field named output.',
  started:
    'n8n only said that the workflow was started. Set the trigger to respond when the last node finishes, by a Respond node, or by streaming.',
  htmlPage:
    'A web page came back instead of an answer. The address leads to a login, an error page or another server.',
  noText: 'The workflow’s answer has no text that can be shown. Put the answer into a field named output.',
  garbage: 'What came back can’t be read as an answer. Check that the address is the Chat URL of a workflow.',
  error: `The workflow answered with an error instead of a reply. ${CHECK_RUNS}`,
} as const;

export const notAReply = (kind: keyof typeof NOT_A_REPLY, trace: AgentTrace) =>
  new AgentFault('not_a_reply', NOT_A_REPLY[kind], { trace });

const LONGEST_DETAIL = 200;

/**
 * What a workflow says of its own failure, fit for staff: one short line without what the visitor wrote, addresses of
 * people, or anything that looks like a key.
 */
export function safeDetail(text: string, said: readonly string[]): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const repeats = said.some(
    (words) => words.trim().length > 3 && line.toLowerCase().includes(words.trim().toLowerCase()),
  );
  if (repeats) return '';
  return cutText(redact(line), LONGEST_DETAIL).replace(/[.\s]+$/, '');
}
