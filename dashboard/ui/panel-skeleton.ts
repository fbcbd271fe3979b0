import { css, html, LitElement } from 'lit';
import { base, late } from './base.styles.ts';

/** The layout of one delivery or one error while it loads. */
export class DeskPanelSkeleton extends LitElement {
  static override styles = [
    base,
    late,
    css`
      sl-skeleton {
        --color: var(--parlour-sunken);
        --border-radius: 4px;
        height: 13px;
      }
      .head {
        height: 57px;
        padding: 22px 20px;
        border-bottom: 1px solid var(--parlour-line-soft);
        background: var(--parlour-surface);
      }
      .head sl-skeleton {
        width: min(280px, 60%);
      }
      .body {
        display: grid;
        gap: 16px;
        max-width: 820px;
        padding: 20px;
      }
      .part {
        display: grid;
        gap: 14px;
        padding: 18px;
        background: var(--parlour-surface);
        border: 1px solid var(--parlour-line-soft);
        border-radius: var(--parlour-radius-bubble);
      }
      .part sl-skeleton:nth-child(even) {
        width: 64%;
      }
    `,
  ];
  static override properties = { says: {} };

  /** What is being loaded, for those who can't see the shapes. */
  declare says: string;

  protected override render() {
    const line = html`<sl-skeleton></sl-skeleton>`;
    const part = html`<div class="part">${line}${line}${line}</div>`;
    return html`<span class="unseen" role="status">${this.says}</span>
      <div aria-hidden="true">
        <div class="head">${line}</div>
        <div class="body">${part}${part}</div>
      </div>`;
  }
}

customElements.define('desk-panel-skeleton', DeskPanelSkeleton);

declare global {
  interface HTMLElementTagNameMap {
    'desk-panel-skeleton': DeskPanelSkeleton;
  }
}
