import { html, LitElement, nothing } from 'lit';
import type { KnowledgeEntry } from '../../../backend/sites/agent-schema.ts';
import type { Problems } from '../../controllers/sites/site-draft.ts';
import { showToast } from '../../controllers/toasts.ts';
import { knowledgeTexts } from '../../languages/en/knowledge.ts';
import { siteTexts } from '../../languages/en/sites.ts';
import { base } from '../base.styles.ts';
import { edit, field } from '../sites/site-fields.ts';
import { siteForm } from '../sites/site-form.styles.ts';
import { entryList } from './entry-list.styles.ts';
import { siteAnswersStyles } from './site-answers.styles.ts';
import './site-knowledge-ask.ts';
import './site-knowledge-pages.ts';

const PATH = 'agent.guided.knowledge';
const MOST = 500;
/** So many are drawn at first; a search goes through all. */
const PAGE = 60;
const texts = siteTexts.answers;

/** The questions that the assistant answers by itself: read as a list, edited in place. */
export class DeskSiteAnswers extends LitElement {
  static override styles = [base, siteForm, entryList, siteAnswersStyles];
  static override properties = {
    siteId: {},
    entries: { attribute: false },
    problems: { attribute: false },
    open: { state: true },
    search: { state: true },
    shown: { state: true },
  };

  declare siteId: string;
  declare entries: readonly KnowledgeEntry[];
  declare problems: Problems;
  /** Which one is being edited, by its place; -1 for none. */
  declare private open: number;
  declare private search: string;
  declare private shown: number;

  constructor() {
    super();
    this.open = -1;
    this.search = '';
    this.shown = PAGE;
  }

  /** Opens what is wrong and puts the focus there. */
  async reveal(path: string): Promise<void> {
    const at = Number(path.split('.')[3] ?? -1);
    this.search = '';
    this.shown = Math.max(this.shown, at + 1);
    this.open = at;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[id="${path}"]`)?.focus();
  }

  protected override render() {
    const { entries } = this;
    const found = this.#found;
    return html`<p class="lead">${texts.lead}</p>
      <div class="bar">
        <input
          type="search"
          aria-label=${texts.search}
          placeholder=${texts.search}
          .value=${this.search}
          @input=${this.#onSearch}
        />
        <sl-button ?disabled=${entries.length >= MOST} @click=${this.#add}>${texts.add}</sl-button>
      </div>
      ${
        entries.length === 0
          ? html`<p class="empty"><b>${texts.emptyTitle}</b>${texts.emptyText}</p>`
          : this.#list(found)
      }
      <p class="hint more" role="status" ?hidden=${entries.length === 0}>${entries.length >= MOST ? texts.full : texts.count(found.length, entries.length)}</p>
      <desk-site-knowledge-pages class="part" siteId=${this.siteId} search=${this.search}></desk-site-knowledge-pages>
      <section class="part">
        <h3>${knowledgeTexts.ask}</h3>
        <desk-site-knowledge-ask siteId=${this.siteId}></desk-site-knowledge-ask>
      </section>`;
  }

  #list(found: readonly number[]) {
    if (found.length === 0) return html`<p class="empty">${texts.noHit}</p>`;
    const left = found.length - this.shown;
    return html`<ul>
        ${found.slice(0, this.shown).map((at) => this.#item(at))}
      </ul>
      ${
        left > 0
          ? html`<sl-button class="more" size="small" @click=${() => (this.shown += 500)}>${texts.more(left)}</sl-button>`
          : nothing
      }`;
  }

  #item(at: number) {
    const { question, answer } = this.entries[at]!;
    if (at === this.open) return html`<li>${this.#form(at)}</li>`;
    const faulty = Object.keys(this.problems).some((path) => path.startsWith(`${PATH}.${at}.`));
    return html`<li class=${faulty ? 'faulty' : ''}>
      <button type="button" class="entry" @click=${() => this.#edit(at)}>
        <span class="unseen">${texts.edit('')}</span><b>${question || texts.blank}</b><span>${answer}</span>
      </button>
    </li>`;
  }

  #form(at: number) {
    const entry = this.entries[at]!;
    const { problems } = this;
    const input = (name: keyof KnowledgeEntry, hint: string, max: number, rows: number) => {
      const path = `${PATH}.${at}.${name}`;
      return field(
        { path, label: texts[name], hint, problems },
        html`<textarea
          id=${path}
          dir="auto"
          rows=${rows}
          maxlength=${max}
          aria-describedby="${path}-hint"
          aria-invalid=${problems[path] ? 'true' : 'false'}
          .value=${entry[name]}
          @input=${(event: Event) => this.#change(at, { [name]: (event.target as HTMLTextAreaElement).value })}
        ></textarea>`,
      );
    };
    return html`<div class="form" @keydown=${this.#onKey}>
      ${input('question', texts.questionHint, 500, 2)} ${input('answer', texts.answerHint, 4000, 4)}
      <div class="beside">
        <sl-button size="small" @click=${this.#close}>${texts.done}</sl-button>
        <sl-button size="small" @click=${() => this.#remove(at)}>${texts.remove}</sl-button>
      </div>
    </div>`;
  }

  /** Places of the entries with every word that is searched; the one being edited stays in sight. */
  get #found(): number[] {
    const words = this.search.toLowerCase().split(/\s+/).filter(Boolean);
    return this.entries.flatMap(({ question, answer }, at) => {
      const text = `${question} ${answer}`.toLowerCase();
      return at === this.open || words.every((word) => text.includes(word)) ? [at] : [];
    });
  }

  #onSearch(event: Event): void {
    this.search = (event.target as HTMLInputElement).value;
    this.shown = PAGE;
  }

  /** A new one stands first, where one is looking; the order means nothing to the assistant. */
  #add(): void {
    edit(this, PATH, [{ question: '', answer: '' }, ...this.entries]);
    void this.updateComplete.then(() => this.reveal(`${PATH}.0.question`));
  }

  #edit(at: number): void {
    this.open = at;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('.form textarea')?.focus(),
    );
  }

  #change(at: number, change: Partial<KnowledgeEntry>): void {
    const entries = this.entries.map((entry, place) => (place === at ? { ...entry, ...change } : entry));
    edit(this, PATH, entries);
  }

  #close(): void {
    const at = this.#found.indexOf(this.open);
    this.open = -1;
    void this.updateComplete.then(() => this.renderRoot.querySelectorAll<HTMLElement>('.entry')[at]?.focus());
  }

  #remove(at: number): void {
    const before = this.entries;
    this.open = -1;
    edit(
      this,
      PATH,
      before.filter((_, place) => place !== at),
    );
    showToast(texts.removed, { undo: () => edit(this, PATH, before) });
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    this.#close();
  }
}

customElements.define('desk-site-answers', DeskSiteAnswers);

declare global {
  interface HTMLElementTagNameMap {
    'desk-site-answers': DeskSiteAnswers;
  }
}
