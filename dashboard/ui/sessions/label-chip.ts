import { css, html, LitElement } from 'lit';
import type { LabelColor } from '../../../backend/sessions/label-schema.ts';
import { base } from '../base.styles.ts';

/** A label: a dot of its colour and its name. */
export class DeskLabel extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: inline-flex;
        align-items: center;
        gap: 5px;
        min-width: 0;
        --dot: var(--parlour-ink-faint);
      }
      :host([color='teal']) {
        --dot: light-dark(#0d766e, #45b8ac);
      }
      :host([color='green']) {
        --dot: var(--parlour-passed);
      }
      :host([color='amber']) {
        --dot: var(--parlour-waiting);
      }
      :host([color='red']) {
        --dot: var(--parlour-issue);
      }
      :host([color='violet']) {
        --dot: var(--parlour-fixed);
      }
      :host([color='blue']) {
        --dot: light-dark(#2b64b8, #7fb0f5);
      }
      i {
        flex: none;
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--dot);
        forced-color-adjust: none;
      }
      span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: var(--desk-label-space, nowrap);
        unicode-bidi: plaintext;
      }
    `,
  ];
  static override properties = { color: { reflect: true } };

  declare color: LabelColor;

  protected override render() {
    return html`<i></i><span><slot></slot></span>`;
  }
}

customElements.define('desk-label', DeskLabel);

declare global {
  interface HTMLElementTagNameMap {
    'desk-label': DeskLabel;
  }
}
