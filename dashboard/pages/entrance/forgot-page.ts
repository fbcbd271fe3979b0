import type { SlInput } from '@shoelace-style/shoelace';
import { css, html, LitElement, nothing } from 'lit';
import { askForReset } from '../../api/account.ts';
import { entranceTexts as texts } from '../../languages/en/entrance.ts';
import { loadInput } from '../../shoelace.ts';
import { base } from '../../ui/base.styles.ts';
import { form } from '../../ui/staff/form.styles.ts';
import { formProblem } from '../../ui/waiting.ts';
import '../../ui/staff/entrance.ts';

const says = texts.forgot;

/**
 * Asking for a new password. It says the same whether the address is known or not, and how a link really comes.
 * @fires desk-back - the sign-in form is wanted again
 */
export class DeskForgotPage extends LitElement {
  static override styles = [
    base,
    form,
    css`
      .back {
        margin-top: 16px;
        width: 100%;
      }
      p + p {
        margin-top: 8px;
      }
    `,
  ];
  static override properties = {
    email: {},
    problem: { state: true },
    busy: { state: true },
    asked: { state: true },
  };

  /** What was typed on the sign-in page already. */
  declare email: string;
  declare private problem: string;
  declare private busy: boolean;
  declare private asked: boolean;

  constructor() {
    super();
    this.email = '';
    this.problem = '';
    this.busy = false;
    this.asked = false;
    void loadInput();
  }

  protected override render() {
    const back = html`<sl-button class="back" size="large" variant="text" @click=${this.#back}>${says.back}</sl-button>`;
    if (this.asked) {
      return html`<desk-entrance heading=${says.askedTitle} lead=${says.askedText}>
        <p role="status">${says.askedAdmin}</p>
        ${back}
      </desk-entrance>`;
    }
    return html`<desk-entrance heading=${says.title} lead=${says.lead}>
      <form @submit=${this.#submit} novalidate>
        <sl-input
          name="email"
          type="email"
          label=${texts.signIn.email}
          autocomplete="username"
          size="large"
          value=${this.email}
        ></sl-input>
        <div role="alert">${this.problem ? html`<div class="problem">${this.problem}</div>` : nothing}</div>
        <sl-button type="submit" variant="primary" size="large" ?loading=${this.busy}>${says.button}</sl-button>
      </form>
      ${back}
    </desk-entrance>`;
  }

  #back(): void {
    this.dispatchEvent(new CustomEvent('desk-back'));
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const email = this.renderRoot.querySelector<SlInput>('sl-input')?.value.trim() ?? '';
    if (this.busy) return;
    if (!email) {
      this.problem = says.missing;
      return;
    }
    this.busy = true;
    this.problem = '';
    try {
      await askForReset(email);
      this.asked = true;
    } catch (error) {
      this.problem = formProblem(error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('desk-forgot-page', DeskForgotPage);

declare global {
  interface HTMLElementTagNameMap {
    'desk-forgot-page': DeskForgotPage;
  }
  interface HTMLElementEventMap {
    'desk-back': CustomEvent;
  }
}
