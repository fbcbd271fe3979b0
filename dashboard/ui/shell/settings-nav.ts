import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { UserView } from '../../../backend/staff/schema.ts';
import { paths } from '../../controllers/router.ts';
import { narrow } from '../../controllers/shell/narrow.ts';
import { Watch } from '../../controllers/store.ts';
import { texts } from '../../languages/en/app.ts';
import { settingsTexts } from '../../languages/en/settings.ts';
import { base } from '../base.styles.ts';
import { type IconName, icon } from '../icons.ts';

/** What stands in the navigation: the parts of the settings, and the sites. */
type Place = keyof typeof settingsTexts.sections;

interface Entry {
  section: Place;
  icon: IconName;
  href: string;
  forAdmins: boolean;
}

const entries: readonly Entry[] = [
  { section: 'account', icon: 'person', href: paths.settings(), forAdmins: false },
  { section: 'labels', icon: 'tag', href: paths.settings('labels'), forAdmins: false },
  { section: 'sites', icon: 'globe2', href: paths.sites(), forAdmins: true },
  { section: 'people', icon: 'people', href: paths.settings('people'), forAdmins: true },
  { section: 'keys', icon: 'key', href: paths.settings('keys'), forAdmins: true },
  { section: 'outbox', icon: 'inbox', href: paths.settings('outbox'), forAdmins: true },
  { section: 'privacy', icon: 'shield-lock', href: paths.settings('privacy'), forAdmins: true },
  { section: 'activity', icon: 'clock-history', href: paths.settings('activity'), forAdmins: true },
];

/** What there is in the settings: a column beside the page, on a phone a list that opens above it. Agents see what is theirs. */
export class DeskSettingsNav extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      h2 {
        padding: 0 12px;
        margin-bottom: 10px;
        font-size: var(--parlour-size-l);
      }
      ul {
        display: grid;
        gap: 2px;
      }
      a {
        display: flex;
        align-items: center;
        gap: 10px;
        padding: 7px 12px;
        border-radius: var(--parlour-radius);
        color: var(--parlour-ink-soft);
        text-decoration: none;
        white-space: nowrap;
      }
      a:hover {
        background: var(--desk-hover);
        color: var(--parlour-ink);
      }
      a[aria-current] {
        background: var(--desk-chosen);
        color: var(--parlour-accent-ink);
        font-weight: var(--parlour-weight-bold);
      }
      sl-icon {
        flex: none;
        font-size: 16px;
      }
      @media (max-width: 799px) {
        h2 {
          padding: 0;
        }
        details {
          border: 1px solid var(--parlour-line-soft);
          border-radius: var(--parlour-radius-bubble);
          background: var(--parlour-surface);
        }
        summary {
          display: flex;
          align-items: center;
          gap: 10px;
          min-height: 44px;
          padding: 7px 16px;
          list-style: none;
          cursor: pointer;
          font-weight: var(--parlour-weight-bold);
        }
        summary::-webkit-details-marker {
          display: none;
        }
        summary sl-icon:last-child {
          margin-inline-start: auto;
          font-size: 12px;
          color: var(--parlour-ink-soft);
          transition: rotate var(--parlour-quick);
        }
        [open] summary sl-icon:last-child {
          rotate: 180deg;
        }
        ul {
          padding: 4px;
          border-top: 1px solid var(--parlour-line-soft);
        }
        a {
          min-height: 44px;
        }
      }
    `,
  ];
  static override properties = { user: { attribute: false }, current: {} };

  declare user: UserView;
  declare current: Place;

  readonly #narrow = new Watch(this, narrow);

  protected override updated(changed: PropertyValues<this>): void {
    const list = this.renderRoot.querySelector('details');
    if (list && changed.has('current')) list.open = false;
  }

  protected override render() {
    const seen = entries.filter(({ forAdmins }) => !forAdmins || this.user.role === 'admin');
    const list = html`<ul>
      ${seen.map((entry) => this.#link(entry))}
    </ul>`;
    const here = entries.find(({ section }) => section === this.current);
    return html`<h2>${texts.settings}</h2>
      <nav aria-label=${settingsTexts.navigation}>
        ${
          this.#narrow.value && here
            ? html`<details>
                <summary>${icon(here.icon)}${settingsTexts.sections[here.section]}${icon('chevron-down')}</summary>
                ${list}
              </details>`
            : list
        }
      </nav>`;
  }

  #link({ section, icon: symbol, href }: Entry) {
    return html`<li>
      <a href=${href} aria-current=${section === this.current ? 'page' : nothing}
        >${icon(symbol)}${settingsTexts.sections[section]}</a
      >
    </li>`;
  }
}

customElements.define('desk-settings-nav', DeskSettingsNav);

declare global {
  interface HTMLElementTagNameMap {
    'desk-settings-nav': DeskSettingsNav;
  }
}
