/**
 * The API contract as a page to read, made from the same document that `/api/openapi.json` is. Plain HTML: it needs no
 * script, so nothing of a reader's goes anywhere.
 */
import { html, markup } from './html.ts';

interface Operation {
  summary: string;
  description: string;
  parameters: Array<{ name: string; in: string; required: boolean; schema: object }>;
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

export interface ApiDocument {
  info: { version: string; description: string };
  paths: Record<string, Record<string, Operation>>;
}

const GROUPS: Array<[prefix: string, name: string]> = [
  ['/api/v1/visitor', 'Visitors'],
  ['/api/v1/', 'Staff and automations'],
  ['', 'Pages and health'],
];

export function apiDocsPage(document: ApiDocument): string {
  const paths = Object.entries(document.paths);
  const groupOf = (path: string) => GROUPS.find(([prefix]) => path.startsWith(prefix))![1];
  const groups = GROUPS.map(([, name]) =>
    group(
      name,
      paths.filter(([path]) => groupOf(path) === name),
    ),
  );
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
</header>
<main>
${markup(groups.join('\n'))}
</main>
</body>
</html>
`;
}

function group(name: string, paths: Array<[string, Record<string, Operation>]>): string {
  const operations = paths.flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => one(method, path, operation)),
  );
  return html`<section><h2>${name}</h2>${markup(operations.join('\n'))}</section>`;
}

function one(method: string, path: string, operation: Operation): string {
  const { summary, description, parameters, requestBody } = operation;
  const [status, answer] = Object.entries(operation.responses)[0]!;
  return html`<details>
<summary><b class="${method}">${method.toUpperCase()}</b> <code>${path}</code> <span>${summary}</span></summary>
<p>${description}</p>
${markup(parameters.length > 0 ? parameterList(parameters) : '')}
${markup(requestBody ? schemas('Body', requestBody.content) : '')}
${markup(schemas(`Answer ${status}`, answer.content ?? {}))}
</details>`;
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
        html`<h3>${title} <small>${type}</small></h3><pre>${JSON.stringify(schema, null, 2)}</pre>`,
    )
    .join('');
}
