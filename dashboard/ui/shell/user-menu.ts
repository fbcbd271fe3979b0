import type { SlMenuItem } from '@shoelace-style/shoelace';
import { css, html, LitElement, nothing } from 'lit';
import type { UserView } from '../../../backend/staff/schema.ts';
import { type Theme, theme } from '../../controllers/preferences.ts';
import { navigate } from '../../controllers/router.ts';
import { Watch } from '../../controllers/store.ts';
import { showToast } from '../../controllers/toasts.ts';
import { signOut } from '../../controllers/viewer.ts';
import { texts } from '../../languages/en/app.ts';
import { base } from '../base.styles.ts';
import { type IconName, icon } from '../icons.ts';
import { initials } from '../naming.ts';
import { entryStyles } from './nav-rail.styles.ts';

const themes: readonly (readonly [Theme, string, IconName])[] = [
  ['system', texts.account.system, 'circle-half'],
  ['light', texts.account.light, 'sun'],
  ['dark', texts.account.dark, 'moon'],
];

/** A place to go to, as the navigation shows it. */
export interface Way {
  href: string;
  label: string;
  icon: IconName;
  /** One is there. */
  here: boolean;
  /** What waits there, and how that is said; 0 and '' for nothing. */
  count: number;
  counted: string;
}

/** More than this is many. */
const COUNT_MAX = 99;

/** The number for those who see it; others are told by the label. */
export const countMark = (count: number) =>
  count > 0
    ? html`<span class="count" aria-hidden="true">${count > COUNT_MAX ? `${COUNT_MAX}+` : count}</span>`
    : nothing;

/**
 * Who one is, the theme, help and the way out; on a phone also the places that its navigation has no room for.
 * @fires desk-help - the keyboard sheet is wanted
 */
export class DeskUserMenu extends LitElement {
  static override styles = [
    base,
    entryStyles,
    css`
      .face {
        position: relative;
        display: grid;
        place-content: center;
        place-items: center;
        width: 34px;
        height: 34px;
        padding: 0;
        line-height: 1;
        border-radius: 50%;
        background: var(--desk-chosen);
        color: var(--parlour-accent-ink);
        font-size: var(--parlour-size-xs);
        font-weight: var(--parlour-weight-bold);
      }
      .who {
        padding: 8px 16px 10px;
        line-height: 1.4;
      }
      .who b {
        display: block;
        font-weight: var(--parlour-weight-bold);
      }
      .who span {
        color: var(--parlour-ink-soft);
        font-size: var(--parlour-size-xs);
        overflow-wrap: anywhere;
      }
      sl-menu {
        min-width: 230px;
        box-shadow: var(--parlour-shadow-low);
      }
      sl-menu-item sl-icon[slot='prefix'] {
        margin-inline-end: 10px;
        color: var(--parlour-ink-soft);
      }
      [aria-current] {
        color: var(--parlour-accent-ink);
      }
      sl-menu-item .count {
        margin-inline-start: 16px;
      }
      hr {
        margin: 6px 0;
        border: 0;
        border-top: 1px solid var(--parlour-line-soft);
      }
      @media (max-width: 799px) {
        /* As wide as its place in the bar, so that it stands in the middle of it. */
        sl-dropdown {
          display: block;
        }
        sl-menu-item::part(base) {
          padding-block: 7px;
        }
      }
    `,
  ];
  static override properties = { user: { attribute: false }, more: { attribute: false } };

  declare user: UserView;
  declare more: readonly Way[];

  readonly #theme = new Watch(this, theme);

  protected override render() {
    const { name, email } = this.user;
    const { more } = this;
    return html`<sl-dropdown placement=${more.length > 0 ? 'top-end' : 'right-end'} distance="8" hoist>
      ${
        more.length > 0
          ? this.#moreButton()
          : html`<button slot="trigger" type="button" class="face">
              ${initials(name)}<span class="unseen">${texts.account.menu(name)}</span>
            </button>`
      }
      <sl-menu @sl-select=${this.#onSelect}>
        ${more.map((way) => this.#way(way))} ${more.length > 0 ? html`<hr role="separator" />` : nothing}
        <div class="who" role="presentation"><b>${name}</b><span>${email}</span></div>
        <hr role="separator" />
        ${themes.map(
          ([value, label, symbol]) =>
            html`<sl-menu-item type="checkbox" value="theme-${value}" .checked=${this.#theme.value === value}>
              <sl-icon slot="prefix" name=${symbol}></sl-icon>${label}
            </sl-menu-item>`,
        )}
        <hr role="separator" />
        ${this.#item('help', 'keyboard', texts.account.shortcuts)}
        ${this.#item('sign-out', 'box-arrow-right', texts.account.signOut)}
      </sl-menu>
    </sl-dropdown>`;
  }

  #moreButton() {
    const { more } = this;
    const count = more.reduce((sum, way) => sum + way.count, 0);
    const says = [texts.more, ...more.map(({ counted }) => counted).filter(Boolean)].join(', ');
    const here = more.some((way) => way.here);
    return html`<button
      slot="trigger"
      type="button"
      class="entry"
      aria-label=${says}
      aria-current=${here ? 'true' : nothing}
    >
      ${icon('three-dots')}<span class="word">${texts.more}</span> ${countMark(count)}
    </button>`;
  }

  #way({ href, label, icon: symbol, here, count, counted }: Way) {
    return html`<sl-menu-item value=${href} aria-current=${here ? 'page' : nothing}>
      <sl-icon slot="prefix" name=${symbol}></sl-icon>${label}${
        counted ? html`<span class="unseen">, ${counted}</span>` : nothing
      }
      <span slot="suffix">${countMark(count)}</span>
    </sl-menu-item>`;
  }

  #item(value: string, symbol: IconName, label: string) {
    return html`<sl-menu-item value=${value}><sl-icon slot="prefix" name=${symbol}></sl-icon>${label}</sl-menu-item>`;
  }

  #onSelect(event: CustomEvent<{ item: SlMenuItem }>): void {
    const { item } = event.detail;
    if (item.value === 'help')
      this.dispatchEvent(new CustomEvent('desk-help', { bubbles: true, composed: true }));
    else if (item.value === 'sign-out') void this.#signOut();
    else if (item.value.startsWith('/')) navigate(item.value);
    else {
      const [chosen] = themes.find(([value]) => item.value === `theme-${value}`) ?? ['system' as const];
      theme.set(chosen);
      // A checkbox item unticks itself when chosen again; one of the three is always ticked.
      item.checked = true;
    }
  }

  async #signOut(): Promise<void> {
    try {
      await signOut();
    } catch {
      showToast(texts.account.signOutFailed, { tone: 'problem' });
    }
  }
}

customElements.define('desk-user-menu', DeskUserMenu);

declare global {
  interface HTMLElementTagNameMap {
    'desk-user-menu': DeskUserMenu;
  }
  interface HTMLElementEventMap {
    'desk-help': CustomEvent;
  }
}
