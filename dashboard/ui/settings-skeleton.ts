import { css, html, LitElement } from 'lit';
import { base, late } from './base.styles.ts';

/** Rows of the settings while they load. */
export class DeskSettingsSkeleton extends LitElement {
  static override styles = [
    base,
    late,
    css`
      div {
        display: grid;
        gap: 10px;
        padding: 16px 0;
      }
      div + div {
        border-top: 1px solid var(--parlour-line-soft);
      }
      sl-skeleton {
        height: 12px;
        width: 34%;
        --border-radius: 4px;
        --color: var(--parlour-sunken);
      }
      sl-skeleton + sl-skeleton {
        width: 62%;
      }
    `,
  ];
  static override properties = { rows: { type: Number } };

  declare rows: number;

  constructor() {
    super();
    this.rows = 4;
  }

  protected override render() {
    return Array.from(
      { length: this.rows },
      () => html`<div aria-hidden="true"><sl-skeleton></sl-skeleton><sl-skeleton></sl-skeleton></div>`,
    );
  }
}

customElements.define('desk-settings-skeleton', DeskSettingsSkeleton);

declare global {
  interface HTMLElementTagNameMap {
    'desk-settings-skeleton': DeskSettingsSkeleton;
  }
}
