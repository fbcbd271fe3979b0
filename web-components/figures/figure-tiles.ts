import { css, html, LitElement, nothing } from 'lit';
import { base } from '../base.styles.ts';

/** One figure, all in words and numbers as they are to be read. */
export interface Tile {
  label: string;
  value: string;
  /** More about the value, and how it differs from the time before. */
  note?: string;
  change?: string;
  /** Where its rows are listed. */
  href?: string;
  /** Somebody should look at it. */
  isUrgent?: boolean;
}

/**
 * Figures at a glance, side by side.
 *
 * @cssprop --parlour-tile-columns - how many stand side by side; 4 without it
 * @cssprop --parlour-tile-size - the size of a figure, instead of `--parlour-size-xl`
 * @cssprop --parlour-size-xl - the size of a figure
 * @cssprop --parlour-surface - the background
 * @cssprop --parlour-line-soft - lines around and between
 * @cssprop --parlour-ink-soft - the less important words
 * @cssprop --parlour-ink-faint - notes
 * @cssprop --parlour-accent-ink - the accent as text or line
 * @cssprop --parlour-issue - what is wrong, or urgent
 * @cssprop --parlour-radius-bubble - its corners
 * @cssprop --parlour-size-xs - small text
 * @cssprop --parlour-weight-bold - headings and figures
 */
export class ParlourFigureTiles extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      dl {
        display: grid;
        grid-template-columns: repeat(var(--parlour-tile-columns, 4), minmax(0, 1fr));
        gap: 1px;
        overflow: hidden;
        border: 1px solid var(--parlour-line-soft);
        border-radius: var(--parlour-radius-bubble);
        background: var(--parlour-line-soft);
      }
      div {
        position: relative;
        padding: 12px 14px 14px;
        background: var(--parlour-surface);
      }
      dt {
        font-size: var(--parlour-size-xs);
        color: var(--parlour-ink-soft);
      }
      .value {
        font-size: var(--parlour-tile-size, var(--parlour-size-xl));
        line-height: 1.25;
        font-weight: var(--parlour-weight-bold);
        font-variant-numeric: tabular-nums;
      }
      .urgent {
        color: var(--parlour-issue);
      }
      .note,
      .change {
        font-size: var(--parlour-size-xs);
        color: var(--parlour-ink-faint);
      }
      .change {
        color: var(--parlour-ink-soft);
      }
      a {
        color: inherit;
        text-decoration: none;
      }
      /* The whole tile can be clicked; what is read out is the value alone, with its name. */
      a::after {
        position: absolute;
        inset: 0;
        content: '';
      }
      div:hover:has(a) {
        background: color-mix(in srgb, var(--parlour-accent-ink) 5%, var(--parlour-surface));
      }
      div:hover a {
        color: var(--parlour-accent-ink);
        text-decoration: underline;
        text-decoration-thickness: 2px;
      }
      a:focus-visible {
        outline: none;
      }
      a:focus-visible::after {
        outline: 2px solid var(--parlour-accent-ink);
        outline-offset: -2px;
      }
    `,
  ];
  static override properties = { tiles: { attribute: false }, newTab: {} };

  /** The figures, in order. */
  declare tiles: readonly Tile[];
  /** Set where links leave the page: what is said of them, such as "(opens in a new tab)". */
  declare newTab?: string;

  protected override render() {
    return html`<dl>
      ${this.tiles.map(
        (tile) => html`<div>
          <dt>${tile.label}</dt>
          <dd class="value ${tile.isUrgent ? 'urgent' : ''}">${tile.href ? this.#link(tile) : tile.value}</dd>
          ${tile.note ? html`<dd class="note">${tile.note}</dd>` : nothing}
          ${tile.change ? html`<dd class="change">${tile.change}</dd>` : nothing}
        </div>`,
      )}
    </dl>`;
  }

  #link({ href, label, value }: Tile) {
    const { newTab } = this;
    const name = `${label}: ${value}${newTab ? ` ${newTab}` : ''}`;
    return newTab
      ? html`<a href=${href} target="_blank" rel="noopener noreferrer" aria-label=${name}>${value}</a>`
      : html`<a href=${href} aria-label=${name}>${value}</a>`;
  }
}

customElements.define('parlour-figure-tiles', ParlourFigureTiles);

declare global {
  interface HTMLElementTagNameMap {
    'parlour-figure-tiles': ParlourFigureTiles;
  }
}
