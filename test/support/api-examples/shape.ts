/** What a kept example and a fresh one must have in common: names and kinds of values, not the values. */

/** Lists of kinds by path, such as `items[].lead.name: string`. What is null once may be something the next time. */
export function shapeOf(value: unknown): Map<string, Set<string>> {
  const shape = new Map<string, Set<string>>();
  const look = (inner: unknown, path: string) => {
    const kind = inner === null ? 'null' : Array.isArray(inner) ? 'array' : typeof inner;
    if (!shape.has(path)) shape.set(path, new Set());
    shape.get(path)!.add(kind);
    if (Array.isArray(inner)) for (const item of inner) look(item, `${path}[]`);
    else if (inner && typeof inner === 'object')
      for (const [name, part] of Object.entries(inner)) look(part, `${path}.${name}`);
  };
  look(value, '');
  return shape;
}

/** @returns the paths at which two values are of different shapes; none where they are alike */
export function differences(kept: unknown, fresh: unknown): string[] {
  const [one, other] = [shapeOf(kept), shapeOf(fresh)];
  const open = new Set<string>();
  // What lies within a list that is empty, or an object that is null, on one side can't be compared.
  for (const shape of [one, other])
    for (const [path, kinds] of shape) {
      if (kinds.has('array') && !shape.has(`${path}[]`)) open.add(`${path}[]`);
      if (kinds.has('null')) open.add(`${path}.`).add(`${path}[]`);
    }
  const isOpen = (path: string) => [...open].some((start) => path.startsWith(start));
  const found: string[] = [];
  for (const path of new Set([...one.keys(), ...other.keys()])) {
    if (isOpen(path)) continue;
    const kinds = [one.get(path), other.get(path)];
    const isAlike = kinds.every((kind) => kind) && [...kinds[0]!].some((kind) => kinds[1]!.has(kind));
    const mayBeNull = kinds.every((kind) => kind) && kinds.some((kind) => kind!.has('null'));
    if (!isAlike && !mayBeNull) found.push(path);
  }
  return found;
}
