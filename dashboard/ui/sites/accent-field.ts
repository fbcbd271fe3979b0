import { css, html, LitElement, nothing } from 'lit';
import { onAccent } from '../../../web-components/colour.ts';
import { siteTexts } from '../../languages/en/sites.ts';
import { number } from '../../languages/locale.ts';
import { base } from '../base.styles.ts';
import { contrast } from './contrast.ts';
import { edit } from './site-fields.ts';
import { siteForm } from './site-form.styles.ts';

const PATH = 'widget.accent';
/** Something to begin with; every one of them is easy to see on white. */
const IDEAS = ['#0f766e', '#1d4ed8', '#6d28d9', '#be185d', '#b45309', '#15803d', '#334155', '#111827'];
/** What a part of a page needs to be made out (WCAG 2.2, 1.4.11). */
const VISIBLE = 3;
const texts = siteTexts.look;

/** The chat's colour, with what is written on it shown and measured. */
export class DeskAccentField extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override styles = [
    base,
    siteForm,
    css`
      .beside {
        gap: 8px;
      }
      .pick {
        position: relative;
        width: 44px;
        height: 36px;
        border-radius: var(--parlour-radius);
        overflow: hidden;
        border: 1px solid var(--parlour-line-strong);
      }
      .pick input {
        position: absolute;
        inset: -8px;
        width: calc(100% + 16px);
        height: calc(100% + 16px);
        padding: 0;
        border: 0;
        cursor: pointer;
      }
      .pick:focus-within {
        outline: 2px solid var(--parlour-accent-ink);
        outline-offset: 2px;
      }
      .code {
        width: 104px !important;
        font-variant-numeric: tabular-nums;
      }
      .ideas {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        margin-inline-start: 6px;
      }
      .ideas button {
        width: 28px;
        height: 28px;
        padding: 4px;
        border-radius: 50%;
      }
      .ideas svg {
        display: block;
        width: 20px;
        height: 20px;
        border-radius: 50%;
        box-shadow: 0 0 0 1px var(--parlour-line-soft);
      }
      .ideas [aria-pressed='true'] {
        box-shadow: inset 0 0 0 2px var(--parlour-ink-soft);
      }
    `,
  ];
  static override properties = { value: {}, problem: {} };

  declare value: string;
  declare problem: string;

  protected override render() {
    const { value, problem } = this;
    const right = /^#[\da-f]{6}$/i.test(value);
    return html`<div class="field">
      <label for="code">${texts.accent}</label>
      <div class="beside">
        <span class="pick">
          <input
            type="color"
            aria-label=${texts.accent}
            .value=${right ? value : '#000000'}
            @input=${this.#onInput}
          />
        </span>
        <input
          id="code"
          class="code"
          spellcheck="false"
          autocomplete="off"
          maxlength="7"
          aria-label=${texts.accentCode}
          aria-describedby="hint"
          aria-invalid=${problem || !right ? 'true' : 'false'}
          .value=${value}
          @input=${this.#onInput}
        />
        <div class="ideas">
          ${IDEAS.map(
            (idea) =>
              html`<button
                type="button"
                aria-label=${idea}
                aria-pressed=${idea === value.toLowerCase() ? 'true' : 'false'}
                @click=${() => edit(this, PATH, idea)}
              >
                <svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="10" fill=${idea} /></svg>
              </button>`,
          )}
        </div>
      </div>
      ${
        right && !problem
          ? html`<p class="hint" id="hint" role="status">${readable(value)}</p>
              ${contrast(value, '#ffffff') < VISIBLE ? html`<p class="hint note">${texts.accentFaint}</p>` : nothing}`
          : html`<p class="hint problem" id="hint">${problem || texts.accentWrong}</p>`
      }
    </div>`;
  }

  #onInput(event: Event): void {
    const text = (event.target as HTMLInputElement).value.trim();
    edit(this, PATH, /^[\da-f]{6}$/i.test(text) ? `#${text}` : text);
  }
}

/** Which text the chat puts on the colour, and how well it can be read. */
function readable(accent: string): string {
  const white = onAccent(accent) === '#fff';
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const ratio = number(contrast(accent, white ? '#ffffff' : '#000000'), digits);
  return white ? texts.accentWhite(ratio) : texts.accentBlack(ratio);
}

customElements.define('desk-accent-field', DeskAccentField);

declare global {
  interface HTMLElementTagNameMap {
    'desk-accent-field': DeskAccentField;
  }
}
