/**
 * JSON merge patches (RFC 7396) the other way round: what has to be sent to get from one value to another, and the
 * same patch laid over a third value.
 */
type Tree = Record<string, unknown>;

/** The patch that turns `from` into `to`; undefined when they are the same. Arrays are replaced whole. */
export function diffPatch(from: unknown, to: unknown): unknown {
  if (!isTree(from) || !isTree(to)) return same(from, to) ? undefined : (to ?? null);
  const patch: Tree = {};
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const part = diffPatch(from[key], to[key]);
    if (part !== undefined) patch[key] = part;
  }
  return Object.keys(patch).length > 0 ? patch : undefined;
}

/** `target` with the patch in it; neither is changed. */
export function applyPatch(target: unknown, patch: unknown): unknown {
  if (!isTree(patch)) return patch;
  const result: Tree = isTree(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = applyPatch(result[key], value);
  }
  return result;
}

/** The places that a patch changes, as `widget.accent`. */
export function pathsOf(patch: unknown, at = ''): string[] {
  if (!isTree(patch)) return at === '' ? [] : [at];
  return Object.entries(patch).flatMap(([key, value]) => pathsOf(value, at ? `${at}.${key}` : key));
}

/** `tree` with another value at a path such as `widget.consent.text`; undefined takes the place away. */
export function withValue<T>(tree: T, path: string, value: unknown): T {
  const [key = '', ...rest] = path.split('.');
  const copy = { ...(tree as Tree) };
  const next = rest.length > 0 ? withValue(copy[key] ?? {}, rest.join('.'), value) : value;
  if (next === undefined) delete copy[key];
  else copy[key] = next;
  return copy as T;
}

/** Two missing values are the same, and so are a missing one and null: a patch can't tell them apart. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
