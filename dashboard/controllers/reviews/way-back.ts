import type { LitElement } from 'lit';
import { deepFocus } from '../deep-focus.ts';

/** Where a person was before a form or a question took the focus, so that they can be taken back there. */
export class WayBack {
  #place: HTMLElement | null = null;

  /** Before the focus is taken; the first place counts until one has gone back. */
  note(): void {
    this.#place ??= deepFocus();
  }

  /** Goes back; where that place is gone, to `instead`, if the focus was lost with `host` or is in it. */
  async go(host: LitElement, instead: () => HTMLElement | null): Promise<void> {
    const place = this.#place;
    this.#place = null;
    await host.updateComplete;
    if (place?.isConnected) place.focus();
    else if (deepFocus() === null || host.matches(':focus-within')) instead()?.focus();
  }
}
