import { css, html, LitElement, nothing } from 'lit';
import type { SiteView } from '../../../backend/sites/schema.ts';
import { listSites } from '../../api/sites.ts';
import { paths } from '../../controllers/router.ts';
import { texts } from '../../languages/en/app.ts';
import { privacyTexts as says } from '../../languages/en/privacy.ts';
import { base } from '../base.styles.ts';
import { settingsPart, settingsSection } from '../settings.styles.ts';
import '../settings-skeleton.ts';

/** How long each site keeps its conversations, and the way to change it. */
export class DeskRetentionList extends LitElement {
  static override styles = [
    base,
    settingsSection,
    settingsPart,
    css`
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        gap: 16px;
        align-items: baseline;
        padding: 10px 14px;
      }
      span {
        overflow-wrap: anywhere;
      }
      .days {
        color: var(--parlour-ink-soft);
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
    `,
  ];
  static override properties = { sites: { state: true }, failed: { state: true } };

  declare private sites: readonly SiteView[] | null;
  declare private failed: boolean;

  constructor() {
    super();
    this.sites = null;
    this.failed = false;
    void this.#load();
  }

  protected override render() {
    return html`<header>
        <h2>${says.retention}</h2>
        <p>${says.retentionText}</p>
      </header>
      ${this.#content()}`;
  }

  #content() {
    if (this.failed)
      return html`<div class="problem" role="alert">
        ${says.retentionFailed} <sl-button size="small" @click=${this.#load}>${texts.tryAgain}</sl-button>
      </div>`;
    if (!this.sites) return html`<desk-settings-skeleton rows="2"></desk-settings-skeleton>`;
    if (this.sites.length === 0) return nothing;
    return html`<ul class="rows" aria-label=${says.retention}>
      ${this.sites.map(
        ({ id, name, retentionDays }) => html`<li>
          <span><bdi>${name}</bdi></span>
          <span class="days">${retentionDays ? says.days(retentionDays) : says.forEver}</span>
          <a href=${paths.site(id, 'general')}>${says.change}<span class="unseen"> ${name}</span></a>
        </li>`,
      )}
    </ul>`;
  }

  async #load(): Promise<void> {
    this.failed = false;
    try {
      this.sites = (await listSites()).filter(({ archivedAt }) => !archivedAt);
    } catch {
      this.failed = true;
    }
  }
}

customElements.define('desk-retention-list', DeskRetentionList);

declare global {
  interface HTMLElementTagNameMap {
    'desk-retention-list': DeskRetentionList;
  }
}
