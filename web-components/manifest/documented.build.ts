/** What the comments and types of an element's class promise to those who use it. */
import type { ClassDeclaration, ClassMethod, ClassProperty, Node } from '@babel/types';
import { type Source, walk } from './sources.build.ts';

/** Something with a name that is promised; `type` as TypeScript writes it. */
export interface Promised {
  name: string;
  description: string;
  type?: string;
}

/** A property, or a method with its parameters. */
export interface Member extends Promised {
  kind: 'field' | 'method';
  parameters?: { name: string; type?: string }[];
  /** The attribute that sets the property, where there is one. */
  attribute?: string;
}

/** One element. An internal one is a part of another and promises nothing by itself. */
export interface Documented {
  tagName: string;
  className: string;
  path: string;
  description: string;
  internal: boolean;
  attributes: Promised[];
  events: Promised[];
  slots: Promised[];
  cssParts: Promised[];
  cssProperties: Promised[];
  members: Member[];
}

interface Comment {
  description: string;
  tags: { tag: string; text: string }[];
}

/** The JSDoc comment right above something. */
function commentOf(node: Node): Comment {
  const lines = (node.leadingComments?.at(-1)?.value ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, ''));
  const [description = '', ...tags] = lines.join('\n').split(/^@/m);
  const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
  return {
    description: flat(description),
    tags: tags.map((text) => {
      const [, tag = '', rest = ''] = /^(\w+)\s*(.*)$/s.exec(text)!;
      return { tag, text: flat(rest) };
    }),
  };
}

/** `name - what it is`; a slot without a name is the default one. */
function promised({ tags }: Comment, wanted: string): Promised[] {
  return tags
    .filter(({ tag }) => tag === wanted)
    .map(({ text }) => {
      const [, name = '', description = ''] = /^([\w-]*) ?-? ?(.*)$/.exec(text)!;
      return { name, description };
    });
}

const typed = (code: string, node: Node | null | undefined): { type?: string } =>
  node?.type === 'TSTypeAnnotation'
    ? { type: code.slice(node.typeAnnotation.start!, node.typeAnnotation.end!).replace(/\s+/g, ' ') }
    : {};

/** By property: the attribute that sets it, or false for one that is set by property alone. State is left out. */
function reactive(body: ClassDeclaration['body']['body']): Map<string, string | false> {
  const list = body.find(
    (part): part is ClassProperty =>
      part.type === 'ClassProperty' && part.key.type === 'Identifier' && part.key.name === 'properties',
  )?.value;
  const found = new Map<string, string | false>();
  if (list?.type !== 'ObjectExpression') return found;
  for (const entry of list.properties) {
    if (entry.type !== 'ObjectProperty' || entry.key.type !== 'Identifier') continue;
    const options = entry.value.type === 'ObjectExpression' ? entry.value.properties : [];
    const says = (option: string) =>
      options.some(
        (each) =>
          each.type === 'ObjectProperty' && each.key.type === 'Identifier' && each.key.name === option,
      );
    const { name } = entry.key;
    if (!says('state') && entry.value.type === 'ObjectExpression')
      found.set(name, says('attribute') ? false : name.toLowerCase());
  }
  return found;
}

function memberOf(
  code: string,
  part: ClassMethod | ClassProperty,
  attribute?: string | false,
): Member | undefined {
  if (part.key.type !== 'Identifier' || part.static || part.accessibility || part.override) return undefined;
  const { description, tags } = commentOf(part);
  // What has neither a sentence nor an attribute is for the elements among themselves.
  if (tags.some(({ tag }) => tag === 'internal') || (!description && attribute === undefined))
    return undefined;
  const { name } = part.key;
  if (part.type === 'ClassProperty')
    return {
      kind: 'field',
      name,
      description,
      ...typed(code, part.typeAnnotation),
      ...(attribute && { attribute }),
    };
  if (part.kind !== 'method') return undefined;
  const parameters = part.params.map((each) => {
    const plain = each.type === 'AssignmentPattern' ? each.left : each;
    return {
      name: plain.type === 'Identifier' ? plain.name : '',
      ...typed(code, 'typeAnnotation' in plain ? plain.typeAnnotation : null),
    };
  });
  return { kind: 'method', name, description, ...typed(code, part.returnType), parameters };
}

/** The elements that a file registers. */
export function elementsOf({ path, code, program }: Source): Documented[] {
  const classes = new Map<string, { node: ClassDeclaration; comment: Comment }>();
  const found: Documented[] = [];
  walk(program, (node, [parent]) => {
    if (node.type !== 'ClassDeclaration' || !node.id) return;
    const comment = commentOf(parent?.type === 'ExportNamedDeclaration' ? parent : node);
    classes.set(node.id.name, { node, comment });
  });
  walk(program, (node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return;
    const { object, property } = node.callee;
    const [tag, made] = node.arguments;
    if (object.type !== 'Identifier' || object.name !== 'customElements') return;
    if (property.type !== 'Identifier' || property.name !== 'define') return;
    if (tag?.type !== 'StringLiteral' || made?.type !== 'Identifier') return;
    const { node: written, comment } = classes.get(made.name)!;
    const attributes = reactive(written.body.body);
    const members = written.body.body.flatMap((part) => {
      if (part.type !== 'ClassMethod' && part.type !== 'ClassProperty') return [];
      const name = part.key.type === 'Identifier' ? part.key.name : '';
      return memberOf(code, part, attributes.get(name)) ?? [];
    });
    const set = members.flatMap(({ attribute, description, type }) =>
      attribute ? [{ name: attribute, description, ...(type && { type }) }] : [],
    );
    found.push({
      tagName: tag.value,
      className: made.name,
      path,
      description: comment.description,
      internal: comment.tags.some((each) => each.tag === 'internal'),
      attributes: [...promised(comment, 'attr'), ...set],
      events: promised(comment, 'fires'),
      slots: promised(comment, 'slot'),
      cssParts: promised(comment, 'csspart'),
      cssProperties: promised(comment, 'cssprop'),
      members,
    });
  });
  return found;
}
