import { css, html, LitElement, nothing } from 'lit';
import { type IconName, icon } from './icons.ts';

/** The meaning of a colour. It never stands alone: a word is always beside it. */
export type Tone = 'quiet' | 'passed' | 'waiting' | 'issue' | 'fixed';

/** A small word with an icon that says one state: Completed, Issue, Archived. */
export class DeskMark extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
      align-items: center;
      gap: 5px;
      white-space: nowrap;
      color: var(--parlour-ink-soft);
      font-size: var(--parlour-size-xs);
      line-height: 20px;
    }
    :host([tone='passed']) {
      color: var(--parlour-passed);
    }
    :host([tone='waiting']) {
      color: var(--parlour-waiting);
    }
    :host([tone='issue']) {
      color: var(--parlour-issue);
    }
    :host([tone='fixed']) {
      color: var(--parlour-fixed);
    }
    :host([filled]) {
      padding: 1px 9px 1px 7px;
      border-radius: var(--parlour-radius-pill);
      background: var(--parlour-sunken);
    }
    :host([filled][tone='passed']) {
      background: var(--parlour-passed-soft);
    }
    :host([filled][tone='waiting']) {
      background: var(--parlour-waiting-soft);
    }
    :host([filled][tone='issue']) {
      background: var(--parlour-issue-soft);
    }
    :host([filled][tone='fixed']) {
      background: var(--parlour-fixed-soft);
    }
    sl-icon {
      flex: none;
      font-size: 12px;
    }
  `;
  static override properties = {
    icon: {},
    tone: { reflect: true },
    filled: { type: Boolean, reflect: true },
  };

  declare icon?: IconName;
  declare tone: Tone;
  /** On a soft background of its colour. */
  declare filled: boolean;

  constructor() {
    super();
    this.tone = 'quiet';
    this.filled = false;
  }

  protected override render() {
    return html`${this.icon ? icon(this.icon) : nothing}<slot></slot>`;
  }
}

customElements.define('desk-mark', DeskMark);

declare global {
  interface HTMLElementTagNameMap {
    'desk-mark': DeskMark;
  }
}
