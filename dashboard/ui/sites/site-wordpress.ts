import { css, html, LitElement, nothing } from 'lit';
import type { PluginView } from '../../../backend/sites/schema.ts';
import { messageOf } from '../../api/client.ts';
import { makeConnectCode, readPlugin } from '../../api/sites.ts';
import { siteTexts } from '../../languages/en/sites.ts';
import { number } from '../../languages/locale.ts';
import { base } from '../base.styles.ts';
import { shortcode, shortcodeFloating } from './embed-codes.ts';
import { siteForm } from './site-form.styles.ts';
import '../code-copy.ts';

const texts = siteTexts.embedding;
/** Makes the plugin where there is none. */
const BUILD = 'npm run build';
const PLUGIN = '/parlour.zip';

/** From nothing to the chat on a page of WordPress, in three steps: the plugin, its connection, the place. */
export class DeskSiteWordPress extends LitElement {
  static override styles = [
    base,
    siteForm,
    css`
      ol {
        display: grid;
        gap: 28px;
        margin: 8px 0 0;
        padding: 0;
        counter-reset: step;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
        position: relative;
        padding-inline-start: 40px;
        counter-increment: step;
      }
      li::before {
        content: counter(step);
        position: absolute;
        inset-inline-start: 0;
        width: 26px;
        border: 1px solid var(--parlour-line-strong);
        border-radius: 50%;
        font-size: var(--parlour-size-xs);
        line-height: 24px;
        text-align: center;
        color: var(--parlour-ink-soft);
      }
      h3 {
        line-height: 26px;
      }
    `,
  ];
  static override properties = {
    siteId: {},
    plugin: { state: true },
    code: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  declare siteId: string;
  /** undefined until it is known, null where there is none. */
  declare private plugin: PluginView | null | undefined;
  declare private code: string;
  declare private problem: string;
  declare private busy: boolean;

  constructor() {
    super();
    this.code = this.problem = '';
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What it weighs can be told without; whether it is there shows when it is fetched.
    readPlugin().then(
      (plugin) => (this.plugin = plugin),
      () => {},
    );
  }

  /** A code that is shown is good no more. */
  forgetCode(): void {
    this.code = '';
  }

  protected override render() {
    return html`<ol>
      <li>
        <h3>${texts.installTitle}</h3>
        ${this.#download()}
      </li>
      <li>
        <h3>${texts.connectTitle}</h3>
        ${this.#connect()}
      </li>
      <li>
        <h3>${texts.placeTitle}</h3>
        <p class="hint">${texts.placeText}</p>
        <p class="hint">${texts.shortcode}</p>
        <desk-code-copy label=${texts.shortcode} code=${shortcode}></desk-code-copy>
        <p class="hint">${texts.shortcodeFloating}</p>
        <desk-code-copy label=${texts.shortcodeFloating} code=${shortcodeFloating}></desk-code-copy>
      </li>
    </ol>`;
  }

  #download() {
    const { plugin } = this;
    if (plugin === null)
      return html`<p class="hint note">${texts.noPlugin}</p>
        <desk-code-copy label=${texts.installTitle} code=${BUILD}></desk-code-copy>`;
    return html`<p class="hint">${texts.installText}</p>
      <div class="beside">
        <sl-button href=${PLUGIN} download>
          <sl-icon slot="prefix" name="download"></sl-icon>${texts.download}
        </sl-button>
        <span class="hint">${plugin ? texts.pluginFacts(plugin.version, size(plugin.bytes)) : nothing}</span>
      </div>`;
  }

  #connect() {
    return html`<p class="hint">${texts.connectText}</p>
      ${
        this.code
          ? html`<desk-code-copy label=${texts.makeCode} code=${this.code}></desk-code-copy>
              <p class="hint">${texts.codeNote}</p>`
          : nothing
      }
      <div>
        <sl-button size=${this.code ? 'small' : 'medium'} ?loading=${this.busy} @click=${this.#makeCode}
          >${this.code ? texts.makeAnother : texts.makeCode}</sl-button
        >
      </div>
      <p class="hint problem" role="alert" ?hidden=${!this.problem}>${this.problem}</p>`;
  }

  async #makeCode(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = '';
    try {
      this.code = await makeConnectCode(this.siteId);
    } catch (error) {
      this.problem = `${texts.codeFailed} ${messageOf(error)}`;
    } finally {
      this.busy = false;
    }
  }
}

const size = (bytes: number) => number(Math.round(bytes / 1000), { style: 'unit', unit: 'kilobyte' });

customElements.define('desk-site-wordpress', DeskSiteWordPress);

declare global {
  interface HTMLElementTagNameMap {
    'desk-site-wordpress': DeskSiteWordPress;
  }
}
