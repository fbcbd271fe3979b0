import { css, html, LitElement } from 'lit';
import { live } from '../../api/live.ts';
import { Watch } from '../../controllers/store.ts';
import { texts } from '../../languages/en/app.ts';
import { base } from '../base.styles.ts';
import { icon } from '../icons.ts';

/** Says that the connection is lost, for as long as it is. Its live region is always there, so that it is heard. */
export class DeskConnectionBanner extends LitElement {
  static override styles = [
    base,
    css`
      .lost {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 8px;
        padding: 6px 16px;
        color: var(--parlour-waiting);
        background: var(--parlour-waiting-soft);
        font-size: var(--parlour-size-xs);
      }
    `,
  ];

  readonly #connection = new Watch(this, live.state);

  protected override render() {
    return html`<div role="status">
      ${
        this.#connection.value === 'lost'
          ? html`<div class="lost">${icon('cloud-slash')}${texts.connection.lost}</div>`
          : ''
      }
    </div>`;
  }
}

customElements.define('desk-connection-banner', DeskConnectionBanner);

declare global {
  interface HTMLElementTagNameMap {
    'desk-connection-banner': DeskConnectionBanner;
  }
}
