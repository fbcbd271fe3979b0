import type { SlDialog } from '@shoelace-style/shoelace';
import { html, LitElement, nothing } from 'lit';
import type { ExportFormat } from '../../../backend/exports/schema.ts';
import { messageOf } from '../../api/client.ts';
import { countExport, downloadExport, type ExportProgress } from '../../api/export.ts';
import type { ListFilters } from '../../api/session-filters.ts';
import { askLabels, askSitesAndPeople, labels, sites } from '../../controllers/choices.ts';
import { keepFile } from '../../controllers/keep-file.ts';
import { Watch } from '../../controllers/store.ts';
import { exportTexts as texts } from '../../languages/en/leads.ts';
import { loadDialog } from '../../shoelace.ts';
import { base } from '../base.styles.ts';
import type { Option } from '../choice.ts';
import { icon } from '../icons.ts';
import { exportDialogStyles } from './export-dialog.styles.ts';
import { filterWords, sizeText } from './export-words.ts';
import '../search-select.ts';

type State = 'asking' | 'running' | 'done' | 'failed';

const formats = Object.entries(texts.formats) as Array<readonly [ExportFormat, readonly [string, string]]>;
const zones: readonly Option[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC'),
].map((zone) => [zone, zone.replaceAll('_', ' ')]);

/** Asks in which form to export, and shows how far it is. */
export class DeskExportDialog extends LitElement {
  static override styles = [base, exportDialogStyles];
  static override properties = {
    filters: { attribute: false },
    state: { state: true },
    count: { state: true },
    format: { state: true },
    timezone: { state: true },
    progress: { state: true },
    problem: { state: true },
  };

  declare filters: ListFilters;
  declare private state: State;
  /** undefined: being counted; null: too many to count. */
  declare private count: number | null | undefined;
  declare private format: ExportFormat;
  declare private timezone: string;
  declare private progress: ExportProgress;
  declare private problem: string;

  readonly #labels = new Watch(this, labels);
  readonly #sites = new Watch(this, sites);
  #running = new AbortController();

  constructor() {
    super();
    this.state = 'asking';
    this.format = 'csv';
    this.timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    this.progress = { bytes: 0, share: null };
    this.problem = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#running.abort();
  }

  /** Told to show before it has drawn itself, a dialog leaves the focus where it was. */
  protected override async firstUpdated(): Promise<void> {
    if (this.filters.label) askLabels();
    if (this.filters.site) askSitesAndPeople();
    countExport(this.filters, this.#running.signal)
      .then((count) => (this.count = count))
      // Not knowing how many is no reason not to export them.
      .catch(() => (this.count = null));
    const dialog = this.renderRoot.querySelector<SlDialog>('sl-dialog');
    await dialog?.updateComplete;
    await dialog?.show();
  }

  protected override render() {
    const isAsking = this.state === 'asking' || this.state === 'failed';
    return html`<sl-dialog label=${texts.title} @sl-after-hide=${this.#onHidden}>
      <form id="form" @submit=${this.#start}>
        ${this.#holds()} ${isAsking && this.count !== 0 ? this.#choices() : nothing}
        ${isAsking ? nothing : this.#progress()}
        <div role="alert">${this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}</div>
      </form>
      <footer slot="footer">${this.#buttons()}</footer>
    </sl-dialog>`;
  }

  #holds() {
    if (this.count === 0) return html`<p class="soft">${texts.nothing}</p>`;
    const filters = filterWords(this.filters, this.#sites.value, this.#labels.value);
    return html`<div class="holds">
      <p><b>${this.#countText()}</b></p>
      <p>${texts.each}</p>
      <ul class="filters" aria-label=${texts.includes}>
        ${filters.map((says) => html`<li>${says}</li>`)}
      </ul>
    </div>`;
  }

  #countText(): string {
    if (this.count === undefined) return texts.counting;
    if (this.count !== null) return texts.holds(this.count);
    return this.filters.q ? texts.unknown : texts.many;
  }

  #choices() {
    return html`<fieldset>
        <legend>${texts.format}</legend>
        ${formats.map(
          ([value, [name, says]]) => html`<label class="format">
            <input
              type="radio"
              name="format"
              .checked=${value === this.format}
              @change=${() => (this.format = value)}
            />${name}<span>${says}</span>
          </label>`,
        )}
      </fieldset>
      <div>
        <p class="label">${texts.timezone}</p>
        <desk-search-select
          label=${texts.timezone}
          .options=${zones}
          value=${this.timezone}
          @desk-choose=${(event: CustomEvent<string>) => (this.timezone = event.detail)}
        ></desk-search-select>
      </div>`;
  }

  #progress() {
    const { bytes, share } = this.progress;
    if (this.state === 'done')
      return html`<p class="good" role="status">${icon('check-circle')}${texts.done(sizeText(bytes))}</p>`;
    const percent = share === null ? nothing : Math.floor(share * 100);
    return html`<div class="progress">
      <div><span>${texts.got(sizeText(bytes))}</span><span>${share === null ? '' : texts.percent(Number(percent))}</span></div>
      <progress max="100" value=${percent} aria-label=${texts.running}></progress>
    </div>`;
  }

  #buttons() {
    if (this.state === 'done')
      return html`<sl-button variant="primary" @click=${this.#hide}>${texts.close}</sl-button>`;
    const isRunning = this.state === 'running';
    return html`<sl-button @click=${this.#hide}>${this.count === 0 ? texts.close : texts.cancel}</sl-button>
      <sl-button variant="primary" type="submit" form="form" ?hidden=${this.count === 0} ?loading=${isRunning} @click=${this.#start}>
        ${this.state === 'failed' ? texts.again : texts.start}
      </sl-button>`;
  }

  async #start(event: Event): Promise<void> {
    event.preventDefault();
    if (this.state === 'running' || this.count === 0) return;
    this.state = 'running';
    this.problem = '';
    this.progress = { bytes: 0, share: null };
    const { signal } = this.#running;
    try {
      const { format, filters, timezone } = this;
      const file = await downloadExport(
        { format, filters, timezone },
        (progress) => (this.progress = progress),
        signal,
      );
      keepFile(file, `conversations-${new Date().toISOString().slice(0, 10)}.${format}`);
      this.state = 'done';
    } catch (error) {
      if (signal.aborted) return;
      this.problem = messageOf(error);
      this.state = 'failed';
    }
  }

  readonly #hide = () => void this.renderRoot.querySelector<SlDialog>('sl-dialog')?.hide();

  /** Closing is cancelling: what has come so far is let go. */
  #onHidden(event: Event): void {
    if (event.target === event.currentTarget) this.remove();
  }
}

/** Opens the dialog over the page. */
export async function openExport(filters: ListFilters): Promise<void> {
  await loadDialog();
  const dialog = document.createElement('desk-export-dialog');
  dialog.filters = filters;
  document.body.append(dialog);
}

customElements.define('desk-export-dialog', DeskExportDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-export-dialog': DeskExportDialog;
  }
}
