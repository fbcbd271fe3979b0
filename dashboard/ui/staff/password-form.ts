import type { SlInput } from '@shoelace-style/shoelace';
import { css, html, LitElement, nothing } from 'lit';
import { changePassword } from '../../api/account.ts';
import { ApiError } from '../../api/client.ts';
import { showToast } from '../../controllers/toasts.ts';
import { entranceTexts } from '../../languages/en/entrance.ts';
import { settingsTexts } from '../../languages/en/settings.ts';
import { loadInput } from '../../shoelace.ts';
import { base } from '../base.styles.ts';
import { settingsSection } from '../settings.styles.ts';
import { formProblem } from '../waiting.ts';

/** The same bound as the server's (ASVS 5.0, 6.2.1). */
const SHORTEST = 12;
const says = settingsTexts.account;

/**
 * Changing one's password: the old one, a new one, and plain advice.
 * @fires desk-devices-changed - other devices were signed out by it
 */
export class DeskPasswordForm extends LitElement {
  static override styles = [
    base,
    settingsSection,
    css`
      form {
        margin-top: 16px;
      }
    `,
  ];
  static override properties = {
    email: {},
    problems: { state: true },
    typed: { state: true },
    busy: { state: true },
  };

  /** Whose password it is: password managers want to know. */
  declare email: string;
  /** By field; under '' what belongs to none. */
  declare private problems: Record<string, string>;
  declare private typed: number;
  declare private busy: boolean;

  constructor() {
    super();
    this.problems = {};
    this.typed = 0;
    this.busy = false;
    void loadInput();
  }

  protected override render() {
    const problem = this.problems[''];
    return html`<h2>${says.password}</h2>
      <p>${says.passwordText}</p>
      <form class="fields" @submit=${this.#submit} novalidate>
        <input type="text" name="username" autocomplete="username" .value=${this.email} hidden />
        ${this.#input('currentPassword', says.current, 'current-password')}
        ${this.#input('password', says.next, 'new-password')} ${this.#hint()}
        <div role="alert">${problem ? html`<div class="problem">${problem}</div>` : nothing}</div>
        <sl-button type="submit" ?loading=${this.busy}>${says.change}</sl-button>
      </form>`;
  }

  #input(name: 'currentPassword' | 'password', label: string, autocomplete: string) {
    const problem = this.problems[name];
    return html`<sl-input
        name=${name}
        type="password"
        label=${label}
        autocomplete=${autocomplete}
        password-toggle
        @sl-input=${name === 'password' ? this.#count : nothing}
      ></sl-input>
      ${problem ? html`<p class="hint bad" role="alert">${problem}</p>` : nothing}`;
  }

  #hint() {
    if (this.typed === 0) return nothing;
    const missing = SHORTEST - this.typed;
    return missing > 0
      ? html`<p class="hint">${entranceTexts.setPassword.tooShort(missing)}</p>`
      : html`<p class="hint good">${entranceTexts.setPassword.longEnough}</p>`;
  }

  #count(): void {
    this.typed = [...(this.#field('password')?.value ?? '')].length;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const current = this.#field('currentPassword')?.value ?? '';
    const next = this.#field('password')?.value ?? '';
    this.problems = check(current, next);
    if (this.busy || Object.keys(this.problems).length > 0) return;
    this.busy = true;
    try {
      await changePassword(current, next);
      for (const field of this.renderRoot.querySelectorAll<SlInput>('sl-input')) field.value = '';
      this.typed = 0;
      showToast(says.changed);
      this.dispatchEvent(new CustomEvent('desk-devices-changed', { bubbles: true, composed: true }));
    } catch (error) {
      this.problems = problemsOf(error);
    } finally {
      this.busy = false;
    }
  }

  /** Something stands in a field, which loading the page again would lose. */
  get isTyped(): boolean {
    return [...this.renderRoot.querySelectorAll<SlInput>('sl-input')].some(({ value }) => value !== '');
  }

  #field(name: string): SlInput | null {
    return this.renderRoot.querySelector<SlInput>(`sl-input[name=${name}]`);
  }
}

function check(current: string, next: string): Record<string, string> {
  if (!current) return { currentPassword: says.missingCurrent };
  const missing = SHORTEST - next.length;
  return missing > 0 ? { password: entranceTexts.setPassword.tooShort(missing) } : {};
}

function problemsOf(error: unknown): Record<string, string> {
  const fields = error instanceof ApiError ? error.fields : [];
  if (fields.length === 0) return { '': formProblem(error) };
  return Object.fromEntries(fields.map(({ path, message }) => [path, message]));
}

customElements.define('desk-password-form', DeskPasswordForm);

declare global {
  interface HTMLElementTagNameMap {
    'desk-password-form': DeskPasswordForm;
  }
  interface HTMLElementEventMap {
    'desk-devices-changed': CustomEvent;
  }
}
