import { css, html, LitElement, nothing } from 'lit';
import { base } from './base.styles.ts';
import { type IconName, icon } from './icons.ts';

/**
 * What stands where nothing can be shown: nothing there yet, nothing found, or it went wrong.
 * @slot - more words, and what to do
 */
export class DeskNotice extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        justify-items: center;
        align-content: center;
        gap: 8px;
        padding: 40px 24px;
        min-height: 100%;
        text-align: center;
        color: var(--parlour-ink-soft);
      }
      sl-icon {
        font-size: 24px;
        color: var(--parlour-ink-faint);
        margin-bottom: 4px;
      }
      h2 {
        font-size: var(--parlour-size-m);
        color: var(--parlour-ink);
      }
      p {
        max-width: 38ch;
        text-wrap: pretty;
      }
      ::slotted(*) {
        margin-top: 8px;
      }
    `,
  ];
  static override properties = { icon: {}, heading: {}, text: {} };

  declare icon?: IconName;
  declare heading: string;
  declare text?: string;

  protected override render() {
    return html`${this.icon ? icon(this.icon) : nothing}
      <h2>${this.heading}</h2>
      ${this.text ? html`<p>${this.text}</p>` : nothing}
      <slot></slot>`;
  }
}

customElements.define('desk-notice', DeskNotice);

declare global {
  interface HTMLElementTagNameMap {
    'desk-notice': DeskNotice;
  }
}
