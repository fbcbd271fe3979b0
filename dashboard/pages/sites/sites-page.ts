import { html, LitElement, nothing } from 'lit';
import type { SiteView } from '../../../backend/sites/schema.ts';
import type { UserView } from '../../../backend/staff/schema.ts';
import { messageOf } from '../../api/client.ts';
import { live } from '../../api/live.ts';
import { listSites, patchSite } from '../../api/sites.ts';
import { paths } from '../../controllers/router.ts';
import { showToast } from '../../controllers/toasts.ts';
import { texts } from '../../languages/en/app.ts';
import { siteTexts } from '../../languages/en/sites.ts';
import { base } from '../../ui/base.styles.ts';
import type { DeskNewSite } from '../../ui/sites/new-site.ts';
import { sitesPageStyles } from './sites-page.styles.ts';
import './site-page.ts';
import '../../ui/sites/new-site.ts';
import '../../ui/notice.ts';
import '../../ui/shell/settings-nav.ts';

/** Every site; or one of them with its settings, where the address names one. For admins. */
export class DeskSitesPage extends LitElement {
  static override styles = [base, sitesPageStyles];
  static override properties = {
    user: { attribute: false },
    siteId: { attribute: false },
    section: { attribute: false },
    sites: { state: true },
    problem: { state: true },
  };

  declare user: UserView;
  declare siteId: string | null;
  declare section: string | null;
  /** Null while they load. */
  declare private sites: readonly SiteView[] | null;
  declare private problem: string;

  #stop = () => {};
  #asked = 0;

  constructor() {
    super();
    this.sites = null;
    this.problem = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = live.subscribe(({ name }) => {
      if (name === 'site.updated' || name === 'resync') void this.#load();
    });
    if (this.hasUpdated) void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  /** Who is here is known from the first update on. */
  protected override firstUpdated(): void {
    void this.#load();
  }

  protected override render() {
    if (this.user.role !== 'admin')
      return html`<desk-notice icon="globe2" heading=${siteTexts.onlyAdmins} text=${siteTexts.onlyAdminsText}>
        <sl-button href=${paths.conversations()}>${texts.toConversations}</sl-button>
      </desk-notice>`;
    if (this.siteId !== null)
      return html`<desk-site-page site-id=${this.siteId} section=${this.section ?? ''}></desk-site-page>`;
    return html`<div class="page">
        <desk-settings-nav .user=${this.user} current="sites"></desk-settings-nav>
        <div>
          <header>
            <div>
              <h1>${siteTexts.title}</h1>
              <p>${siteTexts.lead}</p>
            </div>
            <sl-button variant="primary" @click=${this.#add}>${siteTexts.add}</sl-button>
          </header>
          ${this.#content()}
        </div>
      </div>
      <desk-new-site></desk-new-site>`;
  }

  #content() {
    if (!this.sites) {
      if (!this.problem) return skeletons;
      return html`<desk-notice icon="cloud-slash" heading=${siteTexts.failedTitle} text=${this.problem}>
        <sl-button @click=${this.#load}>${texts.tryAgain}</sl-button>
      </desk-notice>`;
    }
    const [here, away] = [false, true].map((gone) =>
      this.sites!.filter((site) => Boolean(site.archivedAt) === gone),
    );
    return html`${
      here!.length > 0
        ? html`<ul>
            ${here!.map((site) => this.#row(site))}
          </ul>`
        : html`<desk-notice icon="globe2" heading=${siteTexts.emptyTitle} text=${siteTexts.emptyText}></desk-notice>`
    }
    ${
      away!.length > 0
        ? html`<h2>${siteTexts.archivedSites}</h2>
            <ul class="away">
              ${away!.map((site) => this.#row(site))}
            </ul>`
        : nothing
    }`;
  }

  #row(site: SiteView) {
    const { id, name, key, widget, allowedOrigins, archivedAt } = site;
    const [first, ...others] = allowedOrigins.map((origin) => origin.replace(/^https:\/\//, ''));
    return html`<li>
      <svg class="accent" viewBox="0 0 36 36" aria-hidden="true">
        <circle cx="18" cy="18" r="18" fill=${widget.accent} />
        <path
          fill="#fff"
          d="M18 10c4.5 0 7.5 3 7.5 6.7s-3 6.8-7.5 6.8l-3-.5-4 2 .7-3.7a6.6 6.6 0 0 1-1.2-4.6c0-3.7 3-6.7 7.5-6.7z"
        />
      </svg>
      <div class="what">
        <a href=${paths.site(id)}>${name}</a>
        ${
          first
            ? html`<p>${first}${others.length > 0 ? ` ${siteTexts.moreOrigins(others.length)}` : ''}</p>`
            : html`<p class="warn">${siteTexts.noOrigins}</p>`
        }
      </div>
      <div class="ways">
        <code title=${siteTexts.key}>${key}</code>
        <a href=${paths.conversations(`?site=${id}`)}>${siteTexts.conversations}</a>
        ${
          archivedAt
            ? html`<button type="button" @click=${() => this.#takeBack(site)}
                >${siteTexts.unarchive}</button
              >`
            : html`<a href=${paths.site(id, 'embed')}>${siteTexts.embed}</a>`
        }
      </div>
    </li>`;
  }

  readonly #load = async (): Promise<void> => {
    if (this.user.role !== 'admin') return;
    this.problem = '';
    const own = ++this.#asked;
    try {
      const sites = await listSites();
      // Of two answers the one that was asked for last holds.
      if (own === this.#asked) this.sites = sites;
    } catch (error) {
      if (own === this.#asked) this.problem = messageOf(error);
    }
  };

  #add(): void {
    void this.renderRoot.querySelector<DeskNewSite>('desk-new-site')?.show();
  }

  async #takeBack({ id, name }: SiteView): Promise<void> {
    try {
      await patchSite(id, { archived: false });
      showToast(siteTexts.unarchivedToast(name));
      await this.#load();
    } catch (error) {
      showToast(`${siteTexts.changeFailed} ${messageOf(error)}`, { tone: 'problem' });
    }
  }
}

const skeleton = html`<li aria-hidden="true">
  <sl-skeleton class="accent"></sl-skeleton>
  <div class="skeleton"><sl-skeleton></sl-skeleton><sl-skeleton></sl-skeleton></div>
</li>`;
const skeletons = html`<span class="unseen" role="status">${siteTexts.loading}</span>
  <ul>
    ${skeleton}${skeleton}${skeleton}
  </ul>`;

customElements.define('desk-sites-page', DeskSitesPage);

declare global {
  interface HTMLElementTagNameMap {
    'desk-sites-page': DeskSitesPage;
  }
}
