/** Calls of the API on the page that shows it: what to type, and what came back when it was really called. */
import type { ApiExample } from '../http/contract/examples.ts';
import { html, markup } from './html.ts';

/** Who may call, as the contract says it: names of security schemes. */
export type Security = ReadonlyArray<Record<string, unknown>>;

/** What to type for each kind of caller; the first that the route takes is shown. */
const CREDENTIALS: Array<[scheme: string, option: string]> = [
  ['apiKey', '-H "Authorization: Bearer $PARLOUR_KEY"'],
  ['visitor', '-H "Authorization: Bearer $VISITOR_TOKEN"'],
  ['staff', '-b "parlour=$SIGN_IN" -H "Origin: $PARLOUR"'],
];

/** One example, folded: the curl line with its body, unless no method is given, then the answer. */
export function exampleCall(method: string | null, example: ApiExample, security: Security): string {
  const { title, status, answer, type } = example;
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer, null, 2);
  return html`<details class="example"><summary><b class="${status < 400 ? 'ok' : 'refused'}">${String(status)}</b> <span>${title}</span></summary>
${markup(method === null ? '' : html`<pre>${curlLine(method, example, security)}</pre>`)}
${markup(answer === undefined ? html`<p>No body.</p>` : html`<pre>${text}</pre>`)}
${markup(type ? html`<p><small>${type}</small></p>` : '')}
</details>`;
}

function curlLine(method: string, { path, body, type }: ApiExample, security: Security): string {
  const credentials = CREDENTIALS.find(([scheme]) => security.some((one) => scheme in one))?.[1];
  const parts = [
    `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}"$PARLOUR${path}"`,
    ...(credentials ? [credentials] : []),
    ...(type === 'text/event-stream' ? ['-N -H "Accept: text/event-stream"'] : []),
    ...(body === undefined ? [] : [`--json '${JSON.stringify(body).replaceAll("'", "'\\''")}'`]),
  ];
  return parts.join(' \\\n  ');
}
