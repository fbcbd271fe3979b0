/** Finds words for people in the dashboard's code, which belong into dashboard/languages. */
import { readFileSync } from 'node:fs';
import { parse } from '@babel/parser';
import type { Node, StringLiteral, TemplateLiteral } from '@babel/types';

/** Attributes that are shown or read out; all others hold names, addresses and switches. */
const SHOWN =
  /\s(?:aria-(?:label|description|placeholder|roledescription|valuetext)|title|placeholder|alt|label|heading|text|lead|help-text|hint|note|sentence|problem|action|summary)=(?:"([^"]*)"|([^\s>]*))/g;
const WORD = /\p{L}{2,}/u;
/** A sentence, or a word that begins one. */
const SENTENCE = /\p{L}[\p{Ll}’',;:.…]+ \p{L}|^\p{Lu}\p{Ll}+[.…?]?$/u;
/** Calls whose strings are for the browser or for programmers. */
const TECHNICAL =
  /^(querySelector(All)?|closest|matches|matchMedia|getPropertyValue|setProperty|Error|TypeError|RegExp|define|split)$/;

type Found = (node: Node, text: string) => void;

/** What reads like a text in one file, as "file:line text". */
export function literalTexts(file: string, code = readFileSync(file, 'utf8')): string[] {
  const { program } = parse(code, { sourceType: 'module', plugins: ['typescript'] });
  const found: string[] = [];
  visit(program, null, (node, text) => {
    found.push(`${file}:${node.loc?.start.line} ${text.trim().replaceAll(/\s+/g, ' ')}`);
  });
  return found;
}

function visit(node: Node, parent: Node | null, found: Found): void {
  if (
    /^(TS\w*(Type|Types|Declaration|Keyword|Reference|Annotation)|Import\w*|Export(All|Named)Declaration)$/.test(
      node.type,
    )
  ) {
    // What is exported where it is made is code like any other.
    if (!('declaration' in node) || !node.declaration) return;
  }
  if (node.type === 'TaggedTemplateExpression') {
    const tag = node.tag.type === 'Identifier' ? node.tag.name : '';
    if (tag === 'html') for (const text of shownIn(node.quasi)) found(node, text);
    if (tag !== 'css') for (const part of node.quasi.expressions) visit(part, node, found);
    return;
  }
  if (
    (node.type === 'CallExpression' || node.type === 'NewExpression') &&
    TECHNICAL.test(calledName(node.callee))
  )
    return;
  if (node.type === 'StringLiteral' && !isName(node, parent) && SENTENCE.test(node.value))
    found(node, node.value);
  if (node.type === 'TemplateLiteral') {
    const text = node.quasis.map(({ value }) => value.cooked ?? '').join('…');
    if (SENTENCE.test(text)) found(node, text);
  }
  for (const child of childrenOf(node)) visit(child, node, found);
}

/** The words between the tags of a template, and those in attributes that people meet. */
function shownIn(template: TemplateLiteral): string[] {
  const markup = template.quasis.map(({ value }) => value.cooked ?? '').join('\u0000');
  const between = markup.replaceAll(/<[^>]*>/g, '\u0000').split('\u0000');
  const attributes = [...markup.matchAll(SHOWN)].flatMap(([, quoted, bare]) =>
    (quoted ?? bare ?? '').split('\u0000'),
  );
  return [...between, ...attributes].filter((text) => WORD.test(text.replaceAll(/&\w+;/g, '')));
}

function childrenOf(node: Node): Node[] {
  return Object.entries(node)
    .filter(([key]) => !/^(loc|\w*[cC]omments|extra|typeAnnotation|typeParameters|typeArguments)$/.test(key))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter((value): value is Node => typeof value?.type === 'string');
}

function calledName(callee: Node): string {
  if (callee.type === 'MemberExpression')
    return callee.property.type === 'Identifier' ? callee.property.name : '';
  return callee.type === 'Identifier' ? callee.name : '';
}

/** Keys of objects and what is compared with: names, which nobody reads. */
function isName(node: StringLiteral, parent: Node | null): boolean {
  if (parent?.type === 'ObjectProperty') return parent.key === node;
  if (parent?.type === 'BinaryExpression') return /^[!=]==?$/.test(parent.operator);
  return (
    parent?.type === 'MemberExpression' || parent?.type === 'SwitchCase' || parent?.type === 'TSLiteralType'
  );
}
