import { css, html, LitElement, nothing } from 'lit';
import type { LeadView } from '../../../backend/leads/schema.ts';
import { leadTexts as texts } from '../../languages/en/leads.ts';
import { base } from '../base.styles.ts';

/** A score as a number with a bar; what it is made of shows when one points at it or comes by with the keyboard. */
export class DeskLeadScore extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: inline-block;
      }
      .score {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        border-radius: 4px;
        font-variant-numeric: tabular-nums;
      }
      .number {
        min-width: 3ch;
        text-align: end;
      }
      progress {
        appearance: none;
        width: 44px;
        height: 4px;
        border: 0;
        border-radius: 2px;
        overflow: hidden;
        background: var(--parlour-line-soft);
      }
      progress::-webkit-progress-bar {
        background: var(--parlour-line-soft);
      }
      progress::-webkit-progress-value {
        border-radius: 2px;
        background: var(--parlour-accent-ink);
      }
      progress::-moz-progress-bar {
        background: var(--parlour-accent-ink);
      }
      .reasons {
        display: grid;
        grid-template-columns: auto auto;
        gap: 2px 16px;
        padding: 2px;
        text-align: start;
      }
      .reasons b {
        text-align: end;
        font-weight: var(--parlour-weight-bold);
        font-variant-numeric: tabular-nums;
      }
      .reasons .title {
        grid-column: 1 / -1;
        opacity: 0.75;
      }
    `,
  ];
  static override properties = { lead: { attribute: false }, reachable: { type: Boolean } };

  declare lead: Pick<LeadView, 'score' | 'scoreReasons'>;
  /** The Tab key stops here; inside a row that is a link it must not. */
  declare reachable: boolean;

  protected override render() {
    const { score, scoreReasons } = this.lead;
    return html`<sl-tooltip placement="bottom" hoist>
      <div slot="content" class="reasons">
        <span class="title">${scoreReasons.length ? texts.why : texts.noReasons}</span>
        ${scoreReasons.map(({ rule, points }) => html`<span>${texts.rules[rule]}</span><b>${texts.points(points)}</b>`)}
      </div>
      <span class="score" tabindex=${this.reachable ? 0 : nothing} role=${this.reachable ? 'group' : nothing}
        aria-label=${this.reachable ? texts.scoreOf(score) : nothing}>
        <span class="number">${score}</span>
        <progress max="100" value=${score} aria-label=${texts.scoreOf(score)}></progress>
      </span>
    </sl-tooltip>`;
  }
}

customElements.define('desk-lead-score', DeskLeadScore);

declare global {
  interface HTMLElementTagNameMap {
    'desk-lead-score': DeskLeadScore;
  }
}
