import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { messageOf } from '../../api/client.ts';
import { patchSite } from '../../api/sites.ts';
import { navigate, paths } from '../../controllers/router.ts';
import { LeaveGuard } from '../../controllers/sites/leave-guard.ts';
import type { ReadOrigins } from '../../controllers/sites/origins.ts';
import {
  type SectionName,
  sectionNames,
  sectionOf,
  sectionWords,
} from '../../controllers/sites/site-draft.ts';
import { SiteEditor } from '../../controllers/sites/site-editor.ts';
import { showToast } from '../../controllers/toasts.ts';
import { texts } from '../../languages/en/app.ts';
import { siteTexts } from '../../languages/en/sites.ts';
import { base } from '../../ui/base.styles.ts';
import { icon } from '../../ui/icons.ts';
import type { Edit, OwnChange } from '../../ui/sites/site-fields.ts';
import { siteNav } from './site-nav.ts';
import { sitePageStyles } from './site-page.styles.ts';
import { siteSection } from './site-section.ts';
import '../../ui/notice.ts';
import '../../ui/sites/leave-dialog.ts';
import '../../ui/sites/save-bar.ts';
import '../../ui/sites/site-preview.ts';

/** Sections beside which the chat is shown as visitors would see it. */
const PREVIEWED: readonly SectionName[] = ['look', 'consent'];
/** How far notes have to keep from the bottom while the save bar is there. */
const BAR_HEIGHT = '84px';

/** One site: its settings in sections, what they look like, and the bar that saves them all. */
export class DeskSitePage extends LitElement {
  static override styles = [base, sitePageStyles];
  static override properties = {
    siteId: { attribute: 'site-id' },
    section: {},
    previewing: { state: true },
  };

  declare siteId: string;
  declare section: string;
  /** On narrow screens the preview waits behind a button. */
  declare private previewing: boolean;

