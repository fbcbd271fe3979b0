import { html, LitElement, nothing } from 'lit';
import { listSites } from '../../api/sites.ts';
import { paths } from '../../controllers/router.ts';
import { Watch } from '../../controllers/store.ts';
import { viewer } from '../../controllers/viewer.ts';
import { texts } from '../../languages/en/app.ts';
import { base } from '../base.styles.ts';

/** For admins: to the codes that put the chat on a page; straight there where there is only one site. */
export class DeskEmbedLink extends LitElement {
  static override styles = base;
  static override properties = { to: { state: true } };

  declare private to: string;

  readonly #viewer = new Watch(this, viewer);

  constructor() {
    super();
    this.to = paths.sites();
  }

  protected override firstUpdated(): void {
    if (this.#isAdmin) void this.#find();
  }

  protected override render() {
    return this.#isAdmin ? html`<a href=${this.to}>${texts.list.emptyOtherWays}</a>` : nothing;
  }

  get #isAdmin(): boolean {
    const here = this.#viewer.value;
    return here.status === 'signed-in' && here.user.role === 'admin';
  }

  async #find(): Promise<void> {
    try {
      const sites = (await listSites()).filter(({ archivedAt }) => !archivedAt);
      if (sites[0] && sites.length === 1) this.to = paths.site(sites[0].id, 'embed');
    } catch {
      // The list of sites leads there, too.
    }
  }
}

customElements.define('desk-embed-link', DeskEmbedLink);

declare global {
  interface HTMLElementTagNameMap {
    'desk-embed-link': DeskEmbedLink;
  }
}
