/**
 * The way back out of dialogs. Shoelace takes the focus back to what the document says had it, which in an app of shadow
 * roots is the whole app, and that takes none: who closed a dialog with the keyboard began at the top of the page again.
 */
import { deepFocus } from './deep-focus.ts';

const places = new WeakMap<EventTarget, HTMLElement>();

document.addEventListener('sl-show', (event) => {
  const dialog = dialogOf(event);
  const place = deepFocus();
  if (dialog && place) places.set(dialog, place);
});

document.addEventListener('sl-after-hide', (event) => {
  const dialog = dialogOf(event);
  const place = dialog && places.get(dialog);
  // Whoever closed it may have led the person on already.
  const isLost = deepFocus() === null || dialog?.matches(':focus-within');
  if (isLost && place?.isConnected) place.focus();
});

/** Tooltips and menus say the same when they show themselves. */
function dialogOf(event: Event): HTMLElement | null {
  const [target] = event.composedPath();
  return target instanceof HTMLElement && target.localName === 'sl-dialog' ? target : null;
}
