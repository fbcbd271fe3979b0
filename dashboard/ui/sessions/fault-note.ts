import { css, html, LitElement, nothing } from 'lit';
import type { SessionIncident } from '../../../backend/sessions/schema.ts';
import { faultTexts as texts } from '../../languages/en/faults.ts';
import { base } from '../base.styles.ts';
import { icon } from '../icons.ts';
import { webUrl } from '../naming.ts';
import { exactTime, timeOfDay } from '../times.ts';

/** Something that went wrong, at its place in the transcript: what, why, and the way to the run at the vendor. */
export class DeskFault extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 2px 10px;
        padding: 10px 14px;
        border: 1px solid color-mix(in srgb, var(--parlour-issue) 35%, transparent);
        border-radius: var(--parlour-radius);
        background: var(--parlour-issue-soft);
        color: var(--parlour-ink);
        font-size: var(--parlour-size-xs);
        line-height: 1.45;
        text-align: start;
        overflow-wrap: anywhere;
      }
      sl-icon {
        margin-top: 3px;
        color: var(--parlour-issue);
        font-size: 14px;
      }
      strong {
        font-weight: var(--parlour-weight-bold);
        color: var(--parlour-issue);
      }
      p,
      .more {
        grid-column: 2;
      }
      .more {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 12px;
        margin-top: 4px;
        color: var(--parlour-ink-soft);
      }
      a {
        color: inherit;
        font-weight: var(--parlour-weight-bold);
      }
    `,
  ];
  static override properties = { incident: { attribute: false } };

  declare incident: SessionIncident;

  protected override render() {
    const { code, message, at, times, status, execution } = this.incident;
    const link = execution.url ? webUrl(execution.url) : null;
    return html`${icon('exclamation-triangle')}
      <p><strong>${headlineOf(this.incident)}</strong> ${code ? texts.sawFallback : nothing}</p>
      <p>${message}</p>
      <div class="more">
        <time datetime=${at} title=${exactTime(at)}>${timeOfDay(at)}</time>
        ${times > 1 ? html`<span>${texts.times(times)}</span>` : nothing}
        ${status === 'open' ? nothing : html`<span>${texts[status]}</span>`}
        ${
          link
            ? html`<a href=${link.href} target="_blank" rel="noopener noreferrer nofollow">${texts.openRun}</a>`
            : execution.id
              ? html`<span>${texts.run(execution.id)}</span>`
              : nothing
        }
      </div>`;
  }
}

/** Agents tell a code; what has none was reported by a workflow that runs elsewhere. */
function headlineOf({ code, workflow: { name }, node }: SessionIncident): string {
  if (name && node) return texts.workflowFailedAt(name, node);
  if (code) return node ? texts.assistantFailedAt(node) : texts.assistantFailed;
  if (name) return texts.workflowFailed(name);
  return node ? texts.stepFailed(node) : texts.someWorkflowFailed;
}

customElements.define('desk-fault', DeskFault);

declare global {
  interface HTMLElementTagNameMap {
    'desk-fault': DeskFault;
  }
}
