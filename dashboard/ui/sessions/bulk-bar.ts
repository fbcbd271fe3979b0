import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { BulkAction } from '../../../backend/sessions/filter-schema.ts';
import { type ListFilters, narrowing } from '../../api/session-filters.ts';
import { countSessions } from '../../api/sessions.ts';
import { runBulk } from '../../controllers/sessions/bulk.ts';
import { showToast } from '../../controllers/toasts.ts';
import { viewer } from '../../controllers/viewer.ts';
import { texts } from '../../languages/en/app.ts';
import { conversationTexts } from '../../languages/en/conversations.ts';
import { base } from '../base.styles.ts';
import { bulkBar } from '../bulk-bar.styles.ts';
import { type IconName, icon } from '../icons.ts';

const words = conversationTexts.bulk;

/**
 * What can be done with the selected conversations.
 * @fires desk-select - `detail` is `shown`, `all` or `none`
 */
export class DeskBulkBar extends LitElement {
  static override styles = [
    base,
    bulkBar,
    css`
      :host {
        display: grid;
        gap: 8px;
        padding: 10px 16px;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 14px;
        min-height: 24px;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      .delete::part(base) {
        color: var(--parlour-issue);
      }
    `,
  ];
  static override properties = {
    ids: { attribute: false },
    filters: { attribute: false },
    all: { type: Boolean },
    whole: { type: Boolean },
    counted: { state: true },
    busy: { state: true },
  };

  declare ids: readonly string[];
  declare filters: ListFilters;
  /** All that the filters match is selected. */
  declare all: boolean;
  /** The list has been loaded to its end: all that match are shown. */
  declare whole: boolean;
  declare private counted: { count: number; more: boolean } | null;
  declare private busy: boolean;

  constructor() {
    super();
    this.ids = [];
    this.filters = {};
    this.counted = null;
    this.busy = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('all') && !changed.has('filters')) return;
    this.counted = null;
    if (this.all) void this.#count();
  }

  protected override render() {
    return html`<div class="line">
        <strong role="status">${this.#says()}</strong>
        ${this.all ? nothing : html`<button type="button" class="link" @click=${() => this.#select(this.whole ? 'shown' : 'all')}>${this.whole ? words.selectLoaded : words.selectAll}</button>`}
        <button type="button" class="clear" aria-label=${words.clear} @click=${() => this.#select('none')}>
          ${icon('x-lg')}
        </button>
      </div>
      <div class="actions" role="group" aria-label=${words.toolbar}>
        ${
          this.filters.archive === 'archived'
            ? this.#button('unarchive', 'inbox')
            : this.#button('archive', 'archive')
        }
        ${
          this.filters.completion === 'completed'
            ? this.#button('reopen', 'arrow-counterclockwise')
            : this.#button('complete', 'check-circle')
        }
        ${isAdmin() ? this.#button('delete', 'trash') : nothing}
      </div>`;
  }

  #button(action: BulkAction, name: IconName) {
    return html`<sl-button
      size="small"
      class=${action}
      ?disabled=${this.busy || (this.all && !this.counted)}
      @click=${() => this.#run(action)}
    >
      <sl-icon slot="prefix" name=${name}></sl-icon>${words[action]}
    </sl-button>`;
  }

  #says(): string {
    if (this.busy) return words.busy;
    if (!this.all) return words.selected(this.ids.length);
    return this.counted ? words.allSelected(this.counted.count, this.counted.more) : words.busy;
  }

  async #count(): Promise<void> {
    try {
      this.counted = await countSessions(narrowing(this.filters));
    } catch {
      showToast(texts.errors.unexpected, { tone: 'problem' });
      this.#select('shown');
    }
  }

  async #run(action: BulkAction): Promise<void> {
    const number = this.all ? (this.counted?.count ?? 0) : this.ids.length;
    if (action === 'delete' && !(await this.#confirmed(number))) return;
    this.busy = true;
    const target = this.all ? { filter: narrowing(this.filters) } : { ids: this.ids };
    const done = await runBulk(target, action);
    this.busy = false;
    if (done) this.#select('none');
  }

  async #confirmed(number: number): Promise<boolean> {
    const { askFirst } = await import('../confirm-dialog.ts');
    return askFirst({
      heading: words.deleteTitle(number),
      text: number === 1 ? words.deleteOneText : words.deleteText,
      action: words.deleteButton(number),
      danger: true,
      keep: words.keep(number),
    });
  }

  #select(detail: 'shown' | 'all' | 'none'): void {
    this.dispatchEvent(new CustomEvent('desk-select', { detail, bubbles: true, composed: true }));
  }
}

const isAdmin = () => viewer.value.status === 'signed-in' && viewer.value.user.role === 'admin';

customElements.define('desk-bulk-bar', DeskBulkBar);

declare global {
  interface HTMLElementTagNameMap {
    'desk-bulk-bar': DeskBulkBar;
  }
  interface HTMLElementEventMap {
    'desk-select': CustomEvent<'shown' | 'all' | 'none'>;
  }
}
