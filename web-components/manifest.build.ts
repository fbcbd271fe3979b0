/**
 * The custom elements manifest (schema 2.1.0 of "custom-elements-manifest"): what editors and people who build pages
 * read about the elements. It is made of the comments at the elements' classes, and only when the code agrees: an
 * attribute, event, slot, part or variable that stands on one side alone is an error.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Documented, elementsOf, type Member, type Promised } from './manifest/documented.build.ts';
import { reach, readSources, type Source } from './manifest/sources.build.ts';
import { type Used, usedIn } from './manifest/used.build.ts';

const KINDS = {
  attributes: 'attribute',
  events: 'event',
  slots: 'slot',
  cssParts: 'part',
  cssProperties: 'variable',
} as const;

interface Read {
  element: Documented;
  used: Used;
  /** The elements in its shadow tree. */
  children: string[];
}

const nothingYet = (): Used => ({
  attributes: new Set(),
  events: new Set(),
  slots: new Set(),
  cssParts: new Set(),
  cssProperties: new Set(),
  exported: new Set(),
});

/** What one element does, with the internal elements it is made of. */
function readElement(element: Documented, all: readonly Documented[], sources: Map<string, Source>): Read {
  const used = nothingYet();
  for (const { name } of element.attributes) if (isOfProperty(element, name)) used.attributes.add(name);
  const own = reach(sources, element.path, new Set(all.map(({ path }) => path)));
  for (const source of own.files) usedIn(source, true, used);
  const children = new Set(own.stopped);
  for (const path of own.stopped) {
    if (!all.some((other) => other.path === path && other.internal)) continue;
    children.delete(path);
    const inside = reach(sources, path, new Set(all.map((other) => other.path)));
    const within = nothingYet();
    for (const source of inside.files) usedIn(source, false, within);
    for (const kind of ['attributes', 'events', 'cssProperties'] as const)
      for (const name of within[kind]) used[kind].add(name);
    // Parts of a shadow tree within ours are reached from outside only where they are passed on.
    for (const name of within.exported) used.cssParts.add(name);
    for (const name of [...within.cssParts, ...within.exported])
      if (!within.exported.has(name) || !within.cssParts.has(name))
        throw new Error(`${path}: the part "${name}" is not both in a template and in exportparts.`);
    for (const child of inside.stopped) if (child !== element.path) children.add(child);
  }
  return { element, used, children: [...children] };
}

const isOfProperty = ({ members }: Documented, attribute: string) =>
  members.some((member) => member.attribute === attribute);

/** The elements for others to use, and where comments and code differ, in words. */
export function readElements(sources = readSources()): { elements: Documented[]; wrong: string[] } {
  const all = [...sources.values()].flatMap(elementsOf);
  const reads = all.filter(({ internal }) => !internal).map((element) => readElement(element, all, sources));
  // Events bubble out of the elements within, and variables are inherited into them.
  const withChildren = ({ used, children }: Read, kind: 'events' | 'cssProperties'): Set<string> => {
    const names = new Set(used[kind]);
    for (const read of reads.filter(({ element }) => children.includes(element.path)))
      for (const name of withChildren(read, kind)) names.add(name);
    return names;
  };
  const wrong = reads.flatMap((read) => {
    const { element, used } = read;
    return Object.entries(KINDS).flatMap(([key, word]) => {
      const kind = key as keyof typeof KINDS;
      const inCode = kind === 'events' || kind === 'cssProperties' ? withChildren(read, kind) : used[kind];
      return differences(`${element.tagName}: ${word}`, element[kind], inCode);
    });
  });
  const silent = reads.flatMap(({ element }) =>
    element.members
      .filter(({ description }) => !description)
      .map(({ name }) => `${element.tagName}: ${name} says nothing`),
  );
  return { elements: reads.map(({ element }) => element), wrong: [...wrong, ...silent] };
}

function differences(what: string, written: readonly Promised[], inCode: ReadonlySet<string>): string[] {
  return [
    ...[...inCode]
      .filter((name) => !written.some((each) => each.name === name))
      .map((name) => `${what} "${name}" is in the code and not in the comment`),
    ...written
      .filter(({ name }) => !inCode.has(name))
      .map(({ name }) => `${what} "${name}" is in the comment and not in the code`),
    ...written.filter(({ description }) => !description).map(({ name }) => `${what} "${name}" says nothing`),
  ];
}

const withType = ({ type, ...rest }: Promised) => ({ ...rest, ...(type && { type: { text: type } }) });

function memberView({ kind, attribute, parameters, type, ...rest }: Member) {
  if (kind === 'field') return { kind, ...withType({ ...rest, type }), ...(attribute && { attribute }) };
  const typed = parameters?.map(({ name, type: text }) => ({ name, ...(text && { type: { text } }) }));
  return { kind, ...rest, parameters: typed, ...(type && { return: { type: { text: type } } }) };
}

function moduleOf(element: Documented) {
  const { tagName, className, path: below, description, members } = element;
  const path = `web-components/${below}`;
  const declaration = {
    kind: 'class',
    customElement: true,
    tagName,
    name: className,
    description,
    superclass: { name: 'HTMLElement' },
    attributes: element.attributes.map((attribute) => {
      const field = members.find((member) => member.attribute === attribute.name);
      return { ...withType(attribute), ...(field && { fieldName: field.name }) };
    }),
    members: members.map(memberView),
    events: element.events.map((event) => ({ ...event, type: { text: 'CustomEvent' } })),
    slots: element.slots,
    cssParts: element.cssParts,
    cssProperties: element.cssProperties,
  };
  const exported = { name: tagName, declaration: { name: className, module: path } };
  return {
    kind: 'javascript-module',
    path,
    declarations: [declaration],
    exports: [{ kind: 'custom-element-definition', ...exported }],
  };
}

/** Writes `custom-elements.json` into a folder; rejects where comments and code differ. */
export async function buildManifest(folder: string): Promise<void> {
  const { elements, wrong } = readElements();
  if (wrong.length) throw new Error(`The elements' comments do not say what they do:\n${wrong.join('\n')}`);
  const manifest = { schemaVersion: '2.1.0', modules: elements.map(moduleOf) };
  await writeFile(join(folder, 'custom-elements.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
