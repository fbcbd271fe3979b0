import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { EmailState } from '../../../backend/integrations/email/schema.ts';
import type { SitePatch, SiteView } from '../../../backend/sites/schema.ts';
import { messageOf } from '../../api/client.ts';
import { clearMailMark, readEmailState } from '../../api/mail.ts';
import { paths } from '../../controllers/router.ts';
import type { Problems, SiteDraft } from '../../controllers/sites/site-draft.ts';
import { showToast } from '../../controllers/toasts.ts';
import { mailTexts } from '../../languages/en/mail.ts';
import { base } from '../base.styles.ts';
import { icon } from '../icons.ts';
import { edit, underField } from '../sites/site-fields.ts';
import { siteForm } from '../sites/site-form.styles.ts';
import { integrationFormStyles } from './integration-form.styles.ts';
import { emailStyles } from './site-integration-email.styles.ts';
import '../sites/try-settings.ts';
import './mail-addresses.ts';
import '../mark.ts';

const texts = mailTexts.card;
const EVENTS = 'integrations.email.events';
const allEvents = Object.entries(mailTexts.events);

/** Who gets mail about a site and of what, whether mail works, and which addresses refuse it. */
export class DeskSiteEmail extends LitElement {
  static override styles = [base, siteForm, integrationFormStyles, emailStyles];
  static override properties = {
    draft: { attribute: false },
    problems: { attribute: false },
    saved: { attribute: false },
    patch: { attribute: false },
    state: { state: true },
    failed: { state: true },
  };

  declare draft: SiteDraft;
  declare problems: Problems;
  declare saved: SiteView;
  declare patch: SitePatch | undefined;
  declare private state: EmailState | null;
  declare private failed: boolean;
  #asked = new AbortController();

  constructor() {
    super();
    this.state = null;
    this.failed = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asked.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('saved') && changed.get('saved')?.version !== this.saved.version) void this.#load();
  }

  protected override render() {
    const { to = [] } = this.draft.integrations.email;
    const wrong = Object.entries(this.problems).find(([path]) => path.startsWith('integrations.email.to'));
    return html`<div class="fields">
      ${this.#works()}
      <desk-mail-addresses
        id="integrations.email.to"
        .addresses=${to}
        problem=${wrong?.[1] ?? ''}
      ></desk-mail-addresses>
      ${this.#marked()} ${this.#events()}
      <desk-try-settings
        siteId=${this.saved.id}
        kind="email"
        label=${texts.test}
        text=${texts.testText}
        ?disabled=${to.length === 0}
        .patch=${this.patch}
      ></desk-try-settings>
    </div>`;
  }

  #works() {
    const { state } = this;
    if (this.failed) return html`<p class="hint problem" role="alert">${texts.stateFailed}</p>`;
    if (!state) return html`<sl-skeleton aria-hidden="true"></sl-skeleton>`;
    const outbox = html`<a href=${paths.settings('outbox')}>${texts.toOutbox(state.waiting)}</a>`;
    if (!state.canSend)
      return html`<div class="state kept">${icon('inbox')}
        <p>${texts.outbox} ${outbox}</p>
      </div>`;
    return html`<div class="state">${icon('envelope')}
      <p>
        ${texts.sends(state.from ?? '')} ${state.hearsBounces ? nothing : texts.noBounces}
        ${state.waiting > 0 ? outbox : nothing}
      </p>
    </div>`;
  }

  #marked() {
    const marked = this.state?.marked ?? [];
    if (marked.length === 0) return nothing;
    return html`<div>
      <h4>${texts.marked}</h4>
      <ul class="marked">
        ${marked.map(
          ({ address, kind }) => html`<li>
            <span dir="auto">${address}</span>
            <desk-mark filled tone="issue" icon="exclamation-triangle">${mailTexts.marks[kind]}</desk-mark>
            <sl-button size="small" @click=${() => this.#clear(address)}
              >${texts.clear}<span class="unseen"> (${address})</span></sl-button
            >
          </li>`,
        )}
      </ul>
    </div>`;
  }

  #events() {
    const chosen = this.#chosen;
    return html`<fieldset id=${EVENTS} tabindex="-1" aria-describedby="${EVENTS}-hint">
      <legend>${texts.events}</legend>
      ${allEvents.map(
        ([name, { title, text }]) => html`<label class="choice">
          <input
            type="checkbox"
            .checked=${chosen.has(name)}
            @change=${(event: Event) => this.#choose(name, (event.target as HTMLInputElement).checked)}
          />
          <span>${title}</span>
          <small>${text}</small>
        </label>`,
      )}
      ${underField(EVENTS, this.problems)}
    </fieldset>`;
  }

  get #chosen(): Set<string> {
    return new Set(this.draft.integrations.email.events ?? this.state?.defaults ?? []);
  }

  #choose(name: string, isChosen: boolean): void {
    const chosen = this.#chosen;
    if (isChosen) chosen.add(name);
    else chosen.delete(name);
    edit(
      this,
      EVENTS,
      allEvents.map(([event]) => event).filter((event) => chosen.has(event)),
    );
  }

  async #load(): Promise<void> {
    this.#asked.abort();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    try {
      const state = await readEmailState(this.saved.id, signal);
      if (signal.aborted) return;
      this.state = state;
      this.failed = false;
    } catch {
      if (!signal.aborted) this.failed = true;
    }
  }

  async #clear(address: string): Promise<void> {
    try {
      await clearMailMark(address);
      showToast(texts.cleared(address));
      await this.#load();
    } catch (error) {
      showToast(`${texts.clearFailed} ${messageOf(error)}`, { tone: 'problem' });
    }
  }
}

customElements.define('desk-site-email', DeskSiteEmail);

declare global {
  interface HTMLElementTagNameMap {
    'desk-site-email': DeskSiteEmail;
  }
}
