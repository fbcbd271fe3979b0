import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { base } from './base.styles.ts';

/** A label and what it says; a fact with nothing to say is left out. */
export type Fact = readonly [label: string, value: string | TemplateResult | null | undefined];

/** A titled list of facts, for the panel beside a conversation. */
export class DeskFacts extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      h2 {
        font-size: var(--parlour-size-s);
        margin-bottom: 10px;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(96px, 34%) minmax(0, 1fr);
        gap: 7px 12px;
      }
      dt {
        color: var(--parlour-ink-faint);
        font-size: var(--parlour-size-xs);
        line-height: 21px;
        overflow-wrap: anywhere;
      }
      dd {
        overflow-wrap: anywhere;
        unicode-bidi: plaintext;
        text-align: start;
        white-space: pre-line;
      }
      small {
        display: block;
        color: var(--parlour-ink-soft);
        font-size: var(--parlour-size-xs);
      }
    `,
  ];
  static override properties = { heading: {}, facts: { attribute: false } };

  declare heading: string;
  declare facts: readonly Fact[];

  protected override render() {
    const told = this.facts.filter(([, value]) => value !== null && value !== undefined && value !== '');
    return html`<h2>${this.heading}</h2>
      <slot></slot>
      ${
        told.length === 0
          ? nothing
          : html`<dl>
              ${told.map(
                ([label, value]) =>
                  html`<dt>${label}</dt>
                    <dd>${value}</dd>`,
              )}
            </dl>`
      }`;
  }
}

customElements.define('desk-facts', DeskFacts);

declare global {
  interface HTMLElementTagNameMap {
    'desk-facts': DeskFacts;
  }
}
