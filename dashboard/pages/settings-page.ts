import { css, html, LitElement } from 'lit';
import type { UserView } from '../../backend/staff/schema.ts';
import { singleKeys, type Theme, theme } from '../controllers/preferences.ts';
import { Watch } from '../controllers/store.ts';
import { loadSwitch } from '../shoelace.ts';
import { texts } from '../texts.ts';
import { base } from '../ui/base.styles.ts';
import type { Option } from '../ui/choice.ts';
import '../ui/choice.ts';
import '../ui/facts.ts';

const themes: readonly (Option & readonly [Theme, string])[] = [
  ['system', texts.account.system],
  ['light', texts.account.light],
  ['dark', texts.account.dark],
];

/** What one person sets for themselves. */
export class DeskSettingsPage extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        max-width: 680px;
        padding: 28px 24px 48px;
      }
      h1 {
        font-size: var(--parlour-size-l);
        margin-bottom: 20px;
      }
      section {
        display: grid;
        gap: 12px;
        justify-items: start;
        padding: 20px;
        margin-bottom: 16px;
        background: var(--parlour-surface);
        border: 1px solid var(--parlour-line-soft);
        border-radius: var(--parlour-radius-bubble);
      }
      h2 {
        font-size: var(--parlour-size-s);
      }
      p {
        color: var(--parlour-ink-soft);
      }
      desk-facts {
        width: 100%;
      }
      @media (max-width: 799px) {
        :host {
          padding: 20px 16px 32px;
        }
      }
    `,
  ];
  static override properties = { user: { attribute: false } };

  declare user: UserView;

  readonly #theme = new Watch(this, theme);
  readonly #singleKeys = new Watch(this, singleKeys);

  constructor() {
    super();
    void loadSwitch();
  }

  protected override render() {
    const { name, email, role } = this.user;
    return html`<h1>${texts.settings}</h1>
      <section>
        <h2>${texts.settingsPage.appearance}</h2>
        <p>${texts.settingsPage.appearanceText}</p>
        <desk-choice
          joined
          label=${texts.account.theme}
          .options=${themes}
          value=${this.#theme.value}
          @desk-choose=${(event: CustomEvent<Theme>) => theme.set(event.detail)}
        ></desk-choice>
      </section>
      <section>
        <h2>${texts.settingsPage.keyboard}</h2>
        <sl-switch .checked=${this.#singleKeys.value} @sl-change=${this.#onSwitch}
          >${texts.settingsPage.singleKeys}</sl-switch
        >
        <p>${texts.settingsPage.singleKeysText}</p>
      </section>
      <section>
        <desk-facts
          heading=${texts.settingsPage.account}
          .facts=${[
            [texts.settingsPage.name, name],
            [texts.settingsPage.email, email],
            [texts.settingsPage.role, texts.account.roles[role]],
          ]}
        ></desk-facts>
      </section>`;
  }

  #onSwitch(event: Event): void {
    singleKeys.set((event.target as HTMLInputElement).checked);
  }
}

customElements.define('desk-settings-page', DeskSettingsPage);

declare global {
  interface HTMLElementTagNameMap {
    'desk-settings-page': DeskSettingsPage;
  }
}
