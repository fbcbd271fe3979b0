import { css, html, LitElement } from 'lit';
import { announce } from '../controllers/announcer.ts';
import { texts } from '../languages/en/app.ts';
import { base } from './base.styles.ts';
import { icon } from './icons.ts';

const SHOWN_MS = 2_000;

/** A short text to take away, such as the shortcode: press it and it is in the clipboard. */
export class DeskCopyText extends LitElement {
  static override styles = [
    base,
    css`
      button {
        display: inline-flex;
        align-items: center;
        gap: 10px;
        max-width: 100%;
        padding: 7px 12px;
        border: 1px solid var(--parlour-line-soft);
        border-radius: var(--parlour-radius);
        background: var(--parlour-surface);
      }
      button:hover {
        background: var(--parlour-sunken);
      }
      code {
        font: 13px ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
        color: var(--parlour-ink);
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      span {
        flex: none;
        display: inline-flex;
        align-items: center;
        gap: 5px;
        color: var(--parlour-accent-ink);
        font-size: var(--parlour-size-xs);
      }
    `,
  ];
  static override properties = { text: {}, copied: { state: true } };

  declare text: string;
  declare private copied: boolean;

  constructor() {
    super();
    this.copied = false;
  }

  protected override render() {
    const says = this.copied ? texts.list.copied : texts.list.copy;
    return html`<button type="button" @click=${this.#copy}>
      <code>${this.text}</code><span>${icon(this.copied ? 'check-lg' : 'copy')}${says}</span>
    </button>`;
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text);
    } catch {
      // No clipboard without https: marking the text lets the person copy it by hand.
      getSelection()?.selectAllChildren(this.renderRoot.querySelector('code')!);
      return;
    }
    this.copied = true;
    announce(texts.list.copied);
    setTimeout(() => {
      this.copied = false;
    }, SHOWN_MS);
  }
}

customElements.define('desk-copy-text', DeskCopyText);

declare global {
  interface HTMLElementTagNameMap {
    'desk-copy-text': DeskCopyText;
  }
}
