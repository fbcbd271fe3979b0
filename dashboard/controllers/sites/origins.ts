/**
 * Reads addresses as people paste them: whole URLs, without https, several in a line. What a browser calls the origin
 * is left of each (RFC 6454), and what was changed is said.
 */
import { siteTexts } from '../../languages/en/sites.ts';

const LIMIT = 50;
const texts = siteTexts.origins;

export interface ReadOrigins {
  origins: string[];
  /** What was made of something else, in words. */
  notes: string[];
  /** What could not be read; while there is one, nothing can be saved. */
  problem: string;
}

/** Every address of a text, each once, in its order. */
export function readOrigins(text: string): ReadOrigins {
  const found = new Set<string>();
  const notes = new Set<string>();
  let problem = '';
  for (const line of text.split(/[\s,;]+/).filter(Boolean)) {
    if (line.includes('*')) {
      problem ||= texts.wildcard(line);
      continue;
    }
    const origin = originOf(line);
    if (!origin) {
      problem ||= texts.unreadable(line);
      continue;
    }
    found.add(origin);
    const plain = line.replace(/\/$/, '').toLowerCase();
    if (plain === origin) continue;
    const hasMore = /^(https?:\/\/)?[^/?#]+[/?#]./i.test(line);
    notes.add(hasMore ? texts.shortened(line, origin) : texts.https(origin));
  }
  if (found.size > LIMIT) problem ||= texts.tooMany;
  return { origins: [...found], notes: [...notes], problem };
}

/** The origin of an address, or null for what is none. A machine of one's own is taken as http, the rest as https. */
export function originOf(address: string): string | null {
  const text = address.trim();
  const scheme = /^[a-z][a-z\d+.-]*:\/\//i.exec(text)?.[0].toLowerCase();
  if (scheme && scheme !== 'http://' && scheme !== 'https://') return null;
  try {
    const { hostname } = new URL(scheme ? text : `https://${text}`);
    const isLocal = hostname === 'localhost' || /^(127\.|192\.168\.|10\.|\[)/.test(hostname);
    if (!isLocal && !/^[^.]+(\.[^.]+)+$/.test(hostname)) return null;
    return new URL(scheme ? text : `${isLocal ? 'http' : 'https'}://${text}`).origin;
  } catch {
    return null;
  }
}

/** The same website with or without www, where only one of the two is in the list. */
export function missingTwins(origins: readonly string[]): string[] {
  const twins = origins.flatMap((origin) => {
    const { hostname } = new URL(origin);
    if (hostname.startsWith('www.')) return [origin.replace('://www.', '://')];
    // A name under another one (shop.example.com) seldom has a www of its own.
    return hostname.split('.').length === 2 ? [origin.replace('://', '://www.')] : [];
  });
  return twins.filter((twin) => !origins.includes(twin));
}
