/** The one short note at the bottom of the page: what was just done, and the way to take it back. */
import { Store } from './store.ts';

export interface Toast {
  text: string;
  /** What "Undo" does, where there is a way back. */
  undo?: () => void;
  /** Another word for the way back than "Undo". */
  label?: string;
  tone: 'plain' | 'problem';
}

export const toast = new Store<Toast | null>(null);

/** A new note takes the place of the last one. */
export function showToast(
  text: string,
  options: { undo?: () => void; label?: string; tone?: Toast['tone'] } = {},
): void {
  toast.set({ text, undo: options.undo, label: options.label, tone: options.tone ?? 'plain' });
}

export function dismissToast(): void {
  toast.set(null);
}

/** Takes back what the note speaks of; false when there is no way back. */
export function undoToast(): boolean {
  const undo = toast.value?.undo;
  if (!undo) return false;
  toast.set(null);
  undo();
  return true;
}
