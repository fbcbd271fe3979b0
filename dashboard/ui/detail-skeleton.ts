import { css, html, LitElement } from 'lit';
import { texts } from '../languages/en/app.ts';
import { base, late } from './base.styles.ts';

/** An open conversation's layout while it loads. */
export class DeskDetailSkeleton extends LitElement {
  static override styles = [
    base,
    late,
    css`
      sl-skeleton {
        --color: var(--parlour-sunken);
        --border-radius: 4px;
      }
      .head {
        padding: 18px 20px;
        height: 67px;
        border-bottom: 1px solid var(--parlour-line-soft);
        background: var(--parlour-surface);
      }
      .head sl-skeleton {
        height: 14px;
        width: 240px;
        max-width: 60%;
      }
      .talk {
        display: grid;
        gap: 12px;
        padding: 24px 20px;
      }
      .talk sl-skeleton {
        --border-radius: var(--parlour-radius-bubble);
        height: 42px;
        width: 46%;
      }
      .talk sl-skeleton:nth-child(even) {
        width: 62%;
        justify-self: end;
      }
    `,
  ];

  protected override render() {
    return html`<span class="unseen" role="status">${texts.detail.loading}</span>
      <div class="head"><sl-skeleton></sl-skeleton></div>
      <div class="talk">
        <sl-skeleton></sl-skeleton><sl-skeleton></sl-skeleton><sl-skeleton></sl-skeleton><sl-skeleton></sl-skeleton>
      </div>`;
  }
}

customElements.define('desk-detail-skeleton', DeskDetailSkeleton);

declare global {
  interface HTMLElementTagNameMap {
    'desk-detail-skeleton': DeskDetailSkeleton;
  }
}
