import type { SlDialog, SlInput } from '@shoelace-style/shoelace';
import { css, html, LitElement, nothing } from 'lit';
import type { LabelColor, LabelView } from '../../../backend/sessions/label-schema.ts';
import { ApiError } from '../../api/client.ts';
import { changeLabel, createLabel } from '../../api/labels.ts';
import { showToast } from '../../controllers/toasts.ts';
import { labelTexts as texts } from '../../languages/en/labels.ts';
import { settingsTexts } from '../../languages/en/settings.ts';
import { loadDialog, loadInput } from '../../shoelace.ts';
import { base } from '../base.styles.ts';
import { settingsDialog, settingsSection } from '../settings.styles.ts';
import { formProblem } from '../waiting.ts';
import '../sessions/label-chip.ts';

const colors = Object.entries(texts.colors) as [LabelColor, string][];

/**
 * Makes a label, or gives one another name and colour.
 * @fires desk-label-saved - it is there now, or is another one
 */
export class DeskLabelDialog extends LitElement {
  static override styles = [
    base,
    settingsSection,
    settingsDialog,
    css`
      .colors {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      .colors label {
        position: relative;
        display: flex;
        padding: 4px 11px;
        border: 1px solid var(--parlour-line-soft);
        border-radius: var(--parlour-radius-pill);
        cursor: pointer;
      }
      .colors label:hover {
        background: var(--desk-hover);
      }
      .colors label:has(:checked) {
        border-color: var(--parlour-accent-ink);
        background: var(--desk-chosen);
      }
      .colors label:has(:focus-visible) {
        outline: 2px solid var(--parlour-accent-ink);
        outline-offset: 2px;
      }
      .colors input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
    `,
  ];
  static override properties = {
    label: { state: true },
    wanted: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  /** What is changed; null for a new one. */
  declare private label: LabelView | null;
  declare private wanted: boolean;
  declare private problem: string;
  declare private busy: boolean;

  #color: LabelColor = 'grey';

  constructor() {
    super();
    this.label = null;
    this.problem = '';
  }

  /** @param color the first choice for a new one */
  async show(label: LabelView | null, color: LabelColor = 'grey'): Promise<void> {
    await Promise.all([loadDialog(), loadInput()]);
    this.label = label;
    this.#color = label?.color ?? color;
    this.wanted = true;
    this.problem = '';
    await this.updateComplete;
    this.renderRoot.querySelector('form')?.reset();
    const [name, chosen] = [this.#name, this.renderRoot.querySelector(`[value=${this.#color}]`)];
    if (name) name.value = label?.name ?? '';
    if (chosen instanceof HTMLInputElement) chosen.checked = true;
    await this.#dialog?.show();
  }

  get #dialog(): SlDialog | null {
    return this.renderRoot.querySelector<SlDialog>('sl-dialog');
  }

  get #name(): SlInput | null {
    return this.renderRoot.querySelector<SlInput>('sl-input');
  }

  protected override render() {
    if (!this.wanted) return nothing;
    const { label } = this;
    return html`<sl-dialog label=${label ? texts.changeTitle(label.name) : texts.createTitle}>
      <form @submit=${this.#submit} novalidate>
        <sl-input
          label=${texts.name}
          placeholder=${texts.nameHint}
          autocomplete="off"
          maxlength="40"
          autofocus
        ></sl-input>
        <div role="alert">${this.problem ? html`<p class="hint bad">${this.problem}</p>` : nothing}</div>
        <fieldset>
          <legend>${texts.color}</legend>
          <div class="colors">
            ${colors.map(
              ([color, name]) =>
                html`<label
                  ><input type="radio" name="color" value=${color} /><desk-label color=${color}>${name}</desk-label></label
                >`,
            )}
          </div>
        </fieldset>
      </form>
      <div slot="footer" class="footer">
        <sl-button @click=${() => this.#dialog?.hide()}>${settingsTexts.cancel}</sl-button>
        <sl-button variant="primary" ?loading=${this.busy} @click=${this.#press}
          >${label ? settingsTexts.save : texts.make}</sl-button
        >
      </div>
    </sl-dialog>`;
  }

  /** The button stands in the dialog's foot, outside of the form. */
  #press(): void {
    this.renderRoot.querySelector('form')?.requestSubmit();
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const name = this.#name?.value.trim() ?? '';
    const chosen = this.renderRoot.querySelector<HTMLInputElement>('input[name=color]:checked');
    const color = (chosen?.value ?? this.#color) as LabelColor;
    this.problem = name === '' ? texts.missingName : '';
    if (this.problem) return;
    this.busy = true;
    try {
      const { label } = this;
      const saved = label ? await changeLabel(label.id, { name, color }) : await createLabel(name, color);
      this.dispatchEvent(new CustomEvent('desk-label-saved', { bubbles: true, composed: true }));
      await this.#dialog?.hide();
      showToast(label ? texts.saved(saved.name) : texts.made(saved.name));
    } catch (error) {
      const [field] = error instanceof ApiError ? error.fields : [];
      this.problem = field?.message ?? formProblem(error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('desk-label-dialog', DeskLabelDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-label-dialog': DeskLabelDialog;
  }
  interface HTMLElementEventMap {
    'desk-label-saved': CustomEvent;
  }
}
