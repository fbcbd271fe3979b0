/**
 * Single-key shortcuts for its host while it is on the page. They keep quiet while somebody types, while a dialog or
 * menu is open, with a modifier key, and when switched off in the settings.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { singleKeys } from './preferences.ts';

/** A handler that answers false did not need the key; the browser gets it then. */
export type Bindings = Record<string, () => boolean | undefined>;

export class Hotkeys implements ReactiveController {
  readonly #bindings: Bindings;

  constructor(host: ReactiveControllerHost, bindings: Bindings) {
    this.#bindings = bindings;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#onKey);
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    // A key that is held down walks through a list; it never does anything twice.
    if (event.repeat && event.key !== 'j' && event.key !== 'k') return;
    // Escape is no letter that a voice could say by mistake.
    if (!singleKeys.value && event.key !== 'Escape') return;
    if (event.composedPath().some(isBusy)) return;
    const handler = this.#bindings[event.key];
    if (handler && handler() !== false) event.preventDefault();
  };
}

function isBusy(node: EventTarget): boolean {
  if (!(node instanceof HTMLElement)) return false;
  if (node.isContentEditable) return true;
  return node.matches(
    'input:not([type=radio]):not([type=checkbox]), textarea, select, sl-dialog[open], sl-menu',
  );
}
