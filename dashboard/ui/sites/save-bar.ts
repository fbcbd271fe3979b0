import { css, html, LitElement, nothing } from 'lit';
import { siteTexts } from '../../languages/en/sites.ts';
import { base } from '../base.styles.ts';
import { icon } from '../icons.ts';

const texts = siteTexts.save;

/**
 * What is not saved yet, and the two ways on. It is there only while something is.
 * @fires desk-save - store everything
 * @fires desk-discard - back to what is stored
 */
export class DeskSaveBar extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: sticky;
        bottom: 0;
        z-index: 2;
        display: block;
        padding: 12px 0 16px;
        pointer-events: none;
      }
      .bar {
        pointer-events: auto;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
        padding: 10px 12px 10px 18px;
        border: 1px solid var(--parlour-line-soft);
        border-radius: var(--parlour-radius-bubble);
        background: var(--parlour-surface);
        box-shadow: var(--parlour-shadow);
        animation: rise var(--parlour-calm);
      }
      .words {
        flex: 1 1 220px;
        min-width: 0;
      }
      .problem {
        color: var(--parlour-issue);
      }
      .notice {
        color: var(--parlour-waiting);
      }
      .words sl-icon {
        vertical-align: -2px;
        margin-inline-end: 4px;
      }
      .does {
        display: flex;
        gap: 8px;
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(8px);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .bar {
          animation: none;
        }
      }
      @media (max-width: 799px) {
        :host {
          padding-bottom: 12px;
        }
        .does,
        sl-button {
          flex: 1;
        }
      }
    `,
  ];
  static override properties = {
    sections: {},
    problem: {},
    notice: {},
    busy: { type: Boolean },
  };

  /** The names of the sections with changes. */
  declare sections: string;
  declare problem: string;
  declare notice: string;
  declare busy: boolean;

  protected override render() {
    return html`<div class="bar">
      <div class="words">
        <p>${texts.changed(this.sections)}</p>
        <div role="alert">
          ${this.problem ? html`<p class="problem">${icon('exclamation-triangle')}${this.problem}</p>` : nothing}
          ${this.notice ? html`<p class="notice">${icon('info-circle')}${this.notice}</p>` : nothing}
        </div>
      </div>
      <div class="does">
        <sl-button ?disabled=${this.busy} @click=${() => this.#fire('desk-discard')}>${texts.discard}</sl-button>
        <sl-button variant="primary" ?loading=${this.busy} @click=${() => this.#fire('desk-save')}
          >${texts.save}</sl-button
        >
      </div>
    </div>`;
  }

  #fire(name: 'desk-save' | 'desk-discard'): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true }));
  }
}

customElements.define('desk-save-bar', DeskSaveBar);

declare global {
  interface HTMLElementTagNameMap {
    'desk-save-bar': DeskSaveBar;
  }
  interface HTMLElementEventMap {
    'desk-save': CustomEvent;
    'desk-discard': CustomEvent;
  }
}
