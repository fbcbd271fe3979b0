import { html, LitElement, nothing } from 'lit';
import type { Problems, SiteDraft } from '../../controllers/sites/site-draft.ts';
import { siteTexts } from '../../languages/en/sites.ts';
import { loadSwitch } from '../../shoelace.ts';
import { base } from '../base.styles.ts';
import type { Option } from '../choice.ts';
import { areaField, edit, numberField, textField } from './site-fields.ts';
import { siteForm } from './site-form.styles.ts';
import './accent-field.ts';
import '../choice.ts';

const texts = siteTexts.look;
const positions: readonly Option[] = [
  ['left', texts.left],
  ['right', texts.right],
];
const themes: readonly Option[] = [
  ['auto', texts.auto],
  ['light', texts.light],
  ['dark', texts.dark],
];
/** What "open by itself" starts with. */
const USUAL_SECONDS = 20;

/** How the chat looks and what it says first. */
export class DeskSiteLook extends LitElement {
  static override styles = [base, siteForm];
  static override properties = { draft: { attribute: false }, problems: { attribute: false } };

  declare draft: SiteDraft;
  declare problems: Problems;

  constructor() {
    super();
    void loadSwitch();
  }

  protected override render() {
    const { problems } = this;
    const { widget } = this.draft;
    const after = widget.openAfterSeconds;
    return html`<p class="lead">${texts.lead}</p>
      <div class="fields">
        ${textField({
          path: 'widget.title',
          label: texts.title,
          hint: texts.titleHint,
          problems,
          value: widget.title,
          max: 80,
          size: 'middle',
        })}
        ${areaField({
          path: 'widget.greeting',
          label: texts.greeting,
          hint: widget.greeting.trim() ? texts.greetingHint : texts.greetingEmpty,
          problems,
          value: widget.greeting,
          max: 1000,
        })}
        ${textField({
          path: 'widget.launcherText',
          label: texts.launcher,
          hint: texts.launcherHint,
          problems,
          value: widget.launcherText,
          max: 80,
          size: 'middle',
        })}
        <desk-accent-field
          id="widget.accent"
          value=${widget.accent}
          problem=${problems['widget.accent'] ?? ''}
        ></desk-accent-field>
        ${this.#choice('widget.theme', texts.theme, themes, widget.theme)}
        ${this.#choice('widget.position', texts.position, positions, widget.position)}
        <div class="field">
          <sl-switch .checked=${after !== undefined} @sl-change=${this.#onOpens}>${texts.opensSwitch}</sl-switch>
          ${after === undefined ? html`<p class="hint">${texts.opensHint}</p>` : nothing}
        </div>
        ${
          after === undefined
            ? nothing
            : numberField({
                path: 'widget.openAfterSeconds',
                label: `${texts.opens} ${texts.opensAfter}`,
                hint: texts.opensHint,
                problems,
                value: after,
                unit: texts.seconds,
                empty: Number.NaN,
              })
        }
      </div>`;
  }

  #choice(path: string, label: string, options: readonly Option[], value: string) {
    return html`<div class="field">
      <span class="label" aria-hidden="true">${label}</span>
      <desk-choice
        joined
        label=${label}
        .options=${options}
        value=${value}
        @desk-choose=${(event: CustomEvent<string>) => edit(event.currentTarget, path, event.detail)}
      ></desk-choice>
    </div>`;
  }

  #onOpens(event: Event): void {
    const on = (event.target as HTMLInputElement).checked;
    edit(this, 'widget.openAfterSeconds', on ? USUAL_SECONDS : undefined);
  }
}

customElements.define('desk-site-look', DeskSiteLook);

declare global {
  interface HTMLElementTagNameMap {
    'desk-site-look': DeskSiteLook;
  }
}
