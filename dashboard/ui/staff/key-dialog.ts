import type { SlDialog, SlInput } from '@shoelace-style/shoelace';
import { html, LitElement, nothing } from 'lit';
import type { Scope } from '../../../backend/staff/keys/schema.ts';
import { ApiError } from '../../api/client.ts';
import { createKey } from '../../api/keys.ts';
import { listSites } from '../../api/sites.ts';
import { settingsTexts } from '../../languages/en/settings.ts';
import { loadDialog, loadInput } from '../../shoelace.ts';
import { base } from '../base.styles.ts';
import { showSecret } from '../secret-dialog.ts';
import { selectField, settingsDialog, settingsSection } from '../settings.styles.ts';
import { formProblem } from '../waiting.ts';

const says = settingsTexts.keys;
const scopes = Object.entries(says.scopes) as [Scope, readonly [string, string]][];

/**
 * Making an API key: what it is for, what it may do, for which site; then the key, once.
 * @fires desk-key-made - there is a new key
 */
export class DeskKeyDialog extends LitElement {
  static override styles = [base, settingsSection, settingsDialog, selectField];
  static override properties = {
    wanted: { state: true },
    problems: { state: true },
    busy: { state: true },
    sites: { state: true },
  };

  declare private wanted: boolean;
  /** By field; under '' what belongs to none. */
  declare private problems: Record<string, string>;
  declare private busy: boolean;
  declare private sites: readonly { id: string; name: string }[];

  constructor() {
    super();
    this.problems = {};
    this.sites = [];
  }

  async show(): Promise<void> {
    await Promise.all([loadDialog(), loadInput(), this.#loadSites()]);
    this.wanted = true;
    this.problems = {};
    await this.updateComplete;
    this.renderRoot.querySelector('form')?.reset();
    await this.#dialog?.show();
  }

  get #dialog(): SlDialog | null {
    return this.renderRoot.querySelector<SlDialog>('sl-dialog');
  }

  /** Without the sites a key for all of them can still be made. */
  async #loadSites(): Promise<void> {
    this.sites = await listSites().catch(() => []);
  }

  protected override render() {
    if (!this.wanted) return nothing;
    return html`<sl-dialog label=${says.createTitle}>
      <form @submit=${this.#submit} novalidate>
        <sl-input
          name="name"
          label=${says.name}
          placeholder=${says.nameHint}
          autocomplete="off"
          maxlength="120"
          autofocus
        ></sl-input>
        ${this.#problem('name', 'hint bad')}
        <fieldset>
          <legend>${says.may}</legend>
          ${scopes.map(
            ([scope, [label, text]]) =>
              html`<label class="choice"
                ><input type="checkbox" name="scope" value=${scope} />${label}<small>${text}</small></label
              >`,
          )}
        </fieldset>
        ${this.#problem('scopes', 'hint bad')}
        <label class="select"
          >${says.site}
          <select name="site">
            <option value="">${says.everySite}</option>
            ${this.sites.map(({ id, name }) => html`<option value=${id}>${says.oneSite(name)}</option>`)}
          </select></label
        >
        <div role="alert">${this.#problem('', 'problem')}</div>
      </form>
      <div slot="footer" class="footer">
        <sl-button @click=${() => this.#dialog?.hide()}>${settingsTexts.cancel}</sl-button>
        <sl-button variant="primary" ?loading=${this.busy} @click=${this.#press}>${says.make}</sl-button>
      </div>
    </sl-dialog>`;
  }

  #problem(field: string, kind: string) {
    const problem = this.problems[field];
    return problem ? html`<p class=${kind} role="alert">${problem}</p>` : nothing;
  }

  /** The button stands in the dialog's foot, outside of the form. */
  #press(): void {
    this.renderRoot.querySelector('form')?.requestSubmit();
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const root = this.renderRoot;
    const name = root.querySelector<SlInput>('sl-input')?.value.trim() ?? '';
    const chosen = [...root.querySelectorAll<HTMLInputElement>('input[name=scope]:checked')];
    const siteId = root.querySelector('select')?.value || null;
    this.problems = {
      ...(name === '' && { name: says.missingName }),
      ...(chosen.length === 0 && { scopes: says.missingScope }),
    };
    if (Object.keys(this.problems).length > 0) return;
    this.busy = true;
    try {
      const { key } = await createKey({ name, scopes: chosen.map(({ value }) => value as Scope), siteId });
      await this.#dialog?.hide();
      this.dispatchEvent(new CustomEvent('desk-key-made', { bubbles: true, composed: true }));
      await showSecret({ heading: says.made(name), text: says.madeText, value: key });
    } catch (error) {
      this.problems = problemsOf(error);
    } finally {
      this.busy = false;
    }
  }
}

function problemsOf(error: unknown): Record<string, string> {
  const name = error instanceof ApiError && error.fields.find(({ path }) => path === 'name');
  return name ? { name: name.message } : { '': formProblem(error) };
}

customElements.define('desk-key-dialog', DeskKeyDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-key-dialog': DeskKeyDialog;
  }
  interface HTMLElementEventMap {
    'desk-key-made': CustomEvent;
  }
}
