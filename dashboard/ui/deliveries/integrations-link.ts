import { html, LitElement } from 'lit';
import { onlySite } from '../../controllers/only-site.ts';
import { paths } from '../../controllers/router.ts';
import { deliveryTexts as texts } from '../../languages/en/deliveries.ts';
import { base } from '../base.styles.ts';

/** For admins: to where one says what leads are sent to; straight there where there is only one site. */
export class DeskIntegrationsLink extends LitElement {
  static override styles = base;
  static override properties = { to: { state: true } };

  declare private to: string;

  constructor() {
    super();
    this.to = paths.sites();
  }

  protected override async firstUpdated(): Promise<void> {
    const site = await onlySite();
    if (site) this.to = paths.site(site.id, 'integrations');
  }

  protected override render() {
    return html`<sl-button size="small" href=${this.to}>${texts.toSites}</sl-button>`;
  }
}

customElements.define('desk-integrations-link', DeskIntegrationsLink);

declare global {
  interface HTMLElementTagNameMap {
    'desk-integrations-link': DeskIntegrationsLink;
  }
}
