/**
 * Slips of the finger in the domains of e-mail addresses: gmial.com, hotmail.con, outlok.com.
 */

/** Big mail services by their own label, with the top-level domain to assume when none was written. */
const PROVIDERS: ReadonlyMap<string, string> = new Map([
  ['gmail', 'com'],
  ['googlemail', 'com'],
  ['hotmail', 'com'],
  ['outlook', 'com'],
  ['yahoo', 'com'],
  ['icloud', 'com'],
  ['protonmail', 'com'],
  ['comcast', 'net'],
  ['verizon', 'net'],
]);

/** Real services whose names are one letter away from another's. */
const REAL = new Set(['mail', 'email', 'ymail', 'gmx', 'rocketmail']);

const TOP_LEVEL_SLIPS: ReadonlyMap<string, string> = new Map([
  ['con', 'com'],
  ['cmo', 'com'],
  ['ocm', 'com'],
  ['vom', 'com'],
  ['xom', 'com'],
  ['comm', 'com'],
  ['coom', 'com'],
  ['cpm', 'com'],
  ['ney', 'net'],
  ['nte', 'net'],
  ['ner', 'net'],
  ['ogr', 'org'],
  ['rog', 'org'],
]);

/** Endings that exist but hardly ever stand after one of the big services' names. */
const PROVIDER_ENDING_SLIPS: ReadonlyMap<string, string> = new Map([
  ['cm', 'com'],
  ['co', 'com'],
  ['om', 'com'],
  ['cim', 'com'],
]);

/** The domain that was probably meant, or null when the one given looks right. Expects lower-case ASCII. */
export function suggestDomain(domain: string): string | null {
  const [label = '', ...rest] = domain.split('.');
  const provider = nearestProvider(label);
  if (rest.length === 0) return provider === null ? null : `${provider}.${PROVIDERS.get(provider)}`;

  const last = rest.at(-1)!;
  const slip =
    TOP_LEVEL_SLIPS.get(last) ??
    (provider && rest.length === 1 ? PROVIDER_ENDING_SLIPS.get(last) : undefined);
  const meant = [provider ?? label, ...rest.slice(0, -1), slip ?? last].join('.');
  return meant === domain ? null : meant;
}

function nearestProvider(label: string): string | null {
  if (PROVIDERS.has(label)) return label;
  if (label.length < 4 || label.length > 12 || REAL.has(label)) return null;
  return [...PROVIDERS.keys()].find((name) => isOneSlipApart(label, name)) ?? null;
}

/** One letter wrong, missing, too many, or two neighbours swapped (Damerau-Levenshtein distance 1). */
function isOneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (a.length > b.length) return restA.slice(1) === restB;
  if (a.length < b.length) return restA === restB.slice(1);
  const isSwap = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return isSwap || restA.slice(1) === restB.slice(1);
}
