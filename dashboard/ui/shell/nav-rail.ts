import { html, LitElement, nothing } from 'lit';
import type { UserView } from '../../../backend/staff/schema.ts';
import { deadCount, faultCount, queueCount } from '../../controllers/reviews/queue-count.ts';
import { paths, place } from '../../controllers/router.ts';
import { type Store, Watch } from '../../controllers/store.ts';
import { texts } from '../../languages/en/app.ts';
import { base } from '../base.styles.ts';
import { type IconName, icon } from '../icons.ts';
import { navRailStyles } from './nav-rail.styles.ts';
import './brand.ts';
import './user-menu.ts';

interface Entry {
  page: string;
  label: string;
  icon: IconName;
  href: () => string;
  /** What waits there, and how that is said. */
  count?: Store<number>;
  counted?: (n: number) => string;
}

/** More than this is many. */
const COUNT_MAX = 99;

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

/** The narrow navigation: at the left of a wide screen, at the bottom of a phone. */
export class DeskNavRail extends LitElement {
  static override styles = [base, navRailStyles];
  static override properties = { user: { attribute: false } };

  declare user: UserView;

  readonly #place = new Watch(this, place);

  constructor() {
    super();
    for (const { count } of entries) if (count) new Watch(this, count);
  }

  protected override render() {
    return html`<desk-brand></desk-brand>
      <nav aria-label=${texts.mainNavigation}>
        <ul>
          ${entries.map((entry) => this.#link(entry))}
        </ul>
        <ul>
          ${lastEntries.map((entry) => this.#link(entry))}
        </ul>
      </nav>
      <desk-user-menu .user=${this.user}></desk-user-menu>`;
  }

  /** A phone shows as many entries as it is wide; where one is must be among them. */
  protected override updated(): void {
    this.renderRoot.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #link(entry: Entry) {
    const { page } = this.#place.value.route;
    const count = entry.count?.value ?? 0;
    const label = count > 0 ? `${entry.label}, ${entry.counted?.(count)}` : entry.label;
    const here = entry.page === (page === 'sites' ? 'settings' : page);
    return html`<li>
      <sl-tooltip content=${label} placement="right" hoist>
        <a href=${entry.href()} aria-label=${label} aria-current=${here ? 'page' : nothing}>
          ${icon(entry.icon)}<span class="word">${entry.label}</span> ${
            count > 0
              ? html`<span class="count" aria-hidden="true">${count > COUNT_MAX ? `${COUNT_MAX}+` : count}</span>`
              : nothing
          }
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