  readonly #editor = new SiteEditor(this);
  readonly #guard = new LeaveGuard(this, {
    isLost: (to) => this.#editor.patch !== undefined && !(to?.page === 'sites' && to.siteId === this.siteId),
    ask: () => void this.renderRoot.querySelector('desk-leave-dialog')?.show(),
  });

  constructor() {
    super();
    this.section = '';
    this.previewing = false;
    this.addEventListener('desk-edit', (event: CustomEvent<Edit>) => {
      this.#editor.edit(event.detail.path, event.detail.value);
    });
    this.addEventListener('desk-origins', (event: CustomEvent<ReadOrigins>) => {
      this.#editor.edit('allowedOrigins', event.detail.origins);
      this.#editor.mark('allowedOrigins', event.detail.problem);
    });
    this.addEventListener('desk-own-change', (event: CustomEvent<OwnChange>) => {
      const { action, failed } = event.detail;
      this.#editor
        .change(action)
        .catch((error) => showToast(`${failed} ${messageOf(error)}`, { tone: 'problem' }));
    });
    this.addEventListener('keydown', (event) => this.#onKey(event));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#keepFree('0px');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('siteId')) void this.#editor.load(this.siteId);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('section') && changed.get('section') !== undefined)
      this.scrollIntoView({ block: 'start' });
    this.#keepFree(this.#editor.patch ? BAR_HEIGHT : '0px');
  }

  protected override render() {
    const { status, problem, saved, draft } = this.#editor;
    if (status === 'not-found')
      return html`<desk-notice icon="globe2" heading=${siteTexts.notFoundTitle} text=${siteTexts.notFoundText}>
        <sl-button href=${paths.sites()}>${siteTexts.toSites}</sl-button>
      </desk-notice>`;
    if (status === 'failed')
      return html`<desk-notice icon="cloud-slash" heading=${siteTexts.siteFailedTitle} text=${problem}>
        <sl-button @click=${() => this.#editor.load(this.siteId)}>${texts.tryAgain}</sl-button>
      </desk-notice>`;
    if (!saved || !draft) return loading;
    const section = this.#section;
    return html`${this.#header(saved.name, saved.key)} ${saved.archivedAt ? this.#awayBanner() : nothing}
      <div class="columns">
        ${siteNav(this.siteId, section, this.#editor)}
        <div class="section">
          <h2 tabindex="-1">${siteTexts.sections[section]}</h2>
          ${keyed(`${section} ${this.#editor.generation}`, siteSection(section, saved, draft, this.#editor.problems, this.#editor.patch))}
          ${section === 'general' && !saved.archivedAt ? this.#putAway() : nothing}
        </div>
        ${this.#preview(section)}
      </div>
      ${this.#saveBar()}
      <desk-leave-dialog
        text=${siteTexts.save.leaveText(sectionWords(this.#editor.changedSections))}
        @desk-discard=${this.#discardAndLeave}
        @desk-save=${this.#saveAndLeave}
      ></desk-leave-dialog>`;
  }

  get #section(): SectionName {
    return sectionNames.find((name) => name === this.section) ?? 'general';
  }

  #header(name: string, key: string) {
    return html`<header>
      <a class="back" href=${paths.sites()}>${icon('arrow-left')}${siteTexts.toSites}</a>
      <h1>${name}</h1>
      <div class="ways">
        <a href=${paths.conversations(`?site=${this.siteId}`)}>${siteTexts.conversations}</a>
        <a href="/embed/${key}" target="_blank">${siteTexts.openChat}</a>
      </div>
    </header>`;
  }

  #preview(section: SectionName) {
    const { saved, patch } = this.#editor;
    if (!PREVIEWED.includes(section) || !saved) return nothing;
    const { name, locale, widget, lead } = patch ?? {};
    const { title, show, hide } = siteTexts.preview;
    return html`<aside class="preview ${this.previewing ? 'wanted' : ''}" aria-label=${title}>
      <sl-button class="toggle" size="small" @click=${() => (this.previewing = !this.previewing)}
        >${this.previewing ? hide : show}</sl-button
      >
      <desk-site-preview
        siteId=${saved.id}
        version=${saved.version}
        .patch=${{ name, locale, widget, lead }}
      ></desk-site-preview>
    </aside>`;
  }

  #saveBar() {
    const { patch, changedSections, problem, problems, notice, saving } = this.#editor;
    const unreadable = problems.allowedOrigins !== undefined;
    if (!patch && !unreadable) return nothing;
    return html`<desk-save-bar
      sections=${sectionWords(changedSections.length > 0 ? changedSections : ['general'])}
      problem=${problem}
      notice=${notice}
      ?busy=${saving}
      @desk-save=${this.#save}
      @desk-discard=${this.#discard}
    ></desk-save-bar>`;
  }

  #putAway() {
    return html`<div class="put-away">
      <p>${siteTexts.archiveText}</p>
      <sl-button size="small" @click=${() => this.#setArchived(true)}>${siteTexts.archive}</sl-button>
    </div>`;
  }

  #awayBanner() {
    return html`<div class="away">
      <span>${siteTexts.archivedBanner}</span>
      <sl-button size="small" @click=${() => this.#setArchived(false)}>${siteTexts.unarchive}</sl-button>
    </div>`;
  }

  async #setArchived(archived: boolean): Promise<void> {
    try {
      const site = await patchSite(this.siteId, { archived });
      this.#editor.note(site);
      const words = archived ? siteTexts.archivedToast : siteTexts.unarchivedToast;
      showToast(words(site.name), { undo: () => void this.#setArchived(!archived) });
    } catch (error) {
      showToast(`${siteTexts.changeFailed} ${messageOf(error)}`, { tone: 'problem' });
    }
  }

  async #save(): Promise<boolean> {
    const done = await this.#editor.save();
    if (done) showToast(siteTexts.save.saved);
    else await this.#revealProblem();
    return done;
  }

  #discard(): void {
    const before = this.#editor.draft;
    this.#editor.discard();
    showToast(siteTexts.save.discarded, { undo: () => before && this.#editor.restore(before) });
  }

  #discardAndLeave(): void {
    this.#editor.discard();
    this.#guard.leave();
  }

  async #saveAndLeave(): Promise<void> {
    if (await this.#save()) this.#guard.leave();
  }

  /** Goes to the first thing that is wrong. */
  async #revealProblem(): Promise<void> {
    const [path] = Object.keys(this.#editor.problems);
    if (path === undefined) return;
    navigate(paths.site(this.siteId, sectionOf(path)));
    // The address reaches this element by its parent.
    await new Promise(requestAnimationFrame);
    await this.updateComplete;
    const section = this.renderRoot.querySelector<LitElement & { reveal?: (path: string) => void }>(
      '.section > :not(h2)',
    );
    await section?.updateComplete;
    if (section?.reveal) section.reveal(path);
    else section?.renderRoot.querySelector<HTMLElement>(`[id="${path}"]`)?.focus();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== 's' || !(event.metaKey || event.ctrlKey) || event.altKey) return;
    event.preventDefault();
    if (this.#editor.patch) void this.#save();
  }

  /** Notes at the bottom of the page stand above the bar. */
  #keepFree(height: string): void {
    document.documentElement.style.setProperty('--desk-kept-free', height);
  }
}

const loading = html`<span class="unseen" role="status">${siteTexts.siteLoading}</span>
  <div class="skeletons" aria-hidden="true">
    ${Array.from({ length: 8 }, () => html`<sl-skeleton></sl-skeleton>`)}
  </div>`;

customElements.define('desk-site-page', DeskSitePage);

declare global {
  interface HTMLElementTagNameMap {
    'desk-site-page': DeskSitePage;
  }
}
