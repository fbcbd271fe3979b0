import { html, LitElement, type PropertyValues } from 'lit';
import { mailTexts } from '../../languages/en/mail.ts';
import { base } from '../base.styles.ts';
import { edit, underField } from '../sites/site-fields.ts';
import { siteForm } from '../sites/site-form.styles.ts';

const texts = mailTexts.card;
const PATH = 'integrations.email.to';

/** What stands between addresses when people paste them. */
const read = (text: string) => [...new Set(text.split(/[\s,;]+/).filter(Boolean))];

/** The addresses that get a site's mail, a line each, as they are typed or pasted. */
export class DeskMailAddresses extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override styles = [base, siteForm];
  static override properties = {
    addresses: { attribute: false },
    problem: {},
    text: { state: true },
  };

  declare addresses: readonly string[];
  declare problem: string;
  declare private text: string;

  constructor() {
    super();
    this.addresses = [];
    this.problem = this.text = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Changed from outside, by discarding or by a colleague.
    if (changed.has('addresses') && read(this.text).join() !== this.addresses.join())
      this.text = this.addresses.join('\n');
  }

  protected override render() {
    return html`<div class="field">
      <label for="to">${texts.to}</label>
      <textarea
        id="to"
        rows=${Math.min(8, Math.max(2, this.text.split('\n').length))}
        spellcheck="false"
        autocapitalize="off"
        autocomplete="off"
        placeholder=${texts.toPlaceholder}
        aria-describedby="${PATH}-hint"
        aria-invalid=${this.problem ? 'true' : 'false'}
        .value=${this.text}
        @input=${this.#onInput}
        @blur=${() => (this.text = this.addresses.join('\n'))}
      ></textarea>
      ${underField(PATH, this.problem ? { [PATH]: this.problem } : {}, texts.toHint)}
    </div>`;
  }

  #onInput(event: Event): void {
    this.text = (event.target as HTMLTextAreaElement).value;
    this.addresses = read(this.text);
    edit(this, PATH, this.addresses);
  }
}

customElements.define('desk-mail-addresses', DeskMailAddresses);

declare global {
  interface HTMLElementTagNameMap {
    'desk-mail-addresses': DeskMailAddresses;
  }
}
