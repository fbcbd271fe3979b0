import { css, html, LitElement, nothing } from 'lit';
import type { UserView } from '../../../backend/staff/schema.ts';
import { paths } from '../../controllers/router.ts';
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

/** What there is in the settings: a column beside the page, a strip above it on a phone. Agents see what is theirs. */
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
          padding: 0 4px;
        }
        nav {
          margin-inline: -16px;
          overflow-x: auto;
          scrollbar-width: none;
        }
        ul {
          display: flex;
          gap: 4px;
          width: max-content;
          padding: 2px 16px;
        }
        a {
          padding: 6px 12px;
          border: 1px solid var(--parlour-line-soft);
          border-radius: var(--parlour-radius-pill);
          background: var(--parlour-surface);
        }
        a[aria-current] {
          border-color: var(--parlour-accent-ink);
          font-weight: var(--parlour-weight);
        }
        sl-icon {
          display: none;
        }
      }
    `,
  ];
  static override properties = { user: { attribute: false }, current: {} };

  declare user: UserView;
  declare current: Place;

  protected override updated(): void {
    // On a phone the strip may hold more than fits: what is open must be seen.
    this.renderRoot.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }

  protected override render() {
    const seen = entries.filter(({ forAdmins }) => !forAdmins || this.user.role === 'admin');
    return html`<h2>${texts.settings}</h2>
      ${
        seen.length < 2
          ? nothing
          : html`<nav aria-label=${settingsTexts.navigation}>
              <ul>
                ${seen.map((entry) => this.#link(entry))}
              </ul>
            </nav>`
      }`;
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
