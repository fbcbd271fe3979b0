import { css, html, LitElement } from 'lit';
import type { LeadDetail } from '../../../backend/leads/schema.ts';
import { leadTexts as texts } from '../../languages/en/leads.ts';
import { base } from '../base.styles.ts';
import { changeSentence } from './lead-words.ts';
import '../time-ago.ts';

/** What happened to a lead, newest first, in sentences. */
export class DeskLeadHistory extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      h2 {
        font-size: var(--parlour-size-s);
        margin-bottom: 8px;
      }
      li {
        position: relative;
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 2px 16px;
        padding: 5px 0 5px 18px;
      }
      li::before {
        content: '';
        position: absolute;
        inset-inline-start: 3px;
        top: 13px;
        width: 6px;
        height: 6px;
        border-radius: 50%;
        background: var(--parlour-line-strong);
      }
      li:not(:last-child)::after {
        content: '';
        position: absolute;
        inset-inline-start: 5.5px;
        top: 22px;
        bottom: -10px;
        width: 1px;
        background: var(--parlour-line-soft);
      }
      span {
        overflow-wrap: anywhere;
        unicode-bidi: plaintext;
        text-align: start;
      }
      desk-time-ago {
        color: var(--parlour-ink-faint);
        font-size: var(--parlour-size-xs);
        line-height: 21px;
        white-space: nowrap;
      }
    `,
  ];
  static override properties = { lead: { attribute: false } };

  declare lead: LeadDetail;

  protected override render() {
    const { history, fields, createdAt } = this.lead;
    return html`<h2>${texts.history}</h2>
      <ol>
        ${history.map(
          (change) =>
            html`<li><span>${changeSentence(change, fields)}</span><desk-time-ago at=${change.at}></desk-time-ago></li>`,
        )}
        <li><span>${texts.made}</span><desk-time-ago at=${createdAt}></desk-time-ago></li>
      </ol>`;
  }
}

customElements.define('desk-lead-history', DeskLeadHistory);

declare global {
  interface HTMLElementTagNameMap {
    'desk-lead-history': DeskLeadHistory;
  }
}
