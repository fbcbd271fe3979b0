import type { SlDialog, SlInput } from '@shoelace-style/shoelace';
import { html, LitElement, nothing } from 'lit';
import type { Role } from '../../../backend/staff/schema.ts';
import { ApiError } from '../../api/client.ts';
import { invitePerson } from '../../api/people.ts';
import { settingsTexts } from '../../languages/en/settings.ts';
import { loadDialog, loadInput } from '../../shoelace.ts';
import { base } from '../base.styles.ts';
import { settingsDialog, settingsSection } from '../settings.styles.ts';
import { formProblem } from '../waiting.ts';
import { showInvitation } from './person-deeds.ts';

const says = settingsTexts.people;
const roles: readonly Role[] = ['agent', 'admin'];

/**
 * Inviting somebody: name, e-mail, role; then the link to pass on.
 * @fires desk-invited - there is a new person
 */
export class DeskInviteDialog extends LitElement {
  static override styles = [base, settingsSection, settingsDialog];
  static override properties = { wanted: { state: true }, problems: { state: true }, busy: { state: true } };

  declare private wanted: boolean;
  /** By field; under '' what belongs to none. */
  declare private problems: Record<string, string>;
  declare private busy: boolean;

  constructor() {
    super();
    this.problems = {};
  }

  async show(): Promise<void> {
    await Promise.all([loadDialog(), loadInput()]);
    this.wanted = true;
    this.problems = {};
    await this.updateComplete;
    this.renderRoot.querySelector('form')?.reset();
    await this.#dialog?.show();
  }

  get #dialog(): SlDialog | null {
    return this.renderRoot.querySelector<SlDialog>('sl-dialog');
  }

  protected override render() {
    if (!this.wanted) return nothing;
    const problem = this.problems[''];
    return html`<sl-dialog label=${says.inviteTitle}>
      <form id="invitation" @submit=${this.#submit} novalidate>
        <p class="soft">${says.inviteText}</p>
        ${this.#input('name', 'text', settingsTexts.account.name)}
        ${this.#input('email', 'email', settingsTexts.account.email)}
        <fieldset>
          <legend>${says.roleLabel}</legend>
          ${roles.map(
            (role) =>
              html`<label class="choice"
                ><input type="radio" name="role" value=${role} ?checked=${role === 'agent'} />${says.roles[role]}
                <small>${says.roleTexts[role]}</small></label
              >`,
          )}
        </fieldset>
        <div role="alert">${problem ? html`<div class="problem">${problem}</div>` : nothing}</div>
      </form>
      <div slot="footer" class="footer">
        <sl-button @click=${() => this.#dialog?.hide()}>${settingsTexts.cancel}</sl-button>
        <sl-button variant="primary" ?loading=${this.busy} @click=${this.#press}>${says.createInvite}</sl-button>
      </div>
    </sl-dialog>`;
  }

  #input(name: 'name' | 'email', type: 'text' | 'email', label: string) {
    const problem = this.problems[name];
    return html`<sl-input
        name=${name}
        type=${type}
        label=${label}
        autocomplete="off"
        maxlength=${name === 'name' ? 120 : 254}
        ?autofocus=${name === 'name'}
      ></sl-input>
      ${problem ? html`<p class="hint bad" role="alert">${problem}</p>` : nothing}`;
  }

  /** The button stands in the dialog's foot, outside of the form. */
  #press(): void {
    this.renderRoot.querySelector('form')?.requestSubmit();
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const [name, email] = [this.#value('name'), this.#value('email')];
    const role = (this.renderRoot.querySelector<HTMLInputElement>('input[name=role]:checked')?.value ??
      'agent') as Role;
    this.problems = {
      ...(name === '' && { name: says.missingName }),
      ...(email === '' && { email: says.missingEmail }),
    };
    if (Object.keys(this.problems).length > 0) return;
    this.busy = true;
    try {
      const { inviteUrl } = await invitePerson({ name, email, role });
      await this.#dialog?.hide();
      this.dispatchEvent(new CustomEvent('desk-invited', { bubbles: true, composed: true }));
      await showInvitation(name, inviteUrl);
    } catch (error) {
      this.problems = problemsOf(error);
    } finally {
      this.busy = false;
    }
  }

  #value(name: string): string {
    return this.renderRoot.querySelector<SlInput>(`sl-input[name=${name}]`)?.value.trim() ?? '';
  }
}

function problemsOf(error: unknown): Record<string, string> {
  if (error instanceof ApiError && error.status === 409) return { email: error.message };
  const fields = error instanceof ApiError ? error.fields : [];
  if (fields.length === 0) return { '': formProblem(error) };
  return Object.fromEntries(fields.map(({ path, message }) => [path, message]));
}

customElements.define('desk-invite-dialog', DeskInviteDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-invite-dialog': DeskInviteDialog;
  }
  interface HTMLElementEventMap {
    'desk-invited': CustomEvent;
  }
}
