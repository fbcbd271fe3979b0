import { html, LitElement, nothing } from 'lit';
import type { CaseView, RunRow } from '../../../backend/replays/schema.ts';
import { messageOf } from '../../api/client.ts';
import { live } from '../../api/live.ts';
import { dropCase, listCases, listRegressionRuns, startRegressionRun } from '../../api/replays.ts';
import { PagedList } from '../../controllers/paged-list.ts';
import { paths } from '../../controllers/router.ts';
import { showToast } from '../../controllers/toasts.ts';
import { texts } from '../../languages/en/app.ts';
import { replayTexts } from '../../languages/en/replays.ts';
import { base } from '../../ui/base.styles.ts';
import { icon } from '../../ui/icons.ts';
import { listFailed } from '../../ui/list-states.ts';
import { outcomeChip } from '../../ui/replays/outcome-chip.ts';
import { casesPageStyles } from './cases-page.styles.ts';
import '../../ui/load-more.ts';
import '../../ui/notice.ts';
import '../../ui/settings-skeleton.ts';
import '../../ui/time-ago.ts';

const words = replayTexts.cases;

/** Every kept case by site: how it went last, and a button that runs them all. */
export class DeskCasesPage extends LitElement {
  static override styles = [base, casesPageStyles];
  static override properties = { runs: { state: true }, busy: { state: true } };

  /** The newest run of each site, by the site's id. */
  declare private runs: ReadonlyMap<string, RunRow>;

  /** A deed is on its way. */
  declare private busy: boolean;

  readonly #cases = new PagedList<CaseView>(this, listCases);
  #stop = () => {};
  readonly #asked = new Set<string>();

  constructor() {
    super();
    this.runs = new Map();
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = live.subscribe(({ name }) => {
      if (name !== 'replay.changed' && name !== 'resync') return;
      void this.#cases.load({ quiet: true });
      for (const siteId of this.#asked) void this.#readRun(siteId);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override updated(): void {
    for (const { site } of this.#cases.items) {
      if (this.#asked.has(site.id)) continue;
      this.#asked.add(site.id);
      void this.#readRun(site.id);
    }
  }

  protected override render() {
    return html`<header>
        <a class="back" href=${paths.reviews()}>${icon('arrow-left')}${texts.review}</a>
        <h1>${words.title}</h1>
        <p>${words.text}</p>
      </header>
      ${this.#content()}`;
  }

  #content() {
    const { status, items, more } = this.#cases;
    if (status === 'loading') return html`<desk-settings-skeleton rows="5"></desk-settings-skeleton>`;
    if (status === 'failed') return listFailed(this.#cases, replayTexts.failedTitle);
    if (items.length === 0)
      return html`<desk-notice icon="patch-check" heading=${words.emptyTitle} text=${words.emptyText}>
        <sl-button size="small" href=${paths.conversations()}>${words.toConversations}</sl-button>
      </desk-notice>`;
    const sites = new Map(items.map(({ site }) => [site.id, site.name]));
    return html`${[...sites].map(([id, name]) =>
      this.#site(
        id,
        name,
        items.filter(({ site }) => site.id === id),
      ),
    )}<desk-load-more .state=${more} @desk-load-more=${() => this.#cases.loadMore()}></desk-load-more>`;
  }

  #site(id: string, name: string, cases: readonly CaseView[]) {
    const run = this.runs.get(id);
    const isRunning = run && !run.finishedAt;
    return html`<section aria-label=${name}>
      <div class="head">
        <h2>${name}</h2>
        <span class="quiet">${words.count(cases.length)}</span>
        <div class="run">
          ${
            isRunning
              ? html`<span role="status">${words.running(run.done, run.total)}</span>
                  <progress aria-label=${words.progress} max=${run.total} value=${run.done}></progress>`
              : run?.status === 'failed'
                ? html`<span class="bad">${run.problem}</span>`
                : nothing
          }
          <sl-button size="small" ?disabled=${isRunning || this.busy} @click=${() => this.#runAll(id)}>${words.runAll}</sl-button>
        </div>
      </div>
      <ul class="rows">
        ${cases.map((kept) => this.#row(kept))}
      </ul>
    </section>`;
  }

  #row(kept: CaseView) {
    const { last, sessionId, accepted } = kept;
    return html`<li>
      <div class="case">
        <a href=${paths.conversation(sessionId)} dir="auto">${kept.name}</a>
        <span class="quiet">${words.turns(kept.turns)}, ${words.expects(accepted.version)}</span>
      </div>
      <div class="last">
        ${
          last
            ? html`${outcomeChip(last.outcome)}<desk-time-ago class="quiet" at=${last.at}></desk-time-ago>`
            : html`<span class="quiet">${words.never}</span>`
        }
        ${
          last?.runId && last.outcome !== 'same'
            ? html`<a class="see" href=${paths.replay(sessionId, `?run=${last.runId}`)}>${words.see}</a>`
            : nothing
        }
      </div>
      <sl-icon-button
        name="trash3"
        label="${words.remove}: ${kept.name}"
        ?disabled=${this.busy}
        @click=${() => this.#remove(kept)}
      ></sl-icon-button>
    </li>`;
  }

  async #runAll(siteId: string): Promise<void> {
    await this.#do(async () => this.#note(await startRegressionRun(siteId)));
  }

  async #remove({ id }: CaseView): Promise<void> {
    await this.#do(async () => {
      await dropCase(id);
      showToast(words.removed);
      await this.#cases.load({ quiet: true });
    });
  }

  async #do(deed: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await deed();
    } catch (error) {
      showToast(`${replayTexts.failed} ${messageOf(error)}`, { tone: 'problem' });
    }
    this.busy = false;
  }

  /** Its progress is an extra: when it can't be read, the cases are still there. */
  async #readRun(siteId: string): Promise<void> {
    const list = await listRegressionRuns(siteId).catch(() => null);
    const [newest] = list?.items ?? [];
    if (newest) this.#note(newest);
  }

  /** What comes late may tell of before. */
  #note(run: RunRow): void {
    const known = this.runs.get(run.siteId);
    if (known && (known.id > run.id || (known.id === run.id && known.finishedAt))) return;
    this.runs = new Map(this.runs).set(run.siteId, run);
  }
}

customElements.define('desk-cases-page', DeskCasesPage);

declare global {
  interface HTMLElementTagNameMap {
    'desk-cases-page': DeskCasesPage;
  }
}
