import { css, html, LitElement, nothing } from 'lit';
import type { UserView } from '../../backend/staff/schema.ts';
import { paths, place } from '../controllers/router.ts';
import { Watch } from '../controllers/store.ts';
import { texts } from '../texts.ts';
import { base } from './base.styles.ts';
import { type IconName, icon } from './icons.ts';
import './brand.ts';
import './user-menu.ts';

interface Entry {
  page: string;
  label: string;
  icon: IconName;
  href: () => string;
}

/** What there is to go to, in its order. Settings stand apart, at the end. */
const entries: readonly Entry[] = [
  { page: 'conversations', label: texts.conversations, icon: 'chat-square-text', href: paths.conversations },
];
const lastEntries: readonly Entry[] = [
  { page: 'settings', label: texts.settings, icon: 'gear', href: paths.settings },
];

/** The narrow navigation: at the left of a wide screen, at the bottom of a phone. */
export class DeskNavRail extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        align-items: center;
        padding: 12px 0;
        border-inline-end: 1px solid var(--parlour-line-soft);
        background: var(--parlour-canvas);
      }
      desk-brand {
        margin-bottom: 20px;
      }
      nav,
      ul {
        display: flex;
        flex-direction: column;
        gap: 6px;
      }
      nav {
        flex: 1;
        justify-content: space-between;
      }
      a {
        display: grid;
        place-items: center;
        width: 40px;
        height: 40px;
        border-radius: 10px;
        color: var(--parlour-ink-soft);
        font-size: 18px;
        text-decoration: none;
      }
      a:hover {
        background: var(--desk-hover);
        color: var(--parlour-ink);
      }
      a[aria-current] {
        background: var(--desk-chosen);
        color: var(--parlour-accent-ink);
      }
      .word {
        display: none;
      }
      desk-user-menu {
        margin-top: 12px;
      }
      @media (max-width: 799px) {
        :host {
          flex-direction: row;
          justify-content: space-around;
          padding: 4px 8px calc(4px + env(safe-area-inset-bottom));
          border: 0;
          border-top: 1px solid var(--parlour-line-soft);
          background: var(--parlour-surface);
        }
        desk-brand {
          display: none;
        }
        nav,
        ul {
          flex-direction: row;
          justify-content: space-around;
        }
        ul {
          flex: 1;
        }
        a {
          width: auto;
          min-width: 72px;
          height: 48px;
          padding: 0 12px;
          grid-auto-rows: auto;
          align-content: center;
          gap: 1px;
        }
        a[aria-current] {
          background: none;
        }
        .word {
          display: block;
          font-size: var(--parlour-size-xs);
          line-height: 1.3;
        }
        desk-user-menu {
          margin: 0 12px 0 0;
        }
      }
    `,
  ];
  static override properties = { user: { attribute: false } };

  declare user: UserView;

  readonly #place = new Watch(this, place);

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

  #link(entry: Entry) {
    const here = this.#place.value.route.page === entry.page;
    return html`<li>
      <sl-tooltip content=${entry.label} placement="right" hoist>
        <a href=${entry.href()} aria-label=${entry.label} aria-current=${here ? 'page' : nothing}>
          ${icon(entry.icon)}<span class="word">${entry.label}</span>
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
