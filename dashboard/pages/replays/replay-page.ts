import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { messageOf, request } from '../../api/client.ts';
import { acceptCase, keepCase } from '../../api/replays.ts';
import { ReplayView } from '../../controllers/replays/replay-view.ts';
import { navigate, paths } from '../../controllers/router.ts';
import { showToast } from '../../controllers/toasts.ts';
import { replayTexts as words } from '../../languages/en/replays.ts';
import { base } from '../../ui/base.styles.ts';
import { icon } from '../../ui/icons.ts';
import { conversationName } from '../../ui/naming.ts';
import { outcomeChip } from '../../ui/replays/outcome-chip.ts';
import { replayPageStyles } from './replay-page.styles.ts';
import '../../ui/notice.ts';
import '../../ui/replays/replay-turns.ts';
import '../../ui/settings-skeleton.ts';
import '../../ui/time-ago.ts';

/** A conversation run again: old and new side by side, and what can follow from it. */
export class DeskReplayPage extends LitElement {
  static override styles = [base, replayPageStyles];
  static override properties = {
    sessionId: { attribute: 'session-id' },
    search: {},
    busy: { state: true },
  };

  declare sessionId: string;
  /** `?run=` shows a run that was made before. */
  declare search: string;
  declare private busy: boolean;

  readonly #view = new ReplayView(this);
  /** The run that the address names because we put it there. */
  #shown = '';

  constructor() {
    super();
    this.busy = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const run = new URLSearchParams(this.search).get('run');
    const isNew = changed.has('sessionId') || (changed.has('search') && (run ?? '') !== this.#shown);
    if (isNew) void this.#view.show(this.sessionId, run);
  }

  protected override updated(): void {
    const { run, session } = this.#view;
    const name = session ? conversationName(session) : words.title;
    this.dispatchEvent(new CustomEvent('desk-opened', { detail: name, bubbles: true, composed: true }));
    if (!run || run.id === this.#shown) return;
    this.#shown = run.id;
    // Loading the page again must not ask again.
    if (!this.search.includes(run.id))
      navigate(paths.replay(this.sessionId, `?run=${run.id}`), { replace: true });
  }

  protected override render() {
    const { problem, session, run, result } = this.#view;
    if (problem)
      return html`<desk-notice icon="exclamation-triangle" heading=${words.failedTitle} text=${problem}>
        <sl-button href=${paths.conversation(this.sessionId)}>${words.back}</sl-button>
      </desk-notice>`;
    if (!session || !run || !result)
      return html`<span class="unseen" role="status">${words.loading}</span><desk-settings-skeleton rows="5"></desk-settings-skeleton>`;
    const version = html`${words.version(run.agent?.version)}`;
    return html`<header>
        <a class="back" href=${paths.conversation(this.sessionId)}>${icon('arrow-left')}${words.back}</a>
        <h1>${result.case?.name ?? conversationName(session)}</h1>
        <div class="about">
          ${this.#state()}
          <span>${version}${run.startedBy.name ? html`, ${words.ranBy(run.startedBy.name)}` : nothing}</span>
          <desk-time-ago at=${run.createdAt}></desk-time-ago>
        </div>
        ${this.#actions()}
      </header>
      <desk-replay-turns
        .result=${result}
        heading=${run.kind === 'regression' ? words.expected : words.earlier}
      ></desk-replay-turns>`;
  }

  #state() {
    const { run, result } = this.#view;
    if (!run || !result) return nothing;
    if (run.status === 'failed') return html`<span class="bad" role="status">${run.problem}</span>`;
    if (!result.outcome) {
      const says = run.status === 'waiting' ? words.waiting : words.running(run.done, run.total);
      return html`<span role="status">${run.kind === 'replay' ? says : words.waiting}</span>
        <progress aria-label=${words.title} max=${run.total} value=${run.done}></progress>`;
    }
    return html`<span role="status">${outcomeChip(result.outcome)}</span>${
      result.changedTurns > 0 && result.outcome !== 'fault'
        ? html`<span>${words.changed(result.changedTurns, result.turns.length)}</span>`
        : nothing
    }`;
  }

  #actions() {
    const { run, result, session, case: kept } = this.#view;
    if (!run?.finishedAt || !result) return nothing;
    const isGood = result.outcome !== null && result.outcome !== 'fault';
    const keeps = isGood && !kept && run.kind === 'replay';
    const accepts = isGood && kept && result.outcome !== 'same';
    return html`<div class="actions">
      ${
        session?.qaStatus === 'issue' && isGood
          ? html`<sl-button variant="primary" ?disabled=${this.busy} @click=${this.#fix}>${words.fix(run.agent?.version)}</sl-button>`
          : nothing
      }
      ${keeps ? html`<sl-button ?disabled=${this.busy} @click=${this.#keep}>${words.keep}</sl-button>` : nothing}
      ${accepts ? html`<sl-button ?disabled=${this.busy} @click=${this.#accept}>${words.accept}</sl-button>` : nothing}
      <sl-button ?disabled=${this.busy} @click=${this.#again}>${words.again}</sl-button>
      ${kept ? html`<a href=${paths.cases()}>${words.isCase}</a>` : nothing}
    </div>`;
  }

  readonly #again = async () => {
    if (this.busy) return;
    this.busy = true;
    await this.#view.start();
    this.busy = false;
  };

  readonly #fix = () =>
    this.#do(async ({ session, run }) => {
      const version = run?.agent?.version;
      const fixedVersion = version ? `v${version}` : undefined;
      const body = { status: 'fixed', note: words.fixNote, fixedVersion };
      await request('PUT', `/sessions/${encodeURIComponent(this.sessionId)}/review`, { body });
      if (session) this.#view.session = { ...session, qaStatus: 'fixed' };
      return words.fixed;
    });

  readonly #keep = () =>
    this.#do(async ({ run }) => {
      this.#view.case = await keepCase(this.sessionId, run?.id);
      return words.kept;
    });

  readonly #accept = () =>
    this.#do(async ({ run, case: kept }) => {
      await acceptCase(kept!.id, run!.id);
      this.#view.accept(run!.id);
      return words.accepted;
    });

  async #do(deed: (view: ReplayView) => Promise<string>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      showToast(await deed(this.#view));
    } catch (error) {
      showToast(`${words.failed} ${messageOf(error)}`, { tone: 'problem' });
    }
    this.busy = false;
  }
}

customElements.define('desk-replay-page', DeskReplayPage);

declare global {
  interface HTMLElementTagNameMap {
    'desk-replay-page': DeskReplayPage;
  }
}
