/** Two texts word by word: what both have, what only the old one has, what only the new one has. */
export interface Piece {
  text: string;
  kind: 'same' | 'old' | 'new';
}

/** Longer texts are compared as wholes: the table would have more cells than anybody waits for. */
const WORDS_MAX = 600;

export function wordDiff(old: string, now: string): Piece[] {
  if (old === now) return [{ text: old, kind: 'same' }];
  const a = wordsOf(old);
  const b = wordsOf(now);
  if (a.length > WORDS_MAX || b.length > WORDS_MAX)
    return [
      { text: old, kind: 'old' },
      { text: now, kind: 'new' },
    ];
  return joined(walk(a, b, commonLengths(a, b)));
}

/** A word with the space behind it, so that nothing is lost. */
const wordsOf = (text: string) => text.match(/\S+\s*|\s+/g) ?? [];
const isSame = (a: string | undefined, b: string | undefined) => a?.trimEnd() === b?.trimEnd();

/** The longest common subsequence of every pair of rests. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i]![j] = isSame(a[i], b[j])
        ? lengths[i + 1]![j + 1]! + 1
        : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  return lengths;
}

function walk(a: readonly string[], b: readonly string[], lengths: readonly Uint16Array[]): Piece[] {
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && isSame(a[i], b[j])) {
      pieces.push({ text: b[j]!, kind: 'same' });
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!))
      pieces.push({ text: a[i++]!, kind: 'old' });
    else pieces.push({ text: b[j++]!, kind: 'new' });
  }
  return pieces;
}

function joined(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last?.kind === piece.kind) last.text += piece.text;
    else runs.push({ ...piece });
  }
  return runs;
}
