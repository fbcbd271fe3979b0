import { css, html, LitElement } from 'lit';
import { paths } from '../../controllers/router.ts';
import { replayTexts as words } from '../../languages/en/replays.ts';
import { base } from '../base.styles.ts';

/** Beside a transcript: the way to the same conversation with the assistant as it is now. */
export class DeskRunAgain extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 8px;
        justify-items: start;
      }
      h2 {
        font-size: var(--parlour-size-s);
      }
      p {
        color: var(--parlour-ink-soft);
        font-size: var(--parlour-size-xs);
        text-wrap: pretty;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
  static override properties = { sessionId: { attribute: 'session-id' } };

  declare sessionId: string;

  protected override render() {
    return html`<h2>${words.title}</h2>
      <p>${words.panelText}</p>
      <sl-button size="small" href=${paths.replay(this.sessionId)}>
        <sl-icon slot="prefix" name="arrow-counterclockwise"></sl-icon>${words.open}
      </sl-button>`;
  }
}

customElements.define('desk-run-again', DeskRunAgain);

declare global {
  interface HTMLElementTagNameMap {
    'desk-run-again': DeskRunAgain;
  }
}
