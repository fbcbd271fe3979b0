/** What this browser keeps of a conversation: the key to it and how far it was read. No personal details. */
export interface Remembered {
  visitorId: string;
  token?: string;
  sessionId?: string;
  /** The seq of the newest message this browser has. Another tab that has less goes and catches up. */
  last?: number;
  /** The seq of the newest message the visitor has seen. */
  seen?: number;
}

/** A random UUID; crypto.randomUUID exists on https only, and a landing page may still be http. */
export const uuid = (): string =>
  '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) =>
    (+digit ^ (crypto.getRandomValues(new Uint8Array(1))[0]! & (15 >> (+digit / 4)))).toString(16),
  );

/**
 * Keeps one site's conversation in localStorage, so that reloads, other pages and other tabs of the site share it.
 * Where storage is blocked it lives as long as the page.
 */
export class Memory {
  value: Remembered = { visitorId: uuid() };
  /** The loader looks here too, to know whether there is a conversation. */
  readonly key: string;

  constructor(siteKey: string) {
    this.key = `parlour:${siteKey}`;
    this.read();
  }

  /** Takes what is stored now, by this tab or another one. */
  read(): void {
    quietly(() => {
      this.value = JSON.parse(localStorage[this.key] ?? null) ?? { visitorId: uuid() };
    });
  }

  save(change: Partial<Remembered>): void {
    this.value = { ...this.value, ...change };
    try {
      localStorage[this.key] = JSON.stringify(this.value);
    } catch {
      // What could not be kept must not be replaced by what was there before.
      this.read = () => {};
    }
  }

  /** Forgets everything, the visitor's id too. */
  clear(): void {
    this.value = { visitorId: uuid() };
    quietly(() => delete localStorage[this.key]);
  }
}

/** Storage may be blocked or full, and what is in it may not be ours: what this page has stays. */
function quietly(act: () => void): void {
  try {
    act();
  } catch {}
}
