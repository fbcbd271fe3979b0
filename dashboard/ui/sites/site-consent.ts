import { html, LitElement, nothing } from 'lit';
import type { ConsentSettings } from '../../../backend/sites/schema.ts';
import { nextVersion } from '../../controllers/sites/consent-version.ts';
import type { Problems, SiteDraft } from '../../controllers/sites/site-draft.ts';
import { siteTexts } from '../../languages/en/sites.ts';
import { loadSwitch } from '../../shoelace.ts';
import { base } from '../base.styles.ts';
import { areaField, edit, switchField, textField } from './site-fields.ts';
import { siteForm } from './site-form.styles.ts';

const texts = siteTexts.consent;

/** What visitors agree to, and which version of it. */
export class DeskSiteConsent extends LitElement {
  static override styles = [base, siteForm];
  static override properties = {
    draft: { attribute: false },
    problems: { attribute: false },
    saved: { attribute: false },
  };

  declare draft: SiteDraft;
  declare problems: Problems;
  /** What visitors see now. */
  declare saved: ConsentSettings;

  constructor() {
    super();
    void loadSwitch();
  }

  protected override render() {
    const { problems, saved } = this;
    const { consent } = this.draft.widget;
    const next = nextVersion(saved.version);
    const stale = consent.text.trim() !== saved.text.trim() && consent.version === saved.version;
    return html`<p class="lead">${texts.lead}</p>
      <div class="fields">
        ${switchField({ path: 'widget.consent.required', label: texts.required, hint: texts.requiredHint, on: consent.required })}
        ${areaField({
          path: 'widget.consent.text',
          label: texts.text,
          hint: texts.textHint,
          problems,
          value: consent.text,
          max: 2000,
        })}
        ${textField({
          path: 'widget.consent.version',
          label: texts.version,
          hint: texts.versionHint,
          more: stale
            ? html`<p class="hint" role="status">
                <button
                  type="button"
                  class="link"
                  @click=${(event: Event) => edit(event.currentTarget, 'widget.consent.version', next)}
                >
                  ${texts.raise(next)}</button
                >. ${texts.raiseWhy}
              </p>`
            : nothing,
          problems,
          value: consent.version,
          max: 50,
          size: 'short',
        })}
      </div>`;
  }
}

customElements.define('desk-site-consent', DeskSiteConsent);

declare global {
  interface HTMLElementTagNameMap {
    'desk-site-consent': DeskSiteConsent;
  }
}
