import { html, LitElement } from 'lit';
import { paths } from '../controllers/router.ts';
import { texts } from '../languages/en/app.ts';
import '../ui/notice.ts';

/** An address of the dashboard that leads nowhere. */
export class DeskNotFoundPage extends LitElement {
  protected override render() {
    return html`<desk-notice icon="info-circle" heading=${texts.notFoundTitle} text=${texts.notFoundText}>
      <sl-button href=${paths.conversations()}>${texts.toConversations}</sl-button>
    </desk-notice>`;
  }
}

customElements.define('desk-not-found-page', DeskNotFoundPage);

declare global {
  interface HTMLElementTagNameMap {
    'desk-not-found-page': DeskNotFoundPage;
  }
}
