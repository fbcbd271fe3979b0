import { css, html, LitElement, nothing } from 'lit';
import type { KnowledgeFound } from '../../../backend/knowledge/schema.ts';
import { messageOf } from '../../api/client.ts';
import { askKnowledge } from '../../api/knowledge.ts';
import { knowledgeTexts as texts } from '../../languages/en/knowledge.ts';
import { base } from '../base.styles.ts';
import { siteForm } from '../sites/site-form.styles.ts';

/** A question to see what the site's knowledge has for it, and why. */
export class DeskSiteKnowledgeAsk extends LitElement {
  static override styles = [
    base,
    siteForm,
    css`
      form {
        display: flex;
        gap: 8px;
      }
      form input {
        flex: 1;
        min-width: 0;
      }
      form + .hint {
        margin-top: 6px;
      }
      .found {
        display: grid;
        gap: 12px;
        margin-top: 16px;
      }
      .guided {
        padding: 12px 16px;
        border-inline-start: 3px solid var(--parlour-accent);
        background: var(--desk-hover);
        border-radius: var(--parlour-radius);
      }
      li {
        padding: 10px 0;
        border-top: 1px solid var(--parlour-line-soft);
      }
      li p,
      .guided p {
        overflow-wrap: anywhere;
        white-space: pre-line;
        unicode-bidi: plaintext;
      }
      .kind {
        margin-inline-end: 6px;
        color: var(--parlour-ink-soft);
        font-size: var(--parlour-size-xs);
      }
    `,
  ];
  static override properties = {
    siteId: {},
    found: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  declare siteId: string;
  declare private found: KnowledgeFound | null;
  declare private problem: string;
  declare private busy: boolean;

  constructor() {
    super();
    this.found = null;
    this.problem = '';
    this.busy = false;
  }

  protected override render() {
    return html`<form @submit=${this.#onSubmit}>
        <input
          name="q"
          dir="auto"
          maxlength="1000"
          autocomplete="off"
          aria-label=${texts.ask}
          placeholder=${texts.askPlaceholder}
        />
        <sl-button type="submit" ?loading=${this.busy}>${texts.askButton}</sl-button>
      </form>
      <p class="hint">${texts.askHint}</p>
      <div role="status">${this.problem ? html`<p class="hint problem">${this.problem}</p>` : this.#results()}</div>`;
  }

  #results() {
    const { found } = this;
    if (!found) return nothing;
    if (found.items.length === 0) return html`<p class="found">${texts.nothing}</p>`;
    return html`<div class="found">
      ${
        found.guided
          ? html`<div class="guided"><p class="hint">${texts.guided}</p><p>${found.guided.text}</p></div>`
          : html`<p class="hint">${texts.guidedNone}</p>`
      }
      <ul>
        ${found.items.map(
          ({ kind, title, text, words }) => html`<li>
            <b><span class="kind">${kind === 'page' ? texts.page : texts.answer}</span>${title}</b>
            <p>${text}</p>
            <p class="hint">${texts.foundBy(words.join(', '))}</p>
          </li>`,
        )}
      </ul>
    </div>`;
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const q = String(new FormData(event.currentTarget as HTMLFormElement).get('q') ?? '').trim();
    if (q === '' || this.busy) return;
    this.busy = true;
    this.problem = '';
    try {
      this.found = await askKnowledge(this.siteId, q);
    } catch (error) {
      this.problem = messageOf(error);
    }
    this.busy = false;
  }
}

customElements.define('desk-site-knowledge-ask', DeskSiteKnowledgeAsk);

declare global {
  interface HTMLElementTagNameMap {
    'desk-site-knowledge-ask': DeskSiteKnowledgeAsk;
  }
}
