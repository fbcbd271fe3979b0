/**
 * Which rows of the list are selected: one by one, a range from the last one picked, or all that the filters match,
 * loaded or not.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class Selection implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #order: () => readonly string[];
  #ids: ReadonlySet<string> = new Set();
  #anchor: string | null = null;
  #isAll = false;

  /** `order` answers the ids as they stand in the list. */
  constructor(host: ReactiveControllerHost, order: () => readonly string[]) {
    this.#host = host;
    this.#order = order;
    host.addController(this);
  }

  /** What left the list, because it was deleted or no longer fits, is no longer selected. */
  hostUpdate(): void {
    if (this.#ids.size === 0) return;
    const shown = new Set(this.#order());
    const left = [...this.#ids].filter((id) => shown.has(id));
    if (left.length < this.#ids.size) this.#ids = new Set(left);
    if (left.length === 0) this.#isAll = false;
  }

  get ids(): readonly string[] {
    return this.#isAll ? this.#order() : [...this.#ids];
  }

  /** All that the filters match is meant, not only what is loaded. */
  get isAll(): boolean {
    return this.#isAll;
  }

  get isEmpty(): boolean {
    return this.#ids.size === 0;
  }

  has(id: string): boolean {
    return this.#isAll || this.#ids.has(id);
  }

  toggle(id: string): void {
    const ids = new Set(this.ids);
    if (!ids.delete(id)) ids.add(id);
    this.#anchor = id;
    this.#set(ids);
  }

  /** From the row that was picked last to this one. */
  toggleRange(id: string): void {
    const order = this.#order();
    const from = this.#anchor === null ? -1 : order.indexOf(this.#anchor);
    const to = order.indexOf(id);
    if (from < 0 || to < 0) {
      this.toggle(id);
      return;
    }
    const between = order.slice(Math.min(from, to), Math.max(from, to) + 1);
    this.#anchor = id;
    this.#set(new Set([...this.ids, ...between]));
  }

  selectShown(): void {
    this.#set(new Set(this.#order()));
  }

  selectAll(): void {
    this.selectShown();
    this.#isAll = true;
  }

  /** False when there was nothing to clear. */
  clear(): boolean {
    if (this.isEmpty) return false;
    this.#set(new Set());
    return true;
  }

  #set(ids: ReadonlySet<string>): void {
    this.#ids = ids;
    this.#isAll = false;
    this.#host.requestUpdate();
  }
}
