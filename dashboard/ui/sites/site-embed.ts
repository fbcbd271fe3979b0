import { css, html, LitElement, nothing } from 'lit';
import { messageOf } from '../../api/client.ts';
import { replaceIdentitySecret } from '../../api/sites.ts';
import { paths } from '../../controllers/router.ts';
import { originOf } from '../../controllers/sites/origins.ts';
import { siteTexts } from '../../languages/en/sites.ts';
import { base } from '../base.styles.ts';
import { askFirst } from '../confirm-dialog.ts';
import { icon } from '../icons.ts';
import { showSecret } from '../secret-dialog.ts';
import { chatLink, iframeTag, inlineTags, scriptTag } from './embed-codes.ts';
import { edit } from './site-fields.ts';
import { siteForm } from './site-form.styles.ts';
import '../code-copy.ts';
import './site-wordpress.ts';

const texts = siteTexts.embedding;

/** Every way to put this chat on a page, and whether it will show up there. */
export class DeskSiteEmbed extends LitElement {
  static override styles = [
    base,
    siteForm,
    css`
      section {
        display: grid;
        gap: 10px;
        padding: 24px 0;
        border-top: 1px solid var(--parlour-line-soft);
      }
      .lead {
        margin-bottom: 20px;
      }
      .check {
        padding-top: 0;
        border: 0;
      }
      .said {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 10px;
        min-height: 21px;
        font-size: var(--parlour-size-xs);
        color: var(--parlour-ink-soft);
      }
      .yes {
        color: var(--parlour-passed);
      }
      .no {
        color: var(--parlour-issue);
      }
      .warning {
        margin-bottom: 20px;
        padding: 12px 16px;
        border-radius: var(--parlour-radius-bubble);
        color: var(--parlour-waiting);
        background: var(--parlour-waiting-soft);
      }
      .warning a {
        color: inherit;
      }
      p.hint {
        margin-top: -4px;
      }
    `,
  ];
  static override properties = {
    siteId: {},
    siteKey: {},
    heading: {},
    origins: { attribute: false },
    address: { state: true },
    secretProblem: { state: true },
  };

  declare siteId: string;
  declare siteKey: string;
  /** The chat's title, for the frame. */
  declare heading: string;
  declare origins: readonly string[];
  declare private address: string;
  declare private secretProblem: string;

  constructor() {
    super();
    this.address = this.secretProblem = '';
  }

  protected override render() {
    const { siteKey } = this;
    const here = location.origin;
    return html`<p class="lead">${texts.lead}</p>
      ${
        this.origins.length === 0
          ? html`<p class="warning">
              ${texts.noOrigins} <a href=${paths.site(this.siteId, 'general')}>${texts.toGeneral}</a>
            </p>`
          : nothing
      }
      ${this.#check()}
      <section>
        <h2>${texts.wordpress}</h2>
        <desk-site-wordpress siteId=${this.siteId}></desk-site-wordpress>
      </section>
      ${this.#signedIn()}
      ${this.#way(texts.script, texts.scriptText, scriptTag(here, siteKey))}
      ${this.#way(texts.inline, texts.inlineText, inlineTags(here, siteKey))}
      ${this.#way(texts.iframe, texts.iframeText, iframeTag(here, siteKey, this.heading))}
      ${this.#way(texts.link, texts.linkText, chatLink(here, siteKey))}`;
  }

  #way(name: string, text: string, code: string) {
    return html`<section>
      <h2>${name}</h2>
      <p class="hint">${text}</p>
      <desk-code-copy label=${name} code=${code}></desk-code-copy>
    </section>`;
  }

  #check() {
    return html`<section class="check">
      <div class="field">
        <label for="address">${texts.check}</label>
        <input
          id="address"
          inputmode="url"
          autocomplete="off"
          spellcheck="false"
          placeholder="https://example.com/pricing"
          aria-describedby="said"
          .value=${this.address}
          @input=${(event: Event) => (this.address = (event.target as HTMLInputElement).value)}
        />
        <div class="said" id="said" role="status">${this.#verdict()}</div>
      </div>
    </section>`;
  }

  #verdict() {
    if (this.address.trim() === '') return texts.checkHint;
    const origin = originOf(this.address);
    if (!origin) return texts.unreadable;
    if (origin === location.origin) return html`<span class="yes">${icon('check-lg')} ${texts.own}</span>`;
    if (this.origins.includes(origin))
      return html`<span class="yes">${icon('check-lg')} ${texts.allowed(origin)}</span>`;
    return html`<span class="no">${texts.notAllowed(origin)}</span>
      <button type="button" class="link" @click=${() => edit(this, 'allowedOrigins', [...this.origins, origin])}>
        ${texts.allow}
      </button>`;
  }

  #signedIn() {
    return html`<section>
      <h2>${texts.signedIn}</h2>
      <p class="hint">${texts.signedInText}</p>
      <div><sl-button @click=${this.#replaceSecret}>${texts.replaceSecret}</sl-button></div>
      <p class="hint problem" role="alert" ?hidden=${!this.secretProblem}>${this.secretProblem}</p>
    </section>`;
  }

  async #replaceSecret(): Promise<void> {
    const { replaceTitle: heading, replaceText: text, replaceAction: action } = texts;
    if (!(await askFirst({ heading, text, action, danger: true }))) return;
    this.secretProblem = '';
    try {
      const value = await replaceIdentitySecret(this.siteId);
      // A code that was made before holds the old one.
      this.renderRoot.querySelector('desk-site-wordpress')?.forgetCode();
      await showSecret({ heading: texts.replaced, text: texts.replacedText, value });
    } catch (error) {
      this.secretProblem = `${texts.replaceFailed} ${messageOf(error)}`;
    }
  }
}

customElements.define('desk-site-embed', DeskSiteEmbed);

declare global {
  interface HTMLElementTagNameMap {
    'desk-site-embed': DeskSiteEmbed;
  }
}
