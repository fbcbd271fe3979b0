/**
 * The API contract as a page to read, made from the same document that `/api/openapi.json` is. Plain HTML: it needs no
 * script, so nothing of a reader's goes anywhere.
 */
import { ERROR_EXAMPLES, examplesOf } from '../http/contract/examples.ts';
import { exampleCall, exampleRefusal, plainCall, type Security } from './api-calls.ts';
import { html, markup } from './html.ts';

interface Operation {
  operationId: string;
  tags: string[];
  security: Security;
  summary: string;
  description: string;
  parameters: Array<{ name: string; in: string; required: boolean; schema: object }>;
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

export interface ApiDocument {
  info: { version: string; description: string };
  tags: Array<{ name: string }>;
  paths: Record<string, Record<string, Operation>>;
  components: { securitySchemes: { staff: { name: string } } };
}

/** What every call has in common. */
const ERRORS_NOTE =
  'Every refusal has this form. `id` is for programs, `message` for people; `requestId` finds it in the log.';

export function apiDocsPage(document: ApiDocument): string {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  const names = document.tags.map(({ name }) => name);
  const cookie = document.components.securitySchemes.staff.name;
  const groups = names.map((name) =>
    group(
      name,
      all.filter(({ operation }) => operation.tags[0] === name),
      cookie,
    ),
  );
  const links = [...names, 'Errors'].map((name) => html`<li><a href="#${anchorOf(name)}">${name}</a></li>`);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Parlour API ${document.info.version}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/pages/api-docs.css">
</head>
<body>
<header>
<h1>Parlour API <small>${document.info.version}</small></h1>
<p>${document.info.description} The same as a file for programs: <a href="/api/openapi.json">openapi.json</a>.</p>
<p>The examples were really run. In them <code>PARLOUR</code> is this address, <code>PARLOUR_KEY</code> an API key,
<code>VISITOR_TOKEN</code> what opening a conversation answers, <code>SIGN_IN</code> the cookie that signing in sets.</p>
<nav aria-label="Parts"><ul>${markup(links.join(''))}</ul></nav>
</header>
<main>
${markup(groups.join('\n'))}
${markup(errors())}
</main>
</body>
</html>
`;
}

const anchorOf = (name: string) => name.toLowerCase().replace(/[^a-z]+/g, '-');

interface Called {
  method: string;
  path: string;
  operation: Operation;
}

function group(name: string, operations: Called[], cookie: string): string {
  const calls = operations.map((operation) => one(operation, cookie));
  return html`<section id="${anchorOf(name)}"><h2>${name}</h2>${markup(calls.join('\n'))}</section>`;
}

function one({ method, path, operation }: Called, cookie: string): string {
  const { operationId, summary, description, parameters, requestBody, responses, security } = operation;
  const [status, answer] = Object.entries(responses)[0]!;
  const refusals = Object.keys(responses).slice(1).join(', ');
  const declared = path.replace(/\{([^}]+)\}/g, ':$1');
  const examples = examplesOf(`${method.toUpperCase()} ${declared}`);
  const sameOrigin = parameters.some(({ name }) => name === 'Origin');
  const caller = { security, cookie, sameOrigin };
  const calls = examples.map((example) => exampleCall(method, example, caller));
  if (calls.length === 0 && method === 'get') calls.push(plainCall(method, path, caller));
  return html`<details id="${operationId}">
<summary><b class="${method}">${method.toUpperCase()}</b> <code>${path}</code> <span>${summary}</span></summary>
<p>${description} <a href="#${operationId}">Link</a></p>
${markup(calls.join('\n'))}
${markup(parameters.length > 0 ? parameterList(parameters) : '')}
${markup(requestBody ? schemas('Body', requestBody.content) : '')}
${markup(schemas(`Answer ${status}`, answer.content ?? {}))}
<p>May be refused with ${refusals}: <a href="#errors">Errors</a>.</p>
</details>`;
}

function errors(): string {
  const calls = Object.values(ERROR_EXAMPLES).flat().map(exampleRefusal);
  return html`<section id="errors"><h2>Errors</h2><p>${ERRORS_NOTE}</p>${markup(calls.join('\n'))}</section>`;
}

function parameterList(parameters: Operation['parameters']): string {
  const rows = parameters.map(
    ({ name, in: where, required, schema }) =>
      html`<tr><td><code>${name}</code></td><td>${where}${required ? '' : ', optional'}</td><td><code>${JSON.stringify(schema)}</code></td></tr>`,
  );
  return html`<h3>Parameters</h3><table>${markup(rows.join(''))}</table>`;
}

function schemas(title: string, content: Record<string, { schema: object }>): string {
  const kinds = Object.entries(content);
  if (kinds.length === 0) return html`<h3>${title}</h3><p>No body.</p>`;
  return kinds
    .map(
      ([type, { schema }]) =>
        html`<details class="example"><summary>${title}, its form <small>${type}</small></summary><pre>${JSON.stringify(schema, null, 1)}</pre></details>`,
    )
    .join('');
}
