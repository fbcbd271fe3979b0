import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { missingTwins, type ReadOrigins, readOrigins } from '../../controllers/sites/origins.ts';
import { siteTexts } from '../../languages/en/sites.ts';
import { base } from '../base.styles.ts';
import { siteForm } from './site-form.styles.ts';

/**
 * The addresses where a chat may appear, a line each. What people paste is reduced to what counts, and said so; the
 * text itself is tidied when they leave the field.
 * @fires desk-origins - `detail` is what was read: `{origins, notes, problem}`
 */
export class DeskOriginsField extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override styles = [base, siteForm];
  static override properties = {
    origins: { attribute: false },
    problem: {},
    text: { state: true },
    notes: { state: true },
  };

  declare origins: readonly string[];
  /** What is wrong with them, from outside. */
  declare problem: string;
  declare private text: string;
  declare private notes: readonly string[];

  constructor() {
    super();
    this.origins = [];
    this.problem = this.text = '';
    this.notes = [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Changed from outside, by discarding or by a colleague: what was typed is no longer what counts.
    if (changed.has('origins') && readOrigins(this.text).origins.join() !== this.origins.join()) {
      this.text = this.origins.join('\n');
      this.notes = [];
    }
  }

  protected override render() {
    const { originsLabel, originsHint, originsPlaceholder, origins: words } = siteTexts;
    const [twin] = missingTwins(this.origins);
    const open = this.origins.filter((origin) =>
      /^http:\/\/(?!localhost|127\.|192\.168\.|10\.|\[)/.test(origin),
    );
    return html`<div class="field">
      <label for="origins">${originsLabel}</label>
      <textarea
        id="origins"
        rows="3"
        spellcheck="false"
        autocapitalize="off"
        placeholder=${originsPlaceholder}
        aria-describedby="hint"
        aria-invalid=${this.problem ? 'true' : 'false'}
        .value=${this.text}
        @input=${this.#onInput}
        @blur=${this.#tidy}
      ></textarea>
      <p class="hint ${this.problem ? 'problem' : ''}" id="hint">${this.problem || originsHint}</p>
      <div role="status" class="hint">${this.notes.map((note) => html`<p>${note}</p>`)}</div>
      ${open.map((origin) => html`<p class="hint note">${words.insecure(origin)}</p>`)}
      ${
        twin && !this.problem
          ? html`<p class="hint">
              ${words.twins}
              <button type="button" class="link" @click=${() => this.#add(twin)}>${words.addTwin(twin)}</button>
            </p>`
          : nothing
      }
    </div>`;
  }

  #onInput(event: Event): void {
    this.text = (event.target as HTMLTextAreaElement).value;
    this.notes = [];
    this.#tell(readOrigins(this.text));
  }

  #tidy(): void {
    const read = readOrigins(this.text);
    if (read.problem) return;
    this.notes = read.notes;
    this.text = read.origins.join('\n');
  }

  #add(origin: string): void {
    this.text = `${this.text.trimEnd()}\n${origin}`;
    this.#tell(readOrigins(this.text));
  }

  #tell(detail: ReadOrigins): void {
    this.dispatchEvent(new CustomEvent('desk-origins', { detail, bubbles: true, composed: true }));
  }
}

customElements.define('desk-origins-field', DeskOriginsField);

declare global {
  interface HTMLElementTagNameMap {
    'desk-origins-field': DeskOriginsField;
  }
  interface HTMLElementEventMap {
    'desk-origins': CustomEvent<ReadOrigins>;
  }
}
