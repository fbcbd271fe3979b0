import type { SlDialog } from '@shoelace-style/shoelace';
import { css, html, LitElement } from 'lit';
import { ApiError, messageOf } from '../../api/client.ts';
import { createSite } from '../../api/sites.ts';
import { navigate, paths } from '../../controllers/router.ts';
import type { ReadOrigins } from '../../controllers/sites/origins.ts';
import type { Problems } from '../../controllers/sites/site-draft.ts';
import { siteTexts } from '../../languages/en/sites.ts';
import { loadDialog } from '../../shoelace.ts';
import { base } from '../base.styles.ts';
import { type Edit, textField } from './site-fields.ts';
import { siteForm } from './site-form.styles.ts';
import './origins-field.ts';

/** The dialog that adds a site: a name and where its chat may appear are enough. */
export class DeskNewSite extends LitElement {
  static override styles = [
    base,
    siteForm,
    css`
      :host {
        display: contents;
      }
      form {
        display: grid;
        gap: 22px;
      }
      sl-dialog {
        --width: 540px;
      }
      sl-dialog::part(title) {
        font-weight: var(--parlour-weight-bold);
      }
      .middle {
        max-width: none;
      }
      .does {
        display: flex;
        justify-content: flex-end;
        gap: 8px;
      }
    `,
  ];
  static override properties = {
    name: { state: true },
    origins: { state: true },
    problems: { state: true },
    busy: { state: true },
  };

  declare private name: string;
  declare private origins: readonly string[];
  declare private problems: Problems;
  declare private busy: boolean;
  /** Addresses that could not be read. */
  #unreadable = '';

  constructor() {
    super();
    this.#clear();
    this.busy = false;
    void loadDialog();
  }

  async show(): Promise<void> {
    this.#clear();
    await loadDialog();
    await this.updateComplete;
    await this.renderRoot.querySelector<SlDialog>('sl-dialog')?.show();
    this.renderRoot.querySelector<HTMLElement>('input')?.focus();
  }

  protected override render() {
    const { problems } = this;
    return html`<sl-dialog label=${siteTexts.addTitle}>
      <form novalidate @submit=${this.#submit} @desk-edit=${this.#onEdit} @desk-origins=${this.#onOrigins}>
        ${textField({
          path: 'name',
          label: siteTexts.nameLabel,
          hint: siteTexts.nameHint,
          placeholder: siteTexts.namePlaceholder,
          problems,
          value: this.name,
          max: 120,
        })}
        <desk-origins-field .origins=${this.origins} problem=${problems.allowedOrigins ?? ''}></desk-origins-field>
        <p class="hint problem" role="alert" ?hidden=${!problems['']}>${problems['']}</p>
        <div class="does">
          <sl-button @click=${this.#close}>${siteTexts.cancel}</sl-button>
          <sl-button type="submit" variant="primary" ?loading=${this.busy}>${siteTexts.addButton}</sl-button>
        </div>
      </form>
    </sl-dialog>`;
  }

  #clear(): void {
    this.name = this.#unreadable = '';
    this.origins = [];
    this.problems = {};
  }

  #close(): void {
    void this.renderRoot.querySelector<SlDialog>('sl-dialog')?.hide();
  }

  #onEdit(event: CustomEvent<Edit>): void {
    this.name = String(event.detail.value);
    this.problems = {};
  }

  #onOrigins(event: CustomEvent<ReadOrigins>): void {
    this.origins = event.detail.origins;
    this.#unreadable = event.detail.problem;
    this.problems = {};
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const name = this.name.trim();
    this.problems = {
      ...(name === '' && { name: siteTexts.nameMissing }),
      ...(this.#unreadable && { allowedOrigins: this.#unreadable }),
    };
    if (this.busy || Object.keys(this.problems).length > 0) return;
    this.busy = true;
    try {
      const { timeZone: timezone } = Intl.DateTimeFormat().resolvedOptions();
      const site = await createSite({ name, allowedOrigins: [...this.origins], timezone });
      this.#close();
      navigate(paths.site(site.id, 'look'));
    } catch (error) {
      const fields = error instanceof ApiError ? error.fields : [];
      this.problems = Object.fromEntries(
        fields.length > 0
          ? fields.map(({ path, message }) => [path.split('.')[0], message])
          : [['', messageOf(error)]],
      );
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('desk-new-site', DeskNewSite);

declare global {
  interface HTMLElementTagNameMap {
    'desk-new-site': DeskNewSite;
  }
}
