import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { MessengerState } from '../../../backend/integrations/messenger/schema.ts';
import type { SitePatch, SiteView } from '../../../backend/sites/schema.ts';
import { readMessenger } from '../../api/messenger.ts';
import type { Problems, SiteDraft } from '../../controllers/sites/site-draft.ts';
import { messengerTexts as texts } from '../../languages/en/messenger.ts';
import { optionalField, type SecretValue, secretField } from '../assistant/site-agent-fields.ts';
import { base } from '../base.styles.ts';
import { edit, underField } from '../sites/site-fields.ts';
import { siteForm } from '../sites/site-form.styles.ts';
import { integrationFormStyles } from './integration-form.styles.ts';
import '../code-copy.ts';
import '../sites/try-settings.ts';
import '../time-ago.ts';

const VERIFY = 'integrations.messenger.verifyToken';

/** Connecting a Facebook page: what to do at Facebook, what to enter here, and whether it works. */
export class DeskSiteMessenger extends LitElement {
  static override styles = [
    base,
    siteForm,
    integrationFormStyles,
    css`
      ol {
        display: grid;
        gap: 6px;
        margin: 8px 0 0;
        padding-inline-start: 22px;
        max-width: 66ch;
        color: var(--parlour-ink-soft);
      }
      li::marker {
        color: var(--parlour-ink-faint);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];
  static override properties = {
    draft: { attribute: false },
    saved: { attribute: false },
    problems: { attribute: false },
    patch: { attribute: false },
    state: { state: true },
    failed: { state: true },
  };

  declare draft: SiteDraft;
  declare saved: SiteView;
  declare problems: Problems;
  /** What is not saved yet. */
  declare patch: SitePatch | undefined;
  declare private state: MessengerState | null;
  declare private failed: boolean;

  constructor() {
    super();
    this.state = null;
    this.failed = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Saved settings may have changed how it stands.
    if (changed.has('saved')) void this.#read();
  }

  protected override render() {
    const { problems, saved, patch } = this;
    const settings = this.draft.integrations.messenger;
    const before = saved.integrations.messenger;
    const secret = (name: 'pageToken' | 'appSecret') =>
      secretField({
        path: `integrations.messenger.${name}`,
        label: texts[name],
        hint: texts[`${name}Hint`],
        problems,
        value: settings[name] as SecretValue,
        saved: before?.[name],
      });
    return html`<div class="fields">
      <div>
        <h3>${texts.stepsTitle}</h3>
        <ol>
          ${texts.steps.map((step) => html`<li>${step}</li>`)}
        </ol>
      </div>
      ${optionalField({
        path: 'integrations.messenger.pageId',
        label: texts.pageId,
        hint: texts.pageIdHint,
        size: 'middle',
        max: 40,
        problems,
        value: settings.pageId,
      })}
      ${secret('pageToken')} ${secret('appSecret')}
      ${this.#verifyToken(settings.verifyToken as SecretValue, before?.verifyToken)} ${this.#callback()}
      <details>
        <summary>${texts.more}</summary>
        ${optionalField({
          path: 'integrations.messenger.graphUrl',
          label: texts.graphUrl,
          hint: texts.graphUrlHint,
          placeholder: 'https://graph.facebook.com/v25.0',
          type: 'url',
          problems,
          value: settings.graphUrl,
        })}
      </details>
      <desk-try-settings
        siteId=${saved.id}
        kind="messenger"
        label=${texts.test}
        text=${texts.testText}
        .patch=${patch}
      ></desk-try-settings>
    </div>`;
  }

  /** Made here and shown once: nobody has to think of one. */
  #verifyToken(value: SecretValue, saved: SecretValue) {
    const isSaved = typeof saved === 'object' && saved.set;
    const isShown = typeof value === 'string' && value !== '';
    const make = (event: Event) => edit(event.currentTarget, VERIFY, randomToken());
    return html`<div class="field" id=${VERIFY} tabindex="-1">
      <span class="label">${texts.verifyToken}</span>
      ${isShown ? html`<desk-code-copy label=${texts.verifyToken} .code=${value}></desk-code-copy>` : nothing}
      <div class="beside">
        ${isSaved && typeof value === 'object' ? html`<span>${texts.verifySet(saved.hint)}</span>` : nothing}
        ${
          isShown
            ? nothing
            : html`<sl-button size="small" @click=${make}>${isSaved ? texts.makeNew : texts.make}</sl-button>`
        }
      </div>
      ${underField(VERIFY, this.problems, isShown ? texts.made : texts.verifyTokenHint)}
    </div>`;
  }

  #callback() {
    const { state } = this;
    return html`<div class="field">
      <span class="label">${texts.callback}</span>
      ${
        state
          ? html`<desk-code-copy label=${texts.callback} .code=${state.callbackUrl}></desk-code-copy>`
          : html`<p class="hint ${this.failed ? 'problem' : ''}">${this.failed ? texts.stateFailed : '…'}</p>`
      }
      <p class="hint">${texts.callbackHint}</p>
      ${state && state.state !== 'off' ? this.#lastEvent(state) : nothing}
    </div>`;
  }

  #lastEvent({ lastEventAt }: MessengerState) {
    return lastEventAt
      ? html`<p class="hint">${texts.lastEvent} <desk-time-ago at=${lastEventAt}></desk-time-ago>.</p>`
      : html`<p class="hint note">${texts.never}</p>`;
  }

  async #read(): Promise<void> {
    const { id } = this.saved;
    this.failed = false;
    try {
      const state = await readMessenger(id);
      if (id === this.saved.id) this.state = state;
    } catch {
      this.failed = id === this.saved.id;
    }
  }
}

/** 24 letters that nobody guesses. */
function randomToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

customElements.define('desk-site-messenger', DeskSiteMessenger);

declare global {
  interface HTMLElementTagNameMap {
    'desk-site-messenger': DeskSiteMessenger;
  }
}
