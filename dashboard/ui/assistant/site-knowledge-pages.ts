import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { KnowledgePageRow } from '../../../backend/knowledge/schema.ts';
import { ApiError, messageOf } from '../../api/client.ts';
import { addPage, changePage, listPages, readPage, removePage } from '../../api/knowledge.ts';
import { addFiles, kilobytes } from '../../controllers/assistant/text-files.ts';
import { draftsOf } from '../../controllers/drafts.ts';
import { showToast } from '../../controllers/toasts.ts';
import { knowledgeTexts as texts } from '../../languages/en/knowledge.ts';
import { base } from '../base.styles.ts';
import { siteForm } from '../sites/site-form.styles.ts';
import { dayOf, exactTime } from '../times.ts';
import { entryList } from './entry-list.styles.ts';
import type { KnowledgeDraft } from './knowledge-form.ts';
import { pagesStyles } from './site-knowledge.styles.ts';
import './knowledge-form.ts';

const drafts = draftsOf<KnowledgeDraft>('knowledge');

/** The pages of text that a site's assistant may draw on: pasted, dropped as files, edited, removed with undo. */
export class DeskSiteKnowledgePages extends LitElement {
  static override styles = [base, siteForm, entryList, pagesStyles];
  static override properties = {
    siteId: {},
    search: {},
    pages: { state: true },
    draft: { state: true },
    problem: { state: true },
    status: { state: true },
    dropping: { state: true },
    busy: { state: true },
  };

  declare siteId: string;
  /** Words that a page must have to be shown. */
  declare search: string;
  declare private pages: readonly KnowledgePageRow[] | null;
  declare private draft: KnowledgeDraft | null;
  declare private problem: string;
  declare private status: string;
  declare private dropping: boolean;
  declare private busy: boolean;
  #loading = new AbortController();
  /** Another one with each page that is opened: the last one that was wanted is shown, not the last that came. */
  #wanted = 0;

  constructor() {
    super();
    this.search = '';
    this.pages = null;
    this.draft = null;
    this.problem = '';
    this.status = '';
    this.dropping = false;
    this.busy = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('siteId') || changed.has('search')) void this.#load();
    if (changed.has('siteId')) {
      this.draft = [...drafts].find(([key]) => key.startsWith(this.#keyOf('')))?.[1] ?? null;
      const wanted = new URLSearchParams(location.search).get('entry');
      if (wanted && !this.draft) void this.#open(wanted, true);
    }
  }

  protected override render() {
    return html`<div
      class="pages ${this.dropping ? 'dropping' : ''}"
      @dragover=${this.#onDragOver}
      @dragleave=${() => (this.dropping = false)}
      @drop=${this.#onDrop}
    >
      <h3>${texts.pages}</h3>
      <p class="hint">${texts.pagesLead}</p>
      <div class="adding">
        <sl-button size="small" @click=${() => this.#edit(drafts.get(this.#keyOf(null)) ?? { id: null, title: '', body: '' })}>${texts.write}</sl-button>
        <sl-button size="small" @click=${this.#chooseFiles}>${texts.files}</sl-button>
        <input type="file" hidden multiple accept=".txt,.md,.markdown" aria-label=${texts.files} @change=${this.#onFiles} />
        <span class="hint">${this.dropping ? texts.dropNow : texts.drop}</span>
      </div>
      <p class="hint" role="status" ?hidden=${this.status === ''}>${this.status}</p>
      <p class="hint problem" role="alert" ?hidden=${this.problem === ''}>${this.problem}</p>
      ${this.draft?.id === null ? this.#form(this.draft) : nothing} ${this.#list()}
    </div>`;
  }

  #form(draft: KnowledgeDraft, isFramed = false) {
    return html`<desk-knowledge-form
      .draft=${draft}
      ?busy=${this.busy}
      ?framed=${isFramed}
      @desk-save=${(event: CustomEvent<KnowledgeDraft>) => this.#save(event.detail)}
      @desk-draft=${({ detail }: CustomEvent<KnowledgeDraft>) => drafts.set(this.#keyOf(detail.id), detail)}
      @desk-cancel=${this.#close}
      @desk-remove=${() => this.#remove(draft.id!)}
    ></desk-knowledge-form>`;
  }

