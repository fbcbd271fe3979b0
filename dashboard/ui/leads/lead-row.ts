import { html, LitElement, nothing } from 'lit';
import type { LeadView } from '../../../backend/leads/schema.ts';
import { leadTexts as texts } from '../../languages/en/leads.ts';
import { base } from '../base.styles.ts';
import { linkRow } from '../list.styles.ts';
import { pagePath } from '../naming.ts';
import { leadColumns, leadRowStyles } from './lead-row.styles.ts';
import { leadName, qualificationMark } from './lead-words.ts';
import './lead-score.ts';
import '../time-ago.ts';

/** One lead in the list: who, how promising, who looks after it, from where. A link, so that it opens anywhere. */
export class DeskLeadRow extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override styles = [base, linkRow, leadColumns, leadRowStyles];
  static override properties = {
    lead: { attribute: false },
    href: {},
    current: { type: Boolean, reflect: true },
    reachable: { type: Boolean },
  };

  declare lead: LeadView;
  declare href: string;
  /** It is the one that is open beside the list. */
  declare current: boolean;
  /** The Tab key stops here; one row of the list at a time. */
  declare reachable: boolean;

  protected override render() {
    const { lead } = this;
    const name = leadName(lead);
    const reach = [lead.email, lead.phone, lead.company].filter((value) => value && value !== name);
    return html`<a
      class="columns"
      href=${this.href}
      tabindex=${this.reachable ? 0 : -1}
      aria-current=${this.current ? 'true' : nothing}
    >
      <div class="who">
        <div class="name">${name}</div>
        <div class="reach">${reach.join(' · ')}</div>
      </div>
      <div class="state">${qualificationMark(lead.qualification)}</div>
      <desk-lead-score class="score" .lead=${lead}></desk-lead-score>
      <div class="cell owner">${lead.owner?.name ?? texts.nobody}</div>
      <div class="cell source">
        ${pagePath(lead.page.url)}
        <div class="cell site">${lead.site.name}</div>
      </div>
      <desk-time-ago class="when" at=${lead.updatedAt}></desk-time-ago>
    </a>`;
  }
}

customElements.define('desk-lead-row', DeskLeadRow);

declare global {
  interface HTMLElementTagNameMap {
    'desk-lead-row': DeskLeadRow;
  }
}
