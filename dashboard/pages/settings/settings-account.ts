import type { SlInput } from '@shoelace-style/shoelace';
import { css, html, LitElement, nothing } from 'lit';
import type { UserView } from '../../../backend/staff/schema.ts';
import { renameMe } from '../../api/account.ts';
import { singleKeys, type Theme, theme } from '../../controllers/preferences.ts';
import { outbox } from '../../controllers/sessions/outbox.ts';
import { Watch } from '../../controllers/store.ts';
import { showToast } from '../../controllers/toasts.ts';
import { viewer } from '../../controllers/viewer.ts';
import { texts } from '../../languages/en/app.ts';
import { settingsTexts } from '../../languages/en/settings.ts';
import { loadInput, loadSwitch } from '../../shoelace.ts';
import { base } from '../../ui/base.styles.ts';
import type { Option } from '../../ui/choice.ts';
import { settingsSection } from '../../ui/settings.styles.ts';
import { formProblem } from '../../ui/waiting.ts';
import '../../ui/choice.ts';
import '../../ui/staff/device-list.ts';
import '../../ui/facts.ts';
import '../../ui/staff/language-choice.ts';
import '../../ui/staff/mail-choices.ts';
import '../../ui/staff/notification-settings.ts';
import '../../ui/staff/password-form.ts';

const says = settingsTexts.account;
const themes: readonly (Option & readonly [Theme, string])[] = [
  ['system', texts.account.system],
  ['light', texts.account.light],
  ['dark', texts.account.dark],
];

/** What people look after themselves: name, password, devices, and how the dashboard looks in this browser. */
export class DeskSettingsAccount extends LitElement {
  static override styles = [
    base,
    settingsSection,
    css`
      .card {
        justify-items: start;
      }
      desk-facts {
        width: min(400px, 100%);
      }
      desk-device-list,
      desk-password-form {
        width: 100%;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 8px;
        width: min(400px, 100%);
      }
      form sl-input {
        flex: 1 1 200px;
      }
    `,
  ];
  static override properties = {
    user: { attribute: false },
    problem: { state: true },
    busy: { state: true },
  };

  declare user: UserView;
  declare private problem: string;
  declare private busy: boolean;

  readonly #theme = new Watch(this, theme);
  readonly #singleKeys = new Watch(this, singleKeys);

  constructor() {
    super();
    this.problem = '';
    this.busy = false;
    void loadInput();
    void loadSwitch();
  }

  protected override render() {
    const { email, role } = this.user;
    return html`<div class="head"><h1>${settingsTexts.sections.account}</h1></div>
      <section class="card">
        <header>
          <h2>${says.you}</h2>
          <p>${says.youText}</p>
        </header>
        ${this.#nameForm()}
        <desk-facts
          .facts=${[[says.email, email], [says.role, texts.account.roles[role]]]}
        ></desk-facts>
      </section>
      <section class="card"><desk-password-form email=${email}></desk-password-form></section>
      <section class="card"><desk-device-list></desk-device-list></section>
      <section class="card"><desk-mail-choices></desk-mail-choices></section>
      ${this.#thisBrowser()}`;
  }

  #nameForm() {
    return html`<form @submit=${this.#rename} novalidate>
        <sl-input name="name" label=${says.name} autocomplete="name" maxlength="120" value=${this.user.name}></sl-input>
        <sl-button type="submit" ?loading=${this.busy}>${settingsTexts.save}</sl-button>
      </form>
      <div role="alert">${this.problem ? html`<div class="problem">${this.problem}</div>` : nothing}</div>`;
  }

  #thisBrowser() {
    return html`<section class="card">
        <header>
          <h2>${texts.settingsPage.appearance}</h2>
          <p>${texts.settingsPage.appearanceText}</p>
        </header>
        <desk-choice
          joined
          label=${texts.account.theme}
          .options=${themes}
          value=${this.#theme.value}
          @desk-choose=${(event: CustomEvent<Theme>) => theme.set(event.detail)}
        ></desk-choice>
        <desk-language-choice .unsaved=${() => this.#isUnsaved()}></desk-language-choice>
      </section>
      <section class="card"><desk-notification-settings></desk-notification-settings></section>
      <section class="card">
        <header>
          <h2>${texts.settingsPage.keyboard}</h2>
          <p>${texts.settingsPage.singleKeysText}</p>
        </header>
        <sl-switch .checked=${this.#singleKeys.value} @sl-change=${this.#onSwitch}
          >${texts.settingsPage.singleKeys}</sl-switch
        >
      </section>`;
  }

  /** What is typed on this page, and messages that did not reach their visitors yet. */
  #isUnsaved(): boolean {
    const isTyped = this.#nameField?.value.trim() !== this.user.name;
    const isPassword = this.renderRoot.querySelector('desk-password-form')?.isTyped ?? false;
    return isTyped || isPassword || outbox.value.some(({ status }) => status !== 'sent');
  }

  get #nameField(): SlInput | null {
    return this.renderRoot.querySelector<SlInput>('sl-input[name=name]');
  }

  #onSwitch(event: Event): void {
    singleKeys.set((event.target as HTMLInputElement).checked);
  }

  async #rename(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const name = this.#nameField?.value.trim() ?? '';
    if (this.busy || name === this.user.name) return;
    this.busy = true;
    this.problem = '';
    try {
      viewer.set({ status: 'signed-in', user: await renameMe(name) });
      showToast(says.nameSaved);
    } catch (error) {
      this.problem = formProblem(error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('desk-settings-account', DeskSettingsAccount);

declare global {
  interface HTMLElementTagNameMap {
    'desk-settings-account': DeskSettingsAccount;
  }
}
