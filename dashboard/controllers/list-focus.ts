/**
 * The keyboard's place in a list whose rows come, move and go: one row can be reached with Tab, arrows and j/k walk, and
 * when the focused row moves the focus goes with it, when it leaves the focus goes to the row that took its place.
 */
import type { LitElement, ReactiveController } from 'lit';

interface Item {
  id: string;
}

export class ListFocus<T extends Item> implements ReactiveController {
  readonly #host: LitElement;
  readonly #selector: string;
  readonly #items: () => readonly T[];
  #id: string | null = null;
  /** Where the current row stood at the last rendering, for when it is gone. */
  #index = 0;
  #hadFocus = false;

  /** `selector` finds the rows' elements, in the order of `items`. */
  constructor(host: LitElement, selector: string, items: () => readonly T[]) {
    this.#host = host;
    this.#selector = selector;
    this.#items = items;
    host.addController(this);
  }

  /** The row that Tab reaches: where one was, or the first. */
  get currentId(): string | null {
    return this.#items()[this.#currentIndex()]?.id ?? null;
  }

  get focused(): T | null {
    return this.#focusedElement() ? (this.#items()[this.#currentIndex()] ?? null) : null;
  }

  hostConnected(): void {
    // Inside the shadow root: outside of it a step from row to row is no change of focus, and no event tells of it.
    this.#host.renderRoot.addEventListener('focusin', this.#onFocusIn);
  }

  hostDisconnected(): void {
    this.#host.renderRoot.removeEventListener('focusin', this.#onFocusIn);
  }

  hostUpdate(): void {
    this.#hadFocus = this.#focusedElement() !== undefined;
  }

  hostUpdated(): void {
    const items = this.#items();
    if (items.length === 0) return;
    const index = this.#currentIndex();
    const lostFocus = this.#hadFocus && this.#focusedElement() === undefined;
    this.#index = index;
    this.#id = items[index]?.id ?? null;
    if (lostFocus) this.#elements()[index]?.focus({ preventScroll: true });
  }

  /** Makes this the current row, without moving the focus. */
  moveTo(id: string): void {
    this.#id = id;
    this.#host.requestUpdate();
  }

  step(by: number): void {
    const from = this.#currentIndex();
    this.#focusAt(this.#focusedElement() ? from + by : from);
  }

  focusCurrent(): void {
    this.#focusAt(this.#currentIndex());
  }

  readonly onArrow = (event: KeyboardEvent) => {
    const last = this.#items().length - 1;
    const at = this.#currentIndex();
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#focusAt(to);
  };

  #currentIndex(): number {
    const items = this.#items();
    const found = items.findIndex((item) => item.id === this.#id);
    return found >= 0 ? found : Math.min(this.#index, Math.max(0, items.length - 1));
  }

  #focusAt(index: number): void {
    const elements = this.#elements();
    elements[Math.max(0, Math.min(elements.length - 1, index))]?.focus();
  }

  readonly #onFocusIn = () => {
    const focused = this.#focusedElement();
    if (!focused) return;
    const index = this.#elements().indexOf(focused);
    const id = this.#items()[index]?.id ?? null;
    this.#index = index;
    if (id === this.#id) return;
    this.#id = id;
    this.#host.requestUpdate();
  };

  #elements(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>(this.#selector)];
  }

  #focusedElement(): HTMLElement | undefined {
    const active = this.#host.shadowRoot?.activeElement;
    return active instanceof HTMLElement && active.matches(this.#selector) ? active : undefined;
  }
}
