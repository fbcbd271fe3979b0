/**
 * Stands in for `lit` in the widget's build. Lit's own base class is 2.5 KiB of the 16 KiB a visitor may have to
 * download; this one does what the widget's elements use of it, the same way: reactive properties, updates gathered
 * in a microtask, willUpdate, render, updated. Templates are Lit's. The dashboard uses Lit as it comes.
 */
import { render } from 'lit/html.js';

export { html, nothing } from 'lit/html.js';

/** CSS as a sheet that any number of elements share. */
export function css([text]: TemplateStringsArray): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text!);
  return sheet;
}

type Changed = Map<string, unknown>;

export class LitElement extends HTMLElement {
  static properties: Record<string, unknown>;
  static styles: CSSStyleSheet;
  readonly renderRoot = this.attachShadow({ mode: 'open' });
  updateComplete = Promise.resolve();
  #changed?: Changed;

  /** Read when the element is registered, which is the moment to make its properties reactive. */
  static get observedAttributes(): string[] {
    // biome-ignore lint/complexity/noThisInStatic: the element that is being registered is meant, not this base
    const { properties, prototype } = this;
    for (const name in properties) {
      const values = new WeakMap<object, unknown>();
      Object.defineProperty(prototype, name, {
        get() {
          return values.get(this);
        },
        set(value: unknown) {
          const before = values.get(this);
          values.set(this, value);
          if (value !== before) this.requestUpdate(name, before);
        },
      });
    }
    return [];
  }

  connectedCallback(): void {
    this.renderRoot.adoptedStyleSheets = [(this.constructor as typeof LitElement).styles];
    this.requestUpdate();
  }

  disconnectedCallback(): void {}
  /** Without it observedAttributes would not be read. */
  attributeChangedCallback(): void {}
  willUpdate(_changed: Changed): void {}
  updated(_changed: Changed): void {}
  render(): unknown {
    return undefined;
  }

  requestUpdate(name?: string, before?: unknown): void {
    if (!this.#changed) {
      this.#changed = new Map();
      this.updateComplete = Promise.resolve().then(() => this.#update());
    }
    if (name && !this.#changed.has(name)) this.#changed.set(name, before);
  }

  #update(): void {
    const changed = this.#changed!;
    this.willUpdate(changed);
    render(this.render(), this.renderRoot, { host: this });
    this.#changed = undefined;
    this.updated(changed);
  }
}
