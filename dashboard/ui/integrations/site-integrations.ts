import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { IntegrationHealth } from '../../../backend/integrations/health/schema.ts';
import type { SitePatch, SiteView } from '../../../backend/sites/schema.ts';
import { HealthWatch } from '../../controllers/integrations/integration-health.ts';
import type { Problems, SiteDraft } from '../../controllers/sites/site-draft.ts';
import { integrationTexts as texts } from '../../languages/en/integrations.ts';
import { base } from '../base.styles.ts';
import { siteForm } from '../sites/site-form.styles.ts';
import './integration-card.ts';
import './site-integration-email.ts';
import './site-integration-messenger.ts';
import './site-integration-monday.ts';
import './site-integration-webhook.ts';

type Kind = IntegrationHealth['kind'];
/** Those whose settings can be made here, in their order. */
const kinds: readonly Kind[] = ['webhook', 'monday', 'email', 'messenger'];

/** Everything a site is connected to: a card each, with how it fares and its settings. */
export class DeskSiteIntegrations extends LitElement {
  static override styles = [
    base,
    siteForm,
    css`
      .cards {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 14px;
      }
    `,
  ];
  static override properties = {
    draft: { attribute: false },
    problems: { attribute: false },
    saved: { attribute: false },
    patch: { attribute: false },
    opened: { state: true },
  };

  declare draft: SiteDraft;
  declare problems: Problems;
  declare saved: SiteView;
  /** What is not saved yet. */
  declare patch: SitePatch | undefined;
  declare private opened: ReadonlySet<Kind>;

  readonly #health = new HealthWatch(this);

  constructor() {
    super();
    this.opened = new Set();
  }

  /** Opens the card of a setting that is wrong, and goes there. */
  async reveal(path: string): Promise<void> {
    const kind = path.split('.')[1] as Kind;
    this.opened = new Set([...this.opened, kind]);
    await this.updateComplete;
    const form = this.renderRoot.querySelector<LitElement>(`desk-integration-card[kind='${kind}'] > *`);
    await form?.updateComplete;
    form?.renderRoot.querySelector<HTMLElement>(`[id="${path}"]`)?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('saved') && changed.get('saved')?.id !== this.saved.id) this.#health.watch(this.saved.id);
  }

  protected override render() {
    return html`<p class="lead">${texts.lead}</p>
      ${this.#health.failed ? html`<p class="hint problem" role="alert">${texts.failed}</p>` : nothing}
      <div class="cards">${kinds.map((kind) => this.#card(kind))}</div>`;
  }

  #card(kind: Kind) {
    const open = this.opened.has(kind);
    return html`<desk-integration-card
      siteId=${this.saved.id}
      kind=${kind}
      .health=${this.#health.of(kind)}
      ?open=${open}
      @desk-toggle=${() => this.#toggle(kind)}
      @desk-health=${(event: CustomEvent<IntegrationHealth[]>) => this.#health.take(event.detail)}
      >${open ? this.#form(kind) : nothing}</desk-integration-card
    >`;
  }

  /** Each gets the same: the draft, what is wrong with it, what is saved, and what is not. */
  #form(kind: Kind): TemplateResult {
    const { draft, problems, saved, patch } = this;
    switch (kind) {
      case 'webhook':
        return html`<desk-site-webhook
          .draft=${draft}
          .problems=${problems}
          .saved=${saved}
          .patch=${patch}
        ></desk-site-webhook>`;
      case 'monday':
        return html`<desk-site-monday
          .draft=${draft}
          .problems=${problems}
          .saved=${saved}
          .patch=${patch}
        ></desk-site-monday>`;
      case 'email':
        return html`<desk-site-email
          .draft=${draft}
          .problems=${problems}
          .saved=${saved}
          .patch=${patch}
        ></desk-site-email>`;
      case 'messenger':
        return html`<desk-site-messenger
          .draft=${draft}
          .problems=${problems}
          .saved=${saved}
          .patch=${patch}
        ></desk-site-messenger>`;
    }
  }

  #toggle(kind: Kind): void {
    const opened = new Set(this.opened);
    if (!opened.delete(kind)) opened.add(kind);
    this.opened = opened;
  }
}

customElements.define('desk-site-integrations', DeskSiteIntegrations);

declare global {
  interface HTMLElementTagNameMap {
    'desk-site-integrations': DeskSiteIntegrations;
  }
}
