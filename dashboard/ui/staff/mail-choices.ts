import { html, LitElement, nothing } from 'lit';
import type { MailChoicesPatch, MailChoicesView } from '../../../backend/staff/account/schema.ts';
import { messageOf } from '../../api/client.ts';
import { chooseMails, readMailChoices } from '../../api/mail.ts';
import { showToast } from '../../controllers/toasts.ts';
import { mailTexts } from '../../languages/en/mail.ts';
import { loadSwitch } from '../../shoelace.ts';
import { base } from '../base.styles.ts';
import { notificationSettingsStyles } from './notification-settings.styles.ts';

const texts = mailTexts.account;

/** Which mails one gets. Each switch counts at once. */
export class DeskMailChoices extends LitElement {
  static override styles = [base, notificationSettingsStyles];
  static override properties = { choices: { state: true }, problem: { state: true } };

  declare private choices: MailChoicesView | null;
  declare private problem: string;
  readonly #gone = new AbortController();

  constructor() {
    super();
    this.choices = null;
    this.problem = '';
    void loadSwitch();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#gone.abort();
  }

  protected override render() {
    const { choices } = this;
    return html`<header>
        <h2>${texts.title}</h2>
        <p>${texts.text}</p>
      </header>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      ${
        choices?.problem
          ? html`<p class="problem" role="status">
              ${texts.problem(mailTexts.marks[choices.problem as keyof typeof mailTexts.marks])}
            </p>`
          : nothing
      }
      ${this.#switch('dailySummary', texts.daily, texts.dailyText)}
      ${this.#switch('fixedIssues', texts.fixed, texts.fixedText)}`;
  }

  #switch(name: 'dailySummary' | 'fixedIssues', label: string, hint: string) {
    return html`<sl-switch
      help-text=${hint}
      ?disabled=${!this.choices}
      .checked=${this.choices?.[name] ?? false}
      @sl-change=${(event: Event) => this.#save({ [name]: (event.target as HTMLInputElement).checked })}
      >${label}</sl-switch
    >`;
  }

  async #load(): Promise<void> {
    try {
      this.choices = await readMailChoices(this.#gone.signal);
    } catch (error) {
      if (!this.#gone.signal.aborted) this.problem = `${texts.failed} ${messageOf(error)}`;
    }
  }

  async #save(patch: MailChoicesPatch): Promise<void> {
    const before = this.choices;
    try {
      const saved = await chooseMails(patch);
      // Two switches may be on their way: each answer speaks for its own.
      this.choices = { ...saved, ...this.choices, ...patch, problem: saved.problem };
    } catch (error) {
      showToast(`${texts.saveFailed} ${messageOf(error)}`, { tone: 'problem' });
      // The switch goes back to how it is.
      this.choices = before && { ...before };
      this.renderRoot.querySelectorAll('sl-switch').forEach((element, at) => {
        element.checked = (at === 0 ? before?.dailySummary : before?.fixedIssues) ?? false;
      });
    }
  }
}

customElements.define('desk-mail-choices', DeskMailChoices);

declare global {
  interface HTMLElementTagNameMap {
    'desk-mail-choices': DeskMailChoices;
  }
}
