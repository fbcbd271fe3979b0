import { css, html, LitElement, nothing } from 'lit';
import type { LeadDuplicate } from '../../../backend/leads/schema.ts';
import { paths } from '../../controllers/router.ts';
import { leadTexts as texts } from '../../languages/en/leads.ts';
import { base } from '../base.styles.ts';
import { leadName, qualificationMark } from './lead-words.ts';
import '../time-ago.ts';

/** Other leads with the same e-mail or phone, to go and look at. They are shown, never merged. */
export class DeskLeadDuplicates extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      h2 {
        font-size: var(--parlour-size-s);
      }
      p {
        margin-bottom: 8px;
        color: var(--parlour-ink-soft);
        font-size: var(--parlour-size-xs);
      }
      li + li {
        border-top: 1px solid var(--parlour-line-soft);
      }
      a {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 12px;
        padding: 8px 10px;
        margin-inline: -10px;
        color: inherit;
        text-decoration: none;
        border-radius: var(--parlour-radius);
      }
      a:hover {
        background: var(--desk-hover);
      }
      b {
        font-weight: var(--parlour-weight-bold);
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        unicode-bidi: plaintext;
        text-align: start;
      }
      .soft {
        color: var(--parlour-ink-soft);
        font-size: var(--parlour-size-xs);
      }
    `,
  ];
  static override properties = { duplicates: { attribute: false }, search: {} };

  declare duplicates: readonly LeadDuplicate[];
  /** The list's query string, kept by the links. */
  declare search: string;

  protected override render() {
    if (this.duplicates.length === 0) return nothing;
    return html`<h2>${texts.duplicates}</h2>
      <p>${texts.duplicatesText}</p>
      <ul>
        ${this.duplicates.map(
          (lead) => html`<li>
            <a href=${paths.lead(lead.id, this.search)}>
              <b>${leadName(lead)}</b>${qualificationMark(lead.qualification)}
              <span class="soft">${sameness(lead)} · ${lead.site.name}</span>
              <desk-time-ago class="soft" at=${lead.updatedAt}></desk-time-ago>
            </a>
          </li>`,
        )}
      </ul>`;
  }
}

function sameness({ same }: LeadDuplicate): string {
  return same.length === 2 ? texts.same.both : texts.same[same[0] ?? 'email'];
}

customElements.define('desk-lead-duplicates', DeskLeadDuplicates);

declare global {
  interface HTMLElementTagNameMap {
    'desk-lead-duplicates': DeskLeadDuplicates;
  }
}
