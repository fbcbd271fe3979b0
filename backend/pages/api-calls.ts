/** Calls of the API on the page that shows it: what to type, and what came back when it was really called. */
import type { ApiExample } from '../http/contract/examples.ts';
import { html, markup } from './html.ts';

/** Who may call, as the contract says it: names of security schemes. */
export type Security = ReadonlyArray<Record<string, unknown>>;

/** What to type for each kind of caller; the first that the route takes is shown. */
const CREDENTIALS: Array<[scheme: string, option: (cookie: string) => string]> = [
  ['apiKey', () => '-H "Authorization: Bearer $PARLOUR_KEY"'],
  ['visitor', () => '-H "Authorization: Bearer $VISITOR_TOKEN"'],
  ['staff', (cookie) => `-b "${cookie}=$SIGN_IN" -H "Origin: $PARLOUR"`],
];

/** Who may call, and with which cookie, where they are signed in; and whether anyone may, from our own pages. */
export interface Caller {
  security: Security;
  cookie: string;
  sameOrigin: boolean;
}

/** One example, folded: the curl line with its body, then the answer. */
export function exampleCall(method: string, example: ApiExample, caller: Caller): string {
  return folded(example, html`<pre>${curlLine(method, example, caller)}</pre>`);
}

/** The line alone, for a route without an example. */
export const plainCall = (method: string, path: string, caller: Caller): string =>
  html`<pre>${curlLine(method, { path }, caller)}</pre>`;

/** A refusal that any call may get. */
export const exampleRefusal = (example: ApiExample): string => folded(example, '');

function folded(example: ApiExample, call: string): string {
  const { title, status, answer, type } = example;
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer, null, 2);
  return html`<details class="example"><summary><b class="${status < 400 ? 'ok' : 'refused'}">${String(status)}</b> <span>${title}</span></summary>
${markup(call)}
${markup(answer === undefined ? html`<p>No body.</p>` : html`<pre>${text}</pre>`)}
${markup(type ? html`<p><small>${type}</small></p>` : '')}
</details>`;
}

function curlLine(
  method: string,
  { path, body, type }: Pick<ApiExample, 'path' | 'body' | 'type'>,
  { security, cookie, sameOrigin }: Caller,
): string {
  const credentials = CREDENTIALS.find(([scheme]) => security.some((one) => scheme in one))?.[1](cookie);
  const parts = [
    `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}"$PARLOUR${path}"`,
    ...(credentials ? [credentials] : []),
    ...(sameOrigin ? ['-H "Origin: $PARLOUR"'] : []),
    ...(type === 'text/event-stream' ? ['-N -H "Accept: text/event-stream"'] : []),
    ...(body === undefined ? [] : [`--json '${JSON.stringify(body).replaceAll("'", "'\\''")}'`]),
  ];
  return parts.join(' \\\n  ');
}
