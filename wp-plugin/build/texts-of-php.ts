/** Texts of a PHP file, read from its syntax tree. */
import { Engine, type Node } from 'php-parser';
import { type Comment, type Text, textOfCall, wordsOfComment } from './text-calls.ts';

const engine = new Engine({ parser: { extractDoc: true }, ast: { withPositions: true } });

/** The little of a node that is looked at. */
interface Syntax {
  kind: string;
  loc: { start: { line: number }; end: { line: number } };
  what?: { kind: string; name: string };
  arguments?: (Syntax & { value?: unknown })[];
  value?: unknown;
}

/** The file's texts, from top to bottom. */
export function textsOfPhp(file: string, code: string): Text[] {
  const program = engine.parseCode(code, file);
  const comments: Comment[] = (program.comments ?? []).map((comment) => ({
    text: wordsOfComment(String(comment.value)),
    endLine: comment.loc?.end.line ?? 0,
  }));
  const texts: Text[] = [];
  visit(program, (node) => {
    if (node.kind !== 'call' || node.what?.kind !== 'name') return;
    const text = textOfCall(
      {
        name: node.what.name.replace(/^\\/, ''),
        args: (node.arguments ?? []).map(plainString),
        file,
        line: node.loc.start.line,
      },
      comments,
    );
    if (text) texts.push(text);
  });
  return texts;
}

function plainString(node: { kind: string; value?: unknown }): string | undefined {
  return node.kind === 'string' && typeof node.value === 'string' ? node.value : undefined;
}

/** Calls `look` for each node of the tree, outer ones first. */
function visit(node: Node | unknown, look: (node: Syntax) => void): void {
  if (Array.isArray(node)) for (const one of node) visit(one, look);
  if (typeof node !== 'object' || node === null || !('kind' in node)) return;
  look(node as Syntax);
  for (const [name, child] of Object.entries(node)) {
    if (name !== 'loc' && !/comments$/i.test(name)) visit(child, look);
  }
}
