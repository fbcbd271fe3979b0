/**
 * What is being written and not sent, by conversation. Going away and coming back loses nothing, and neither does
 * loading the page again where the app does it itself: then the drafts wait in this tab's storage for a moment.
 */
const kept = new Map<string, ReadonlyMap<string, unknown>>();
const keyOf = (name: string) => `parlour.drafts.${name}`;

/** The drafts of one kind, with those that a page loaded again has left; `name` tells the kinds apart. */
export function draftsOf<T>(name: string): Map<string, T> {
  const drafts = new Map<string, T>(taken(keyOf(name)) as [string, T][]);
  kept.set(name, drafts);
  return drafts;
}

/** Is anything written that would be lost with this page? */
export const hasDrafts = () => [...kept.values()].some((drafts) => [...drafts.values()].some(Boolean));

/** Loads the page again, with the drafts. Where the browser keeps nothing for us, they are lost. */
export function loadAgain(): void {
  for (const [name, drafts] of kept) {
    if (drafts.size === 0) continue;
    try {
      sessionStorage.setItem(keyOf(name), JSON.stringify([...drafts]));
      kept.delete(name);
    } catch {
      // Full or forbidden: the page has to be loaded again all the same.
    }
  }
  location.reload();
}

function taken(key: string): unknown[] {
  try {
    const text = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return text === null ? [] : (JSON.parse(text) as unknown[]);
  } catch {
    return [];
  }
}
