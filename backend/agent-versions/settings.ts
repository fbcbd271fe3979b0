/**
 * Everything that decides how a site's assistant answers, as a flat list of paths and texts: good to hash, to compare
 * and to read. A secret is only there or not.
 */
import { createHash } from 'node:crypto';
import { cutText } from '../agents/plain-text.ts';
import type { Site } from '../models/site.ts';
import { mapSecrets, type Tree } from '../sites/secrets.ts';

export type FlatSettings = Record<string, string>;

/** Stands for a secret, which is never part of a version. */
export const SECRET = '(secret)';
const NAME_MAX = 120;

/** A page of the site's knowledge, told from another by its digest: it may be as long as a book. */
export interface PageDigest {
  title: string;
  length: number;
  digest: string;
}

/** @param pages what the assistant can look up besides the questions and answers of its settings */
export function flatSettings(
  { agent, lead, widget }: Pick<Site, 'agent' | 'lead' | 'widget'>,
  pages: readonly PageDigest[],
): FlatSettings {
  const bare = mapSecrets({ agent } as Tree, () => SECRET).agent as Site['agent'];
  const flat: FlatSettings = {};
  const { guided, ...others } = bare;
  flatten(others, 'agent', flat);
  if (guided?.steps) flatten(guided.steps, 'agent.guided.steps', flat);
  flatten(widget.greeting, 'widget.greeting', flat);
  // The order of the fields is the order of the questions.
  flatten(
    lead.fields.map(({ name }) => name),
    'lead.fields',
    flat,
  );
  for (const { name, ...field } of lead.fields) flatten(field, `lead.fields[${name}]`, flat);
  for (const { question, answer } of guided?.knowledge ?? [])
    flat[unused(`knowledge[${cutText(question, NAME_MAX)}]`, flat)] = answer;
  for (const { title, length, digest } of pages)
    flat[unused(`page[${cutText(title, NAME_MAX)}]`, flat)] =
      `${length} characters, fingerprint ${digest.slice(0, 8)}`;
  return flat;
}

function flatten(value: unknown, path: string, flat: FlatSettings): void {
  if (value === null || value === undefined || value === '') return;
  if (typeof value !== 'object') flat[path] = String(value);
  else if (!Array.isArray(value))
    for (const [name, inner] of Object.entries(value)) flatten(inner, `${path}.${name}`, flat);
  else if (value.every((item) => typeof item !== 'object')) flat[path] = value.join(', ');
  else for (const [index, item] of value.entries()) flatten(item, `${path}[${index + 1}]`, flat);
}

/** Two entries may ask the same. */
function unused(path: string, flat: FlatSettings): string {
  let free = path;
  for (let count = 2; free in flat; count++) free = `${path} (${count})`;
  return free;
}

/** The same for the same settings, in whatever order they came. */
export function hashOf(flat: FlatSettings): string {
  const sorted = Object.entries(flat).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 16);
}
