import { html, LitElement, nothing } from 'lit';
import { clock } from '../../controllers/clock.ts';
import type { Problems, SiteDraft } from '../../controllers/sites/site-draft.ts';
import { Watch } from '../../controllers/store.ts';
import { siteTexts } from '../../languages/en/sites.ts';
import { base } from '../base.styles.ts';
import { timeIn } from '../times.ts';
import { timezones } from '../zones.ts';
import { languages } from './places.ts';
import { edit, numberField, textField, underField } from './site-fields.ts';
import { siteForm } from './site-form.styles.ts';
import '../copy-text.ts';
import './origins-field.ts';
import '../search-select.ts';

const texts = siteTexts.general;
/** Fewer days than this take away leads that nobody has called yet. */
const SHORT_RETENTION = 28;

/** Name, addresses, time zone, language and how long conversations are kept. */
export class DeskSiteGeneral extends LitElement {
  static override styles = [base, siteForm];
  static override properties = { draft: { attribute: false }, problems: { attribute: false }, siteKey: {} };

  declare draft: SiteDraft;
  declare problems: Problems;
  declare siteKey: string;

  readonly #now = new Watch(this, clock);

  protected override render() {
    const { draft, problems } = this;
    const { retentionDays: days, timezone, locale } = draft;
    const short = days !== null && days > 0 && days < SHORT_RETENTION;
    const time = timeIn(timezone, this.#now.value);
    return html`<p class="lead">${texts.lead}</p>
      <div class="fields">
        ${textField({
          path: 'name',
          label: siteTexts.nameLabel,
          hint: siteTexts.nameHint,
          problems,
          value: draft.name,
          max: 120,
          size: 'middle',
        })}
        <desk-origins-field
          id="allowedOrigins"
          .origins=${draft.allowedOrigins}
          problem=${problems.allowedOrigins ?? this.#originProblem()}
        ></desk-origins-field>
        ${this.#searched('timezone', texts.timezone, timezones(timezone), time ? `${texts.timezoneHint} ${texts.timeThere(time)}` : texts.timezoneHint)}
        ${this.#searched('locale', texts.language, languages(locale), texts.languageHint)}
        ${numberField({
          path: 'retentionDays',
          label: texts.retention,
          hint: texts.retentionHint,
          more: short ? html`<p class="hint note">${texts.retentionShort}</p>` : nothing,
          problems,
          value: days,
          unit: texts.days,
          empty: null,
        })}
        <div class="field">
          <span class="label">${texts.key}</span>
          <div><desk-copy-text text=${this.siteKey}></desk-copy-text></div>
          <p class="hint">${texts.keyHint}</p>
        </div>
      </div>`;
  }

  /** The server names a line by its number: `allowedOrigins.2`. */
  #originProblem(): string {
    return Object.entries(this.problems).find(([path]) => path.startsWith('allowedOrigins.'))?.[1] ?? '';
  }

  #searched(path: 'timezone' | 'locale', label: string, options: ReturnType<typeof languages>, hint: string) {
    return html`<div class="field">
      <span class="label" aria-hidden="true">${label}</span>
      <desk-search-select
        id=${path}
        label=${label}
        hint=${hint}
        .options=${options}
        value=${this.draft[path]}
        @desk-choose=${(event: CustomEvent<string>) => edit(event.currentTarget, path, event.detail)}
      ></desk-search-select>
      ${underField(path, this.problems, hint)}
    </div>`;
  }
}

customElements.define('desk-site-general', DeskSiteGeneral);

declare global {
  interface HTMLElementTagNameMap {
    'desk-site-general': DeskSiteGeneral;
  }
}
