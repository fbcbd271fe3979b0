import { css, html, LitElement } from 'lit';
import { texts } from '../../languages/en/app.ts';
import { base } from '../base.styles.ts';
import '../shell/brand.ts';
import './language-choice.ts';

/**
 * The card of the pages before one is in: mark, title, a sentence, and a form.
 * @slot - the form
 */
export class DeskEntrance extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        place-content: center;
        justify-items: center;
        min-height: 100dvh;
        padding: 32px 16px 12vh;
      }
      .mark {
        display: flex;
        align-items: center;
        gap: 10px;
        margin-bottom: 28px;
        font-size: var(--parlour-size-l);
        font-weight: var(--parlour-weight-bold);
      }
      .card {
        width: min(400px, 100vw - 32px);
        padding: 32px;
        background: var(--parlour-surface);
        border: 1px solid var(--parlour-line-soft);
        border-radius: var(--parlour-radius-bubble);
      }
      desk-language-choice {
        display: block;
        width: fit-content;
        margin: 16px auto 0;
      }
      h1 {
        font-size: var(--parlour-size-l);
      }
      p {
        margin: 6px 0 24px;
        color: var(--parlour-ink-soft);
        text-wrap: pretty;
      }
      @media (max-width: 480px) {
        .card {
          padding: 24px 20px;
        }
      }
    `,
  ];
  static override properties = { heading: {}, lead: {} };

  declare heading: string;
  declare lead: string;

  protected override render() {
    return html`<main>
      <div class="mark"><desk-brand></desk-brand>${texts.product}</div>
      <div class="card">
        <h1>${this.heading}</h1>
        <p>${this.lead}</p>
        <slot></slot>
      </div>
      <desk-language-choice quiet></desk-language-choice>
    </main>`;
  }
}

customElements.define('desk-entrance', DeskEntrance);

declare global {
  interface HTMLElementTagNameMap {
    'desk-entrance': DeskEntrance;
  }
}
