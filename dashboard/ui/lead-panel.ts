import { css, html, LitElement, nothing } from 'lit';
import type { LeadView } from '../../backend/leads/schema.ts';
import { texts } from '../texts.ts';
import { base } from './base.styles.ts';
import type { Fact } from './facts.ts';
import { fieldLabel, mailLink, phoneLink } from './naming.ts';
import { dateAndTime } from './times.ts';
import './facts.ts';

/** Who the visitor is and how to reach them, as far as they have said. */
export class DeskLeadPanel extends LitElement {
  static override styles = [
    base,
    css`
      .none {
        color: var(--parlour-ink-soft);
      }
    `,
  ];
  static override properties = { lead: { attribute: false } };

  declare lead: LeadView | null;

  protected override render() {
    return html`<desk-facts heading=${texts.lead.title} .facts=${this.lead ? leadFacts(this.lead) : []}>
      ${this.lead ? nothing : html`<p class="none">${texts.lead.none}</p>`}
    </desk-facts>`;
  }
}

function leadFacts(lead: LeadView): Fact[] {
  return [
    [texts.lead.name, lead.name],
    [texts.lead.email, lead.email && html`<a href=${mailLink(lead.email)}>${lead.email}</a>`],
    [texts.lead.phone, lead.phone && html`<a href=${phoneLink(lead.phone)}>${lead.phone}</a>`],
    [texts.lead.company, lead.company],
    ...Object.entries(lead.custom).map(([name, value]): Fact => [fieldLabel(name), value]),
    [texts.lead.consent, lead.consent && consentText(lead.consent)],
  ];
}

function consentText({ given, version, at }: NonNullable<LeadView['consent']>) {
  const says = given ? texts.lead.consentGiven(version) : texts.lead.consentRefused;
  return `${says}, ${dateAndTime(at)}`;
}

customElements.define('desk-lead-panel', DeskLeadPanel);

declare global {
  interface HTMLElementTagNameMap {
    'desk-lead-panel': DeskLeadPanel;
  }
}
