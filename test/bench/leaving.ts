/** What is to be stopped when somebody ends the command before its time (Ctrl-C), last begun first. */
type Stop = () => Promise<unknown>;

const stops = new Set<Stop>();

/** @returns what takes it off the list again */
export function onLeaving(stop: Stop): () => void {
  stops.add(stop);
  return () => void stops.delete(stop);
}

/** Stops everything; what cannot be stopped keeps nothing else from it. */
export async function leave(): Promise<void> {
  for (const stop of [...stops].reverse()) await stop().catch(() => {});
}
