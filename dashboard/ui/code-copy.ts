import { css, html, LitElement } from 'lit';
import { announce } from '../controllers/announcer.ts';
import { siteTexts } from '../languages/en/sites.ts';
import { base } from './base.styles.ts';
import { icon } from './icons.ts';

const SHOWN_MS = 2_000;
const texts = siteTexts.embedding;

/** A piece of code to take away: shown whole, copied by its button. */
export class DeskCodeCopy extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: flex-start;
        gap: 8px;
        border: 1px solid var(--parlour-line-soft);
        border-radius: 10px;
        background: var(--parlour-canvas);
      }
      pre {
        flex: 1;
        min-width: 0;
        max-height: var(--code-height, 132px);
        overflow: auto;
        margin: 0;
        padding: 12px 4px 12px 14px;
        font: 13px / 1.6 ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        scrollbar-width: thin;
      }
      button {
        flex: none;
        display: inline-flex;
        align-items: center;
        gap: 6px;
        margin: 6px;
        padding: 5px 10px;
        border-radius: var(--parlour-radius);
        color: var(--parlour-accent-ink);
        font-size: var(--parlour-size-xs);
      }
      button:hover {
        background: var(--desk-hover);
      }
    `,
  ];
  static override properties = { code: {}, label: {}, copied: { state: true } };

  declare code: string;
  /** What it is, for those who hear the button. */
  declare label: string;
  declare private copied: boolean;

  constructor() {
    super();
    this.copied = false;
  }

  protected override render() {
    return html`<pre tabindex="0" role="group" aria-label=${this.label}>${this.code}</pre>
      <button type="button" aria-label=${texts.copyIt(this.label)} @click=${this.#copy}>
        ${icon(this.copied ? 'check-lg' : 'copy')}${this.copied ? texts.copied : texts.copy}
      </button>`;
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.code);
    } catch {
      // No clipboard without https: marking the text lets the person copy it by hand.
      getSelection()?.selectAllChildren(this.renderRoot.querySelector('pre')!);
      return;
    }
    this.copied = true;
    announce(texts.copied);
    setTimeout(() => {
      this.copied = false;
    }, SHOWN_MS);
  }
}

customElements.define('desk-code-copy', DeskCodeCopy);

declare global {
  interface HTMLElementTagNameMap {
    'desk-code-copy': DeskCodeCopy;
  }
}
