/** The code of the elements as syntax trees, and what imports what. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from '@babel/parser';
import type { Node, Program } from '@babel/types';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** One file; `path` is below web-components. */
export interface Source {
  path: string;
  code: string;
  program: Program;
}

/** Every file of the elements, by path; a text given for one stands in for what is in the file. */
export function readSources(instead: Record<string, string> = {}): Map<string, Source> {
  const paths = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('build.ts') && !path.startsWith('states/'))
    .sort();
  return new Map(
    paths.map((path) => {
      const code = instead[path] ?? readFileSync(join(ROOT, path), 'utf8');
      const { program } = parse(code, { sourceType: 'module', plugins: ['typescript'] });
      return [path, { path, code, program }];
    }),
  );
}

/** Visits a node and all below it; `above` are those around it, the nearest first. */
export function walk(
  node: Node,
  visit: (node: Node, above: readonly Node[]) => void,
  above: Node[] = [],
): void {
  visit(node, above);
  for (const [key, value] of Object.entries(node)) {
    if (/^(loc|extra|\w*[cC]omments)$/.test(key)) continue;
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child?.type === 'string') walk(child as Node, visit, [node, ...above]);
  }
}

/** The files of the elements that one imports, types too: the loader knows its app by its types alone. */
function importsOf({ path, program }: Source): string[] {
  return program.body.flatMap((line) => {
    if (line.type !== 'ImportDeclaration' && line.type !== 'ExportNamedDeclaration') return [];
    const to = line.source?.value;
    return to?.startsWith('.') ? [relative(ROOT, join(ROOT, dirname(path), to)).replaceAll('\\', '/')] : [];
  });
}

/** What a file reaches by imports, itself first; `stop` names files that are not entered, and they are answered apart. */
export function reach(
  sources: ReadonlyMap<string, Source>,
  from: string,
  stop: ReadonlySet<string>,
): { files: Source[]; stopped: string[] } {
  const seen = new Set<string>();
  const stopped = new Set<string>();
  const enter = (path: string) => {
    const source = sources.get(path);
    if (!source || seen.has(path)) return;
    if (path !== from && stop.has(path)) return void stopped.add(path);
    seen.add(path);
    importsOf(source).forEach(enter);
  };
  enter(from);
  return { files: [...seen].map((path) => sources.get(path)!), stopped: [...stopped] };
}
