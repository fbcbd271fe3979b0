/** What all files of a process share is ended once, after the last of them (hooks.ts). */
const endings: (() => Promise<unknown>)[] = [];

/** Remembers how something is ended. */
export function atTheEnd(end: () => Promise<unknown>): void {
  endings.push(end);
}

/** Ends all of it. */
export async function endAll(): Promise<void> {
  await Promise.all(endings.splice(0).map((end) => end()));
}
