import type { SlInput } from '@shoelace-style/shoelace';
import { html, LitElement, nothing } from 'lit';
import { confirmToken } from '../../api/auth.ts';
import { ApiError } from '../../api/client.ts';
import { navigate, paths } from '../../controllers/router.ts';
import { askWho } from '../../controllers/viewer.ts';
import { entranceTexts as texts } from '../../languages/en/entrance.ts';
import { loadInput } from '../../shoelace.ts';
import { base } from '../../ui/base.styles.ts';
import { form } from '../../ui/staff/form.styles.ts';
import { formProblem } from '../../ui/waiting.ts';
import { type OneTimeLink, purposeTexts, readOneTimeLink } from './one-time-link.ts';
import '../../ui/staff/entrance.ts';
import '../../ui/notice.ts';

/** The same bound as the server's (ASVS 5.0, 6.2.1). */
const SHORTEST = 12;

/** Choosing a password by a one-time link: the first admin, an invitation, or a forgotten one. */
export class DeskSetPasswordPage extends LitElement {
  static override styles = [base, form];
  static override properties = {
    problems: { state: true },
    typed: { state: true },
    busy: { state: true },
  };

  /** By field; under '' what belongs to none. */
  declare private problems: Record<string, string>;
  /** How many characters the password has so far. */
  declare private typed: number;
  declare private busy: boolean;

  readonly #link: OneTimeLink | null = readOneTimeLink(location.hash);

  constructor() {
    super();
    this.problems = {};
    this.typed = 0;
    this.busy = false;
    void loadInput();
  }

  protected override render() {
    if (!this.#link) return this.#incomplete();
    const { title, lead } = purposeTexts[this.#link.purpose];
    const first = this.#link.purpose === 'setup';
    const problem = this.problems[''];
    return html`<desk-entrance heading=${title} lead=${lead}>
      <form @submit=${this.#submit} novalidate>
        ${first ? this.#input('name', 'text', texts.setPassword.name, 'name') : nothing}
        ${first ? this.#input('email', 'email', texts.setPassword.email, 'username') : nothing}
        ${this.#input('password', 'password', texts.setPassword.password, 'new-password')}
        ${this.#passwordHint()}
        <div role="alert">${problem ? html`<div class="problem">${problem}</div>` : nothing}</div>
        <sl-button type="submit" variant="primary" size="large" ?loading=${this.busy}
          >${texts.setPassword.button}</sl-button
        >
      </form>
    </desk-entrance>`;
  }

  #incomplete() {
    return html`<desk-entrance heading=${texts.setPassword.resetTitle} lead=${texts.setPassword.noToken}>
      <sl-button href=${paths.conversations()}>${texts.setPassword.toSignIn}</sl-button>
    </desk-entrance>`;
  }

  #input(name: string, type: 'text' | 'email' | 'password', label: string, autocomplete: string) {
    const problem = this.problems[name];
    return html`<sl-input
        name=${name}
        type=${type}
        label=${label}
        autocomplete=${autocomplete}
        size="large"
        ?password-toggle=${type === 'password'}
        @sl-input=${type === 'password' ? this.#count : nothing}
      ></sl-input>
      ${problem ? html`<p class="hint problem-text" role="alert">${problem}</p>` : nothing}`;
  }

  #passwordHint() {
    if (this.typed === 0) return html`<p class="hint">${texts.setPassword.advice}</p>`;
    const missing = SHORTEST - this.typed;
    return missing > 0
      ? html`<p class="hint">${texts.setPassword.tooShort(missing)}</p>`
      : html`<p class="hint good">${texts.setPassword.longEnough}</p>`;
  }

  #count(): void {
    this.typed = [...this.#value('password')].length;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const link = this.#link;
    if (this.busy || !link) return;
    const name = this.#value('name').trim();
    const email = this.#value('email').trim();
    const password = this.#value('password');
    this.problems = check(link, { name, email, password });
    if (Object.keys(this.problems).length > 0) return;
    this.busy = true;
    try {
      await confirmToken({
        token: link.token,
        password,
        ...(link.purpose === 'setup' ? { name, email } : {}),
      });
      // The token is spent; it has no business in the history.
      navigate(paths.conversations(), { replace: true });
      await askWho();
    } catch (error) {
      this.problems = problemsOf(error);
    } finally {
      this.busy = false;
    }
  }

  #value(name: string): string {
    return this.renderRoot.querySelector<SlInput>(`sl-input[name=${name}]`)?.value ?? '';
  }
}

function check(
  link: OneTimeLink,
  given: { name: string; email: string; password: string },
): Record<string, string> {
  const problems: Record<string, string> = {};
  if (link.purpose === 'setup') {
    if (!given.name) problems.name = texts.setPassword.missingName;
    if (!given.email) problems.email = texts.setPassword.missingEmail;
  }
  const missing = SHORTEST - given.password.length;
  if (missing > 0)
    problems[''] = given.password ? texts.setPassword.tooShort(missing) : texts.setPassword.advice;
  return problems;
}

/** What the server said, beside the fields it spoke of. */
function problemsOf(error: unknown): Record<string, string> {
  if (!(error instanceof ApiError)) return { '': formProblem(error) };
  if (error.status === 401 || error.status === 404 || error.status === 409)
    return { '': texts.setPassword.spent };
  const own = error.fields.filter(({ path }) => path === 'name' || path === 'email' || path === 'password');
  if (own.length === 0) return { '': formProblem(error) };
  return Object.fromEntries(own.map(({ path, message }) => [path, message]));
}

customElements.define('desk-set-password-page', DeskSetPasswordPage);

declare global {
  interface HTMLElementTagNameMap {
    'desk-set-password-page': DeskSetPasswordPage;
  }
}
