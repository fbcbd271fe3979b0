/** Texts of a script for the editor or wp-admin, read from its syntax tree. */
import { parse } from '@babel/parser';
import { type Comment, type Text, textOfCall, wordsOfComment } from './text-calls.ts';

/** The little of a node that is looked at. */
interface Syntax {
  type: string;
  loc?: { start: { line: number } };
  name?: string;
  value?: unknown;
  callee?: Syntax;
  property?: Syntax;
  arguments?: Syntax[];
}

/** The file's texts, from top to bottom. `wp.i18n.__` counts as `__`. */
export function textsOfScript(file: string, code: string): Text[] {
  const tree = parse(code, { sourceType: 'module', plugins: ['jsx'], sourceFilename: file });
  const comments: Comment[] = (tree.comments ?? []).map((comment) => ({
    text: wordsOfComment(comment.value),
    endLine: comment.loc?.end.line ?? 0,
  }));
  const texts: Text[] = [];
  visit(tree.program, (node) => {
    if (node.type !== 'CallExpression') return;
    const name = node.callee?.name ?? node.callee?.property?.name ?? '';
    const args = (node.arguments ?? []).map(plainString);
    const text = textOfCall({ name, args, file, line: node.loc?.start.line ?? 0 }, comments);
    if (text) texts.push(text);
  });
  return texts;
}

function plainString(node: Syntax): string | undefined {
  return node.type === 'StringLiteral' && typeof node.value === 'string' ? node.value : undefined;
}

/** Calls `look` for each node of the tree, outer ones first. */
function visit(node: unknown, look: (node: Syntax) => void): void {
  if (Array.isArray(node)) for (const one of node) visit(one, look);
  if (typeof node !== 'object' || node === null || !('type' in node)) return;
  look(node as Syntax);
  for (const [name, child] of Object.entries(node)) {
    if (name !== 'loc' && !/comments$/i.test(name)) visit(child, look);
  }
}
