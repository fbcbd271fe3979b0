import { css, html, LitElement, nothing } from 'lit';
import type { MessageTrace } from '../../../backend/sessions/schema.ts';
import { faultTexts as texts } from '../../languages/en/faults.ts';
import { listed, number } from '../../languages/locale.ts';
import { base } from '../base.styles.ts';
import { webUrl } from '../naming.ts';

/** How an answer came about, folded away until somebody asks: model, tokens, cost, the run at the vendor. */
export class DeskAnswerFacts extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        color: var(--parlour-ink-soft);
        font-size: var(--parlour-size-xs);
        line-height: 1.5;
      }
      summary {
        width: fit-content;
        cursor: pointer;
      }
      summary:hover {
        color: var(--parlour-ink);
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 2px 12px;
        margin: 4px 0 2px;
        padding: 8px 12px;
        border: 1px solid var(--parlour-line-soft);
        border-radius: var(--parlour-radius);
        background: var(--parlour-surface);
      }
      dd {
        color: var(--parlour-ink);
        overflow-wrap: anywhere;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];
  static override properties = { trace: { attribute: false } };

  declare trace: MessageTrace;

  protected override render() {
    const { model, tokens, cost, workflow, execution, tools } = this.trace;
    return html`<details>
      <summary>${texts.how}</summary>
      <dl>
        ${row(texts.model, model)}
        ${row(texts.tokens, tokens && texts.tokenCount(number(tokens.input), number(tokens.output)))}
        ${row(texts.cost, typeof cost === 'number' && number(cost, { maximumFractionDigits: 6 }))}
        ${row(texts.workflow, workflow?.name ?? workflow?.id)} ${row(texts.runLabel, runOf(execution))}
        ${row(texts.tools, tools && listed(tools))}
      </dl>
    </details>`;
  }
}

const row = (label: string, value: unknown) => (value ? html`<dt>${label}</dt><dd>${value}</dd>` : nothing);

function runOf(execution: MessageTrace['execution']) {
  const link = execution?.url ? webUrl(execution.url) : null;
  if (!link) return execution?.id;
  const label = execution?.id ? texts.run(execution.id) : texts.openRun;
  return html`<a href=${link.href} target="_blank" rel="noopener noreferrer nofollow">${label}</a>`;
}

customElements.define('desk-answer-facts', DeskAnswerFacts);

declare global {
  interface HTMLElementTagNameMap {
    'desk-answer-facts': DeskAnswerFacts;
  }
}
