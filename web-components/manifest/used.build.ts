/** What the code of an element really does, read from its syntax tree: the other side of what its comments promise. */
import type { CallExpression, Node } from '@babel/types';
import { type Source, walk } from './sources.build.ts';

/** Names by kind. `exported` are the parts that an internal element passes on from its own shadow tree. */
export interface Used {
  attributes: Set<string>;
  events: Set<string>;
  slots: Set<string>;
  cssParts: Set<string>;
  cssProperties: Set<string>;
  exported: Set<string>;
}

/** Attributes are asked for and set by these; `#said` is the loader's own way to ask. */
const BY_NAME = /^(get|set|has|remove|toggle)Attribute$|^said$/;

const TOKEN = '--parlour-';

/** The name of what is called: `this.#said(…)` and `said(…)` are both `said`. */
function calledName({ callee }: CallExpression): string {
  const named = callee.type === 'MemberExpression' ? callee.property : callee;
  return named.type === 'PrivateName' ? named.id.name : named.type === 'Identifier' ? named.name : '';
}

/** What a call is asked of: `this`, `host` for `this.host` and `host` alike. */
function calledOn({ callee }: CallExpression): string {
  if (callee.type !== 'MemberExpression') return '';
  return shortName(callee.object);
}

function shortName(node: Node): string {
  if (node.type === 'ThisExpression') return 'this';
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' && node.property.type === 'Identifier' ? node.property.name : '';
}

/** The texts that an expression may stand for; undefined where that is not written beside it. */
function literals(node: Node | undefined, above: readonly Node[]): string[] | undefined {
  if (node?.type === 'StringLiteral') return [node.value];
  if (node?.type !== 'Identifier') return undefined;
  for (const around of above) {
    if (around.type !== 'ForOfStatement' || around.left.type !== 'VariableDeclaration') continue;
    const [each] = around.left.declarations;
    if (each?.id.type !== 'Identifier' || each.id.name !== node.name) continue;
    const list = around.right.type === 'TSAsExpression' ? around.right.expression : around.right;
    if (list.type === 'ArrayExpression')
      return list.elements.flatMap((element) => (element?.type === 'StringLiteral' ? [element.value] : []));
  }
  return undefined;
}

/** The function that makes a name of what it is given: `tell` for "tell(name) { … `parlour-${name}` }". */
function makerAround(above: readonly Node[]): string {
  for (const around of above) {
    if (around.type === 'ClassMethod' && around.key.type === 'Identifier') return around.key.name;
    if (around.type === 'VariableDeclarator' && around.id.type === 'Identifier') return around.id.name;
  }
  return '';
}

/** What a file does by itself. `outer` are files whose `:host` and templates are the element's own. */
export function usedIn({ path, program }: Source, outer: boolean, into: Used): void {
  const makers = new Map<string, Set<string>>();
  const choices = new Set<string>();
  walk(program, (node, above) => {
    if (node.type === 'TemplateLiteral' || node.type === 'StringLiteral') readText(node, above, outer, into);
    if (node.type === 'TemplateLiteral') {
      const [begin] = node.quasis;
      const kind = above[0]?.type === 'NewExpression' ? into.events : into.cssProperties;
      if (/^(--)?parlour-$/.test(begin?.value.raw ?? '')) makers.set(makerAround(above), kind);
    }
    // A colour that is chosen by data is one of the names its type lists.
    if (node.type === 'TSTypeAliasDeclaration' && /Colour$/.test(node.id.name))
      walk(node, (part) => part.type === 'StringLiteral' && choices.add(part.value));
    if (
      node.type === 'NewExpression' &&
      node.callee.type === 'Identifier' &&
      /Event$/.test(node.callee.name)
    ) {
      const [name] = node.arguments;
      if (name?.type === 'StringLiteral') into.events.add(name.value);
    }
    if (outer && node.type === 'MemberExpression' && /^(this|host)$/.test(shortName(node.object)))
      if (node.property.type === 'Identifier' && node.property.name === 'title')
        // `title` is an attribute that every element reads by a property.
        into.attributes.add('title');
    if (node.type === 'CallExpression') readCall(path, node, above, outer, into);
  });
  walk(program, (node) => {
    if (node.type !== 'CallExpression') return;
    const kind = makers.get(calledName(node));
    const [name] = node.arguments;
    if (kind !== into.cssProperties || !name) return;
    for (const each of name.type === 'StringLiteral' ? [name.value] : choices) kind.add(TOKEN + each);
  });
}

function readCall(
  path: string,
  node: CallExpression,
  above: readonly Node[],
  outer: boolean,
  into: Used,
): void {
  const name = calledName(node);
  const on = calledOn(node);
  const [first, second] = node.arguments;
  if (name === 'tell') for (const each of literals(first, above) ?? []) into.events.add(`parlour-${each}`);
  if (!outer && name === 'setAttribute' && on === 'this' && literals(first, above)?.[0] === 'exportparts')
    for (const part of literals(second, above)![0]!.split(/[ ,]+/)) into.exported.add(part);
  if (!BY_NAME.test(name) || !(outer ? /^(this|host|place)$/ : /^(host|place)$/).test(on)) return;
  const names = literals(first, above);
  // The asking method itself passes on the name that it is given.
  const passesOn = above.some(
    (around) => around.type === 'ClassPrivateMethod' && around.key.id.name === 'said',
  );
  if (!names && !passesOn)
    throw new Error(`${path}:${node.loc?.start.line} asks for an attribute whose name can't be read there.`);
  for (const each of names ?? []) into.attributes.add(each);
}

/** Markup and CSS are texts of the code. */
function readText(node: Node, above: readonly Node[], outer: boolean, into: Used): void {
  const text =
    node.type === 'TemplateLiteral'
      ? node.quasis.map(({ value }) => value.cooked).join('\0')
      : literals(node, [])![0]!;
  for (const [, name] of text.matchAll(/var\((--parlour-[\w-]+)/g)) into.cssProperties.add(name!);
  if (outer)
    for (const [, inside] of text.matchAll(/:host\(((?:[^()]|\([^()]*\))*)\)/g))
      for (const [, name] of inside!.matchAll(/\[([\w-]+)/g)) into.attributes.add(name!);
  const [tagged] = above;
  if (tagged?.type !== 'TaggedTemplateExpression' || shortName(tagged.tag) !== 'html') return;
  for (const [, parts] of text.matchAll(/\s(?:export)?parts?="([^"]+)"/g))
    for (const part of parts!.split(/[ ,]+/)) into.cssParts.add(part.split(':').at(-1)!);
  if (outer) for (const [, name = ''] of text.matchAll(/<slot(?: name="([\w-]+)")?/g)) into.slots.add(name);
}
