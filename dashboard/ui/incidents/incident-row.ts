import { css, html, LitElement, nothing } from 'lit';
import type { IncidentView } from '../../../backend/incidents/schema.ts';
import { errorTexts as texts } from '../../languages/en/errors.ts';
import { base } from '../base.styles.ts';
import { icon } from '../icons.ts';
import { ledgerRow } from '../ledger.styles.ts';
import { placeOf, severityIcons, statusMark } from './incident-words.ts';
import '../time-ago.ts';

/** One error in the list: what, where, how often, and when last. A link, so that it opens anywhere. */
export class DeskIncidentRow extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override styles = [
    base,
    ledgerRow,
    css`
      .says {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
      }
      :host([status='open']) .way {
        color: var(--parlour-issue);
        background: var(--parlour-issue-soft);
      }
      :host([status='open']) .way.warning {
        color: var(--parlour-waiting);
        background: var(--parlour-waiting-soft);
      }
      .often {
        color: var(--parlour-ink-soft);
        font-size: var(--parlour-size-xs);
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
    `,
  ];
  static override properties = {
    incident: { attribute: false },
    status: { reflect: true },
    href: {},
    current: { type: Boolean, reflect: true },
    reachable: { type: Boolean },
  };

  declare incident: IncidentView;
  declare status: IncidentView['status'];
  declare href: string;
  /** It is the one that is open beside the list. */
  declare current: boolean;
  /** The Tab key stops here; one row of the list at a time. */
  declare reachable: boolean;

  protected override willUpdate(): void {
    this.status = this.incident.status;
  }

  protected override render() {
    const { message, severity, site, occurrences, lastAt, status } = this.incident;
    return html`<a
      href=${this.href}
      tabindex=${this.reachable ? 0 : -1}
      aria-current=${this.current ? 'true' : nothing}
    >
      <span class="way ${severity}" title=${texts.severity[severity]}
        >${icon(severityIcons[severity], texts.severity[severity])}</span
      >
      <div class="words">
        <div class="says">${message}</div>
        <div class="about">${[placeOf(this.incident), site?.name].filter(Boolean).join(' · ')}</div>
        <div class="state">${status === 'open' ? nothing : statusMark(status)}</div>
      </div>
      <div class="right">
        <desk-time-ago class="when" at=${lastAt}></desk-time-ago>
        <div class="often">${texts.times(occurrences)}</div>
        <div class="state">${status === 'open' ? nothing : statusMark(status)}</div>
      </div>
    </a>`;
  }
}

customElements.define('desk-incident-row', DeskIncidentRow);

declare global {
  interface HTMLElementTagNameMap {
    'desk-incident-row': DeskIncidentRow;
  }
}
