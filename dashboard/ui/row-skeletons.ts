import { css, html, LitElement } from 'lit';
import { texts } from '../languages/en/app.ts';
import { base, late } from './base.styles.ts';

/** The list's layout while it loads, in the shape of the rows to come. */
export class DeskRowSkeletons extends LitElement {
  static override styles = [
    base,
    late,
    css`
      .row {
        height: 87px;
        padding: 14px 16px 0 30px;
        border-bottom: 1px solid var(--parlour-line-soft);
      }
      sl-skeleton {
        height: 12px;
        margin-bottom: 11px;
        --border-radius: 4px;
        --color: var(--parlour-sunken);
      }
      .name {
        width: 42%;
      }
      .said {
        width: 86%;
      }
      .marks {
        width: 56%;
      }
      .row:nth-child(even) .name {
        width: 55%;
      }
      .row:nth-child(3n) .said {
        width: 64%;
      }
    `,
  ];

  static override properties = { says: {} };

  /** What is being loaded, for those who can't see the shapes. */
  declare says: string;

  constructor() {
    super();
    this.says = texts.list.loading;
  }

  protected override render() {
    const row = html`<div class="row" aria-hidden="true">
      <sl-skeleton class="name"></sl-skeleton>
      <sl-skeleton class="said"></sl-skeleton>
      <sl-skeleton class="marks"></sl-skeleton>
    </div>`;
    return html`<span class="unseen" role="status">${this.says}</span>${Array.from({ length: 7 }, () => row)}`;
  }
}

customElements.define('desk-row-skeletons', DeskRowSkeletons);

declare global {
  interface HTMLElementTagNameMap {
    'desk-row-skeletons': DeskRowSkeletons;
  }
}
