import { css, html, LitElement, nothing } from 'lit';
import type { ActivityEntry, ActivityFilters } from '../../../backend/staff/activity/schema.ts';
import type { PersonView } from '../../../backend/staff/people/schema.ts';
import { listActivity } from '../../api/activity.ts';
import { listPeople } from '../../api/people.ts';
import { PagedList } from '../../controllers/paged-list.ts';
import { paths } from '../../controllers/router.ts';
import { settingsTexts } from '../../languages/en/settings.ts';
import { base } from '../../ui/base.styles.ts';
import { listFailed } from '../../ui/list-states.ts';
import { selectField, settingsSection } from '../../ui/settings.styles.ts';
import { activityWords } from '../../ui/staff/activity-words.ts';
import '../../ui/load-more.ts';
import '../../ui/notice.ts';
import '../../ui/settings-skeleton.ts';
import '../../ui/time-ago.ts';

const says = settingsTexts.activity;
const kinds = Object.entries(says.kinds);
type Filter = 'actor' | 'action' | 'from' | 'to';

/** Who did what, in plain sentences. */
export class DeskSettingsActivity extends LitElement {
  static override styles = [
    base,
    settingsSection,
    selectField,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 12px;
        margin-bottom: 16px;
      }
      .select {
        color: var(--parlour-ink-soft);
        font-size: var(--parlour-size-xs);
      }
      select {
        width: 190px;
      }
      .said a {
        font-size: var(--parlour-size-xs);
      }
      select,
      input {
        color: var(--parlour-ink);
        font-size: var(--parlour-size-s);
      }
      .rows > li {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 2px 16px;
        padding: 11px 20px;
      }
      .said {
        flex: 1 1 260px;
        overflow-wrap: anywhere;
      }
      b {
        font-weight: var(--parlour-weight-bold);
      }
      desk-time-ago {
        white-space: nowrap;
      }
      @media (max-width: 699px) {
        .select {
          flex: 1 1 40%;
        }
        select,
        input {
          width: 100%;
        }
        .rows > li {
          padding-inline: 16px;
        }
      }
    `,
  ];
  static override properties = { people: { state: true }, filters: { state: true } };

  declare private people: readonly PersonView[];
  declare private filters: Pick<ActivityFilters, Filter>;

  readonly #entries = new PagedList<ActivityEntry>(this, (cursor, signal) =>
    listActivity({ ...this.filters, cursor }, signal),
  );

  constructor() {
    super();
    this.people = [];
    this.filters = {};
    // Without them one can still filter by what and when.
    listPeople().then(
      ({ items }) => {
        this.people = items;
      },
      () => {},
    );
  }

  protected override render() {
    return html`<div class="head">
        <div>
          <h1>${settingsTexts.sections.activity}</h1>
          <p>${says.text}</p>
        </div>
      </div>
      <form @change=${this.#onChange}>
        ${this.#select(
          'actor',
          says.who,
          says.everybody,
          this.people.map(({ id, name }) => [id, name]),
        )}
        ${this.#select('action', says.what, says.everything, kinds)} ${this.#date('from', says.from)}
        ${this.#date('to', says.to)}
      </form>
      ${this.#content()}`;
  }

  #select(name: Filter, label: string, all: string, options: readonly (readonly [string, string])[]) {
    return html`<label class="select"
      >${label}<select name=${name}>
        <option value="">${all}</option>
        ${options.map(
          ([value, word]) =>
            html`<option value=${value} .selected=${this.filters[name] === value}>${word}</option>`,
        )}
      </select></label
    >`;
  }

  #date(name: 'from' | 'to', label: string) {
    return html`<label class="select"
      >${label}<input type="date" name=${name} min="2020-01-01" max="2099-12-31"
    /></label>`;
  }

  #content() {
    const { status, items } = this.#entries;
    if (status === 'loading') return html`<desk-settings-skeleton rows="6"></desk-settings-skeleton>`;
    if (status === 'failed') return listFailed(this.#entries, says.failedTitle);
    if (items.length === 0) return this.#empty();
    return html`<ul class="rows" aria-label=${settingsTexts.sections.activity}>
        ${items.map((entry) => this.#row(entry))}
      </ul>
      <desk-load-more .state=${this.#entries.more} @desk-load-more=${() => this.#entries.loadMore()}></desk-load-more>`;
  }

  #empty() {
    const filtered = Object.values(this.filters).some(Boolean);
    return html`<desk-notice
      icon="clock-history"
      heading=${says.emptyTitle}
      text=${filtered ? says.emptyFiltered : says.emptyText}
      >${filtered ? html`<sl-button size="small" @click=${this.#clear}>${says.clear}</sl-button>` : nothing}</desk-notice
    >`;
  }

  #row(entry: ActivityEntry) {
    const { who, did } = activityWords(entry);
    const { subject, action, site } = entry;
    const canOpen = subject.kind === 'session' && subject.id && !/deleted|erased/.test(action);
    return html`<li>
      <div class="said">
        <b><bdi>${who}</bdi></b> ${did}${
          site && subject.kind === 'session' ? html` <span class="quiet">· ${site.name}</span>` : nothing
        }
        ${canOpen ? html`<a href=${paths.conversation(subject.id ?? '')}>${says.openConversation}</a>` : nothing}
      </div>
      <desk-time-ago class="quiet" at=${entry.at}></desk-time-ago>
    </li>`;
  }

  #onChange(event: Event): void {
    const { name, value } = event.target as HTMLInputElement;
    this.filters = { ...this.filters, [name]: value || undefined };
    void this.#entries.load();
  }

  #clear(): void {
    this.filters = {};
    this.renderRoot.querySelector('form')?.reset();
    void this.#entries.load();
  }
}

customElements.define('desk-settings-activity', DeskSettingsActivity);

declare global {
  interface HTMLElementTagNameMap {
    'desk-settings-activity': DeskSettingsActivity;
  }
}
