import { html, LitElement, nothing } from 'lit';
import type { IntegrationHealth } from '../../../backend/integrations/health/schema.ts';
import { messageOf } from '../../api/client.ts';
import { enableIntegration, retryDead } from '../../api/integrations.ts';
import { paths } from '../../controllers/router.ts';
import { showToast } from '../../controllers/toasts.ts';
import { integrationTexts as texts } from '../../languages/en/integrations.ts';
import { base } from '../base.styles.ts';
import { type IconName, icon } from '../icons.ts';
import type { Tone } from '../mark.ts';
import { integrationCardStyles } from './integration-card.styles.ts';
import '../mark.ts';
import '../time-ago.ts';

type State = keyof typeof texts.states;
type Kind = IntegrationHealth['kind'];

const ICONS: Record<Kind, IconName> = {
  webhook: 'link-45deg',
  monday: 'kanban',
  messenger: 'messenger',
  email: 'envelope',
};
const LOOKS: Record<State, [Tone, IconName]> = {
  none: ['quiet', 'circle'],
  ready: ['quiet', 'check-lg'],
  works: ['passed', 'check-circle'],
  failing: ['issue', 'exclamation-triangle'],
  off: ['waiting', 'dash-circle'],
};

/**
 * One integration: what it does, how it fares, and its settings once they are opened.
 * @fires desk-toggle - its settings are wanted, or no longer
 * @fires desk-health - with what the server told after it was switched on
 * @slot - the settings
 */
export class DeskIntegrationCard extends LitElement {
  static override styles = [base, integrationCardStyles];
  static override properties = {
    siteId: {},
    kind: {},
    health: { attribute: false },
    open: { type: Boolean },
    busy: { state: true },
  };

  declare siteId: string;
  declare kind: Kind;
  /** null while it is not known. */
  declare health: IntegrationHealth | null;
  declare open: boolean;
  declare private busy: boolean;

  constructor() {
    super();
    this.open = this.busy = false;
  }

  protected override render() {
    const { kind, health, open } = this;
    const { title, text } = texts.kinds[kind];
    return html`<section aria-label=${title}>
      <header>
        <span class="mark">${icon(ICONS[kind])}</span>
        <div>
          <div class="title"><h3>${title}</h3>${health ? this.#state(health) : nothing}</div>
          <p class="text">${text}</p>
        </div>
        <sl-button class="toggle" size="small" aria-expanded=${open} @click=${this.#toggle}
          >${open ? texts.close : health && !health.isSetUp ? texts.setUp : texts.open}<span class="unseen">
            ${texts.openOf(title)}</span
          ></sl-button
        >
        ${health?.isSetUp || health?.lastFailureAt ? this.#facts(health) : nothing}
      </header>
      ${health?.disabledAt ? this.#off() : nothing}
      ${open ? html`<div class="form"><slot></slot></div>` : nothing}
    </section>`;
  }

  #state(health: IntegrationHealth) {
    const state = stateOf(health);
    const [tone, name] = LOOKS[state];
    return html`<desk-mark filled tone=${tone} icon=${name}>${texts.states[state]}</desk-mark>`;
  }

  #facts({ lastSuccessAt, lastFailureAt, lastError, waiting, dead }: IntegrationHealth) {
    const deliveries = paths.deliveries(`?site=${this.siteId}&kind=${this.kind}`);
    return html`<dl class="health">
        ${!lastSuccessAt && !lastFailureAt ? html`<div><dt>${texts.never}</dt></div>` : nothing}
        ${
          lastSuccessAt
            ? html`<div>
              <dt>${texts.lastSuccess}</dt>
              <dd><desk-time-ago at=${lastSuccessAt}></desk-time-ago></dd>
            </div>`
            : nothing
        }
        ${
          lastFailureAt
            ? html`<div>
              <dt>${texts.lastFailure}</dt>
              <dd><desk-time-ago at=${lastFailureAt}></desk-time-ago>: ${lastError}</dd>
            </div>`
            : nothing
        }
      </dl>
      <p class="counts">
        ${waiting > 0 ? html`<span>${texts.waiting(waiting)}</span>` : nothing}
        ${dead > 0 ? html`<span>${texts.dead(dead)}</span>` : nothing}
        ${lastSuccessAt || lastFailureAt || waiting > 0 ? html`<a href=${deliveries}>${texts.deliveries}</a>` : nothing}
        ${
          dead > 0
            ? html`<sl-button size="small" ?disabled=${this.busy} @click=${this.#retry}>${texts.retry}</sl-button>`
            : nothing
        }
      </p>`;
  }

  #off() {
    return html`<div class="off">
      <p>${texts.offText}</p>
      <sl-button size="small" ?loading=${this.busy} @click=${this.#enable}>${texts.enable}</sl-button>
    </div>`;
  }

  #toggle(): void {
    this.dispatchEvent(new CustomEvent('desk-toggle'));
  }

  async #enable(): Promise<void> {
    const { kind } = this;
    if (kind === 'messenger') return;
    await this.#do(texts.enableFailed, async () => {
      const detail = await enableIntegration(this.siteId, kind);
      this.dispatchEvent(new CustomEvent<IntegrationHealth[]>('desk-health', { detail }));
      showToast(texts.enabled);
    });
  }

  async #retry(): Promise<void> {
    await this.#do(texts.retryFailed, async () => {
      showToast(texts.retried(await retryDead(this.siteId, this.kind)));
    });
  }

  async #do(failed: string, action: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await action();
    } catch (error) {
      showToast(`${failed} ${messageOf(error)}`, { tone: 'problem' });
    } finally {
      this.busy = false;
    }
  }
}

function stateOf({ isSetUp, disabledAt, lastSuccessAt, lastFailureAt }: IntegrationHealth): State {
  if (!isSetUp) return 'none';
  if (disabledAt) return 'off';
  // ISO times of one form: the later one is the greater text.
  if (lastFailureAt && lastFailureAt > (lastSuccessAt ?? '')) return 'failing';
  return lastSuccessAt ? 'works' : 'ready';
}

customElements.define('desk-integration-card', DeskIntegrationCard);

declare global {
  interface HTMLElementTagNameMap {
    'desk-integration-card': DeskIntegrationCard;
  }
  interface HTMLElementEventMap {
    'desk-toggle': CustomEvent;
    'desk-health': CustomEvent<IntegrationHealth[]>;
  }
}
