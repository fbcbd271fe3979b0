import { html, LitElement, nothing } from 'lit';
import type { UserView } from '../../../backend/staff/schema.ts';
import { paths, place } from '../../controllers/router.ts';
import { narrow } from '../../controllers/shell/narrow.ts';
import { deadCount, faultCount, queueCount } from '../../controllers/shell/waiting-counts.ts';
import { type Store, Watch } from '../../controllers/store.ts';
import { texts } from '../../languages/en/app.ts';
import { base } from '../base.styles.ts';
import { type IconName, icon } from '../icons.ts';
import { entryStyles, navRailStyles } from './nav-rail.styles.ts';
import { countMark, type Way } from './user-menu.ts';
import './brand.ts';

interface Entry {
  page: string;
  label: string;
  icon: IconName;
  href: () => string;
  /** What waits there, and how that is said. */
  count?: Store<number>;
  counted?: (n: number) => string;
}

/** What there is to go to, in its order. Settings stand apart, at the end. */
const entries: readonly Entry[] = [
  { page: 'conversations', label: texts.conversations, icon: 'chat-square-text', href: paths.conversations },
  {
    page: 'review',
    label: texts.review,
    icon: 'patch-check',
    href: () => paths.reviews(),
    count: queueCount,
    counted: texts.waitingToRead,
  },
  { page: 'leads', label: texts.leads, icon: 'person-vcard', href: () => paths.leads() },
  { page: 'figures', label: texts.figures, icon: 'bar-chart', href: () => paths.figures() },
  {
    page: 'deliveries',
    label: texts.deliveries,
    icon: 'send',
    href: () => paths.deliveries(),
    count: deadCount,
    counted: texts.givenUp,
  },
  {
    page: 'errors',
    label: texts.errorsPage,
    icon: 'exclamation-triangle',
    href: () => paths.errors(),
    count: faultCount,
    counted: texts.openErrors,
  },
];
const lastEntries: readonly Entry[] = [
  { page: 'settings', label: texts.settings, icon: 'gear', href: () => paths.settings() },
];

/** As many as a phone is wide; what else there is stands in its menu. */
const ON_PHONE = 4;

/** The narrow navigation: at the left of a wide screen, at the bottom of a phone. */
export class DeskNavRail extends LitElement {
  static override styles = [base, entryStyles, navRailStyles];
  static override properties = { user: { attribute: false } };

  declare user: UserView;

  readonly #place = new Watch(this, place);
  readonly #narrow = new Watch(this, narrow);

  constructor() {
    super();
    for (const { count } of entries) if (count) new Watch(this, count);
  }

  protected override render() {
    const isNarrow = this.#narrow.value;
    const [first, rest] = isNarrow
      ? [entries.slice(0, ON_PHONE), [...entries.slice(ON_PHONE), ...lastEntries]]
      : [entries, []];
    return html`<desk-brand></desk-brand>
      <nav aria-label=${texts.mainNavigation}>
        <ul>
          ${first.map((entry) => this.#link(entry))}
        </ul>
        ${isNarrow ? nothing : html`<ul>${lastEntries.map((entry) => this.#link(entry))}</ul>`}
      </nav>
      <desk-user-menu .user=${this.user} .more=${rest.map((entry) => this.#way(entry))}></desk-user-menu>`;
  }

  #way(entry: Entry): Way {
    const { page } = this.#place.value.route;
    const count = entry.count?.value ?? 0;
    return {
      href: entry.href(),
      label: entry.label,
      icon: entry.icon,
      here: entry.page === (page === 'sites' ? 'settings' : page),
      count,
      counted: count > 0 ? entry.counted!(count) : '',
    };
  }

  #link(entry: Entry) {
    const { href, label, icon: symbol, here, count, counted } = this.#way(entry);
    const says = counted ? `${label}, ${counted}` : label;
    return html`<li>
      <sl-tooltip content=${says} placement="right" hoist>
        <a class="entry" href=${href} aria-label=${says} aria-current=${here ? 'page' : nothing}>
          ${icon(symbol)}<span class="word">${label}</span> ${countMark(count)}
        </a>
      </sl-tooltip>
    </li>`;
  }
}

customElements.define('desk-nav-rail', DeskNavRail);

declare global {
  interface HTMLElementTagNameMap {
    'desk-nav-rail': DeskNavRail;
  }
}