  #list() {
    const { pages } = this;
    if (!pages)
      return this.problem
        ? html`<sl-button size="small" @click=${() => this.#load()}>${texts.again}</sl-button>`
        : html`<span class="unseen" role="status">${texts.loading}</span><sl-skeleton></sl-skeleton>`;
    if (pages.length === 0)
      return this.draft ? nothing : html`<p class="hint">${this.search ? texts.noHit : texts.empty}</p>`;
    return html`<ul>
      ${pages.map((page) => html`<li>${this.draft?.id === page.id ? this.#form(this.draft, true) : this.#row(page)}</li>`)}
    </ul>`;
  }

  #row({ id, title, excerpt, bytes, passages, updatedAt }: KnowledgePageRow) {
    return html`<button type="button" class="entry" data-id=${id} @click=${() => this.#open(id)}>
      <b>${title}</b>
      <span class="excerpt">${excerpt}</span>
      <span class="facts" title=${exactTime(updatedAt)}
        >${texts.facts(kilobytes(bytes), passages)}, ${texts.changed(dayOf(updatedAt))}</span
      >
    </button>`;
  }

  async #load(): Promise<void> {
    this.#loading.abort();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    try {
      const pages = await listPages(this.siteId, this.search.trim(), signal);
      if (!signal.aborted) this.pages = pages;
    } catch (error) {
      if (!signal.aborted) this.problem = `${texts.failed} ${messageOf(error)}`;
    }
  }

  async #open(id: string, byLink = false): Promise<void> {
    const wanted = ++this.#wanted;
    try {
      const { title, body } = drafts.get(this.#keyOf(id)) ?? (await readPage(this.siteId, id));
      if (wanted === this.#wanted) this.#edit({ id, title, body });
    } catch (error) {
      if (wanted !== this.#wanted) return;
      const isGone = error instanceof ApiError && error.status === 404;
      // A link may name an answer, which is no page.
      if (isGone && byLink) return;
      this.problem = isGone ? texts.gone : messageOf(error);
      if (isGone) await this.#load();
    }
  }

  /** What was typed on a page and not saved, by site and page; a new one has no id. */
  #keyOf(id: string | null): string {
    return `${this.siteId}/${id ?? ''}`;
  }

  #edit(draft: KnowledgeDraft): void {
    this.#wanted++;
    this.draft = draft;
    this.problem = '';
    void this.updateComplete.then(() => this.renderRoot.querySelector('desk-knowledge-form')?.focus());
  }

  readonly #close = () => {
    const id = this.draft?.id;
    if (this.draft) drafts.delete(this.#keyOf(this.draft.id));
    this.draft = null;
    this.problem = '';
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(id ? `[data-id="${id}"]` : 'sl-button')?.focus(),
    );
  };

  async #save({ id, title, body }: KnowledgeDraft): Promise<void> {
    if (this.busy) return;
    this.problem = title.trim() === '' ? texts.titleMissing : body.trim() === '' ? texts.bodyMissing : '';
    if (this.problem) return;
    this.busy = true;
    try {
      await (id === null
        ? addPage(this.siteId, { title, body })
        : changePage(this.siteId, id, { title, body }));
      showToast(texts.saved);
      drafts.delete(this.#keyOf(id));
      if (this.draft?.id === id) this.#close();
      await this.#load();
    } catch (error) {
      this.problem = `${texts.notSaved} ${messageOf(error)}`;
    }
    this.busy = false;
  }

  async #remove(id: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      const before = await readPage(this.siteId, id);
      await removePage(this.siteId, id);
      drafts.delete(this.#keyOf(id));
      if (this.draft?.id === id) this.draft = null;
      await this.#load();
      const { title, body } = before;
      showToast(texts.removed(title), {
        undo: () => void this.#bringBack({ id, title, body }),
      });
    } catch (error) {
      this.problem = messageOf(error);
    }
    this.busy = false;
  }

  async #bringBack(page: KnowledgeDraft & { id: string }): Promise<void> {
    try {
      await addPage(this.siteId, page);
      await this.#load();
    } catch (error) {
      showToast(`${texts.notSaved} ${messageOf(error)}`, { tone: 'problem' });
    }
  }

  readonly #chooseFiles = () => this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click();

  #onFiles(event: Event): void {
    const input = event.target as HTMLInputElement;
    void this.#take([...(input.files ?? [])]).then(() => {
      input.value = '';
    });
  }

  #onDragOver(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.dropping = true;
  }

  #onDrop(event: DragEvent): void {
    event.preventDefault();
    this.dropping = false;
    void this.#take([...(event.dataTransfer?.files ?? [])]);
  }

  async #take(files: readonly File[]): Promise<void> {
    const { added, problems } = await addFiles(this.siteId, files, (at) => {
      this.status = texts.progress(at, files.length);
    });
    this.status = '';
    this.problem = problems.join(' ');
    if (added === 0) return;
    showToast(texts.added(added));
    await this.#load();
  }
}

customElements.define('desk-site-knowledge-pages', DeskSiteKnowledgePages);

declare global {
  interface HTMLElementTagNameMap {
    'desk-site-knowledge-pages': DeskSiteKnowledgePages;
  }
}
