import { css, html, LitElement } from 'lit';
import { chooseLanguage, chosenLanguage } from '../../controllers/shell/language.ts';
import { languageTexts as texts } from '../../languages/en/language.ts';
import { type Language, languageNames, languages } from '../../languages/names.ts';
import { base } from '../base.styles.ts';
import { icon } from '../icons.ts';
import { selectField } from '../settings.styles.ts';

/** The dashboard's language, each by its own name. Choosing loads the page again; who would lose something is asked. */
export class DeskLanguageChoice extends LitElement {
  static override styles = [
    base,
    selectField,
    css`
      :host([quiet]) .select {
        grid-template-columns: auto auto;
        align-items: center;
        gap: 2px;
        color: var(--parlour-ink-soft);
        font-size: var(--parlour-size-xs);
      }
      :host([quiet]) select {
        background: transparent;
        border-color: transparent;
      }
      :host([quiet]) select:hover {
        border-color: var(--parlour-line-soft);
      }
      option {
        color: var(--parlour-ink);
        background: var(--parlour-surface);
      }
    `,
  ];
  static override properties = { quiet: { type: Boolean }, unsaved: { attribute: false } };

  /** Small and without a word above it, where it is not what the page is about. */
  declare quiet: boolean;
  /** True when loading the page again would lose what was typed. */
  declare unsaved?: () => boolean;

  protected override render() {
    const chosen = chosenLanguage() ?? '';
    const option = (value: Language | '', name: string) =>
      html`<option value=${value} lang=${value || document.documentElement.lang} .selected=${value === chosen}>${name}</option>`;
    return html`<label class="select">
      ${this.quiet ? html`${icon('globe2')}<span class="unseen">${texts.label}</span>` : html`<span>${texts.label}</span>`}
      <select @change=${this.#onChange}>
        ${option('', texts.browser)} ${languages.map((language) => option(language, languageNames[language]))}
      </select>
    </label>`;
  }

  async #onChange(event: Event): Promise<void> {
    const select = event.target as HTMLSelectElement;
    const language = languages.find((known) => known === select.value) ?? null;
    if (this.unsaved?.() && !(await this.#insists())) select.value = chosenLanguage() ?? '';
    else chooseLanguage(language);
  }

  async #insists(): Promise<boolean> {
    const { askFirst } = await import('../confirm-dialog.ts');
    return askFirst({ heading: texts.loseTitle, text: texts.loseText, action: texts.change, danger: true });
  }
}

customElements.define('desk-language-choice', DeskLanguageChoice);

declare global {
  interface HTMLElementTagNameMap {
    'desk-language-choice': DeskLanguageChoice;
  }
}
