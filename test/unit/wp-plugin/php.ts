/** The plugin's PHP files as syntax trees, and what stands behind the names in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Engine } from 'php-parser';

/** A node of php-parser's tree, loosely: each kind has properties of its own. */
export interface Node {
  kind: string;
  loc: { start: { line: number } };
  leadingComments?: { value: string }[];
  [property: string]: unknown;
}

/** One file. */
export interface PhpFile {
  path: string;
  code: string;
  /** The statements at the top, inside the namespace where there is one. */
  top: Node[];
  namespace: string | undefined;
}

/** All files together, and what they define. */
export interface Sources {
  files: PhpFile[];
  functions: Map<string, Node>;
  constants: Map<string, Node>;
}

/** Finds what is wrong in one file; each line begins with its place. */
export type Check = (file: PhpFile, sources: Sources) => string[];

/** PHP 7.4: what the plugin promises to run on. */
const engine = new Engine({
  parser: { version: 704, extractDoc: true },
  ast: { withPositions: true },
});

const ROOT = join(import.meta.dirname, '../../../wp-plugin');

/** Every PHP file of the plugin, by its path inside wp-plugin. */
export function pluginSources(): Sources {
  const paths = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.php') && !/^(node_modules|built)\b/.test(path),
  );
  return sourcesOf(Object.fromEntries(paths.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')])));
}

/** Sources of these texts by path. */
export function sourcesOf(texts: Record<string, string>): Sources {
  const files = Object.entries(texts).map(([path, code]) => readPhp(path, code));
  const sources: Sources = { files, functions: new Map(), constants: new Map() };
  for (const { top } of files)
    for (const node of top) {
      if (node.kind === 'function') sources.functions.set(identifier(node), node);
      if (node.kind !== 'constantstatement') continue;
      for (const constant of node.constants as Node[])
        sources.constants.set(identifier(constant), constant.value as Node);
    }
  return sources;
}

function readPhp(path: string, code: string): PhpFile {
  const program = engine.parseCode(code, path) as unknown as { children: Node[] };
  const namespace = program.children.find(({ kind }) => kind === 'namespace');
  const top = namespace ? (namespace.children as Node[]) : program.children;
  return { path, code, top, namespace: namespace?.name as string | undefined };
}

/** Calls `look` for a node and all below it, with those it stands in, the nearest first. */
export function walk(node: unknown, look: (node: Node, above: Node[]) => void, above: Node[] = []): void {
  if (Array.isArray(node)) for (const one of node) walk(one, look, above);
  if (!isNode(node)) return;
  look(node, above);
  for (const [name, child] of Object.entries(node))
    if (name !== 'loc' && !name.endsWith('omments')) walk(child, look, [node, ...above]);
}

/** All calls of named functions below a node. */
export function callsIn(node: unknown): { name: string; args: Node[]; node: Node; above: Node[] }[] {
  const calls: ReturnType<typeof callsIn> = [];
  walk(node, (one, above) => {
    const name = calledName(one);
    if (name) calls.push({ name, args: one.arguments as Node[], node: one, above });
  });
  return calls;
}

/** The name of the function that a call is of, without its namespace; methods have none. */
export function calledName(node: Node): string | undefined {
  const what = node.what as Node | undefined;
  return node.kind === 'call' && what?.kind === 'name' ? String(what.name).replace(/^.*\\/, '') : undefined;
}

/** The name that a function, constant or parameter has. */
export function identifier(node: Node): string {
  return String((node.name as { name: string }).name ?? node.name);
}

/** A text as far as it is known from the sources; what is only known when it runs is a star. */
export function textOf(node: Node | undefined, sources: Sources): string {
  switch (node?.kind) {
    case 'string':
    case 'number':
      return String(node.value);
    case 'bin':
      return node.type === '.'
        ? textOf(node.left as Node, sources) + textOf(node.right as Node, sources)
        : '*';
    case 'encapsed':
      return (node.value as Node[]).map((part) => textOf(part.expression as Node, sources)).join('');
    case 'magic':
      return node.value === '__NAMESPACE__' ? 'Parlour' : '*';
    case 'name': {
      const constant = sources.constants.get(String(node.name));
      return constant ? textOf(constant, sources) : '*';
    }
    case 'call': {
      const called = sources.functions.get(calledName(node) ?? '');
      const answers = called ? returnsOf(called).map((answer) => textOf(answer, sources)) : [];
      return answers.length === 1 ? answers[0]! : '*';
    }
    default:
      return '*';
  }
}

/** What a function returns: the expressions, without those of functions inside it. */
export function returnsOf(fn: Node): Node[] {
  const found: Node[] = [];
  walk(fn.body, (node, above) => {
    if (node.kind === 'return' && node.expr && !above.some(({ kind }) => kind === 'closure'))
      found.push(node.expr as Node);
  });
  return found;
}

/** The function that stands at the top of the file around a node, if any. */
export function functionAround(above: Node[]): Node | undefined {
  return above.find(({ kind }) => kind === 'function' || kind === 'method' || kind === 'closure');
}

/** One line of what is wrong. */
export function problem(file: PhpFile, node: Node, words: string): string {
  return `${file.path}:${node.loc.start.line}: ${words}`;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
