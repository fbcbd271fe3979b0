import type { SlInput } from '@shoelace-style/shoelace';
import { html, LitElement, nothing } from 'lit';
import { signIn } from '../../api/auth.ts';
import { ApiError } from '../../api/client.ts';
import { showSignedIn } from '../../controllers/viewer.ts';
import { entranceTexts as texts } from '../../languages/en/entrance.ts';
import { loadInput } from '../../shoelace.ts';
import { base } from '../../ui/base.styles.ts';
import { form } from '../../ui/staff/form.styles.ts';
import { formProblem } from '../../ui/waiting.ts';
import '../../ui/staff/entrance.ts';

/** Few forget their password; the form comes when it is asked for. */
const forgotPage = () => import('./forgot-page.ts');

/** Signing in. The address stays what it was, so that one ends up where one wanted to go. */
export class DeskSignInPage extends LitElement {
  static override styles = [base, form];
  static override properties = {
    meanwhile: { type: Boolean },
    problem: { state: true },
    busy: { state: true },
    forgot: { state: true },
  };

  /** The session ended while somebody was at work. */
  declare meanwhile: boolean;
  declare private problem: string;
  declare private busy: boolean;
  /** What was typed as e-mail by somebody who forgot the password; null while nobody has. */
  declare private forgot: string | null;

  constructor() {
    super();
    this.problem = '';
    this.busy = false;
    this.forgot = null;
    void loadInput();
  }

  protected override render() {
    if (this.forgot !== null) {
      void forgotPage();
      return html`<desk-forgot-page email=${this.forgot} @desk-back=${this.#back}></desk-forgot-page>`;
    }
    const lead = this.meanwhile ? texts.signIn.signedOutMeanwhile : texts.signIn.lead;
    return html`<desk-entrance heading=${texts.signIn.welcome} lead=${lead}>
      <form @submit=${this.#submit} novalidate>
        ${this.#input('email', texts.signIn.email, 'username')}
        ${this.#input('password', texts.signIn.password, 'current-password')}
        <div role="alert">${this.problem ? html`<div class="problem">${this.problem}</div>` : nothing}</div>
        <sl-button type="submit" variant="primary" size="large" ?loading=${this.busy}>${texts.signIn.button}</sl-button>
        <sl-button variant="text" @click=${this.#forget}>${texts.signIn.forgot}</sl-button>
      </form>
    </desk-entrance>`;
  }

  #input(name: 'email' | 'password', label: string, autocomplete: string) {
    return html`<sl-input
      name=${name}
      type=${name}
      label=${label}
      autocomplete=${autocomplete}
      size="large"
      ?password-toggle=${name === 'password'}
    ></sl-input>`;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const email = this.#value('email').trim();
    const password = this.#value('password');
    if (!email || !password) {
      this.problem = texts.signIn.missing;
      return;
    }
    this.busy = true;
    this.problem = '';
    try {
      showSignedIn(await signIn(email, password));
    } catch (error) {
      this.problem = isWrongPair(error) ? texts.signIn.wrong : formProblem(error);
      this.#field('password')?.focus();
    } finally {
      this.busy = false;
    }
  }

  #forget(): void {
    this.forgot = this.#value('email').trim();
  }

  #back(): void {
    this.forgot = null;
    this.problem = '';
  }

  #field(name: string): SlInput | null {
    return this.renderRoot.querySelector<SlInput>(`sl-input[name=${name}]`);
  }

  #value(name: string): string {
    return this.#field(name)?.value ?? '';
  }
}

/** An address that isn't one is wrong in the same way as one that nobody has. */
function isWrongPair(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 401 || error.status === 422);
}

customElements.define('desk-sign-in-page', DeskSignInPage);

declare global {
  interface HTMLElementTagNameMap {
    'desk-sign-in-page': DeskSignInPage;
  }
}
