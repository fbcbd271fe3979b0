import { css, html, LitElement, nothing } from 'lit';
import { clock } from '../controllers/clock.ts';
import { Watch } from '../controllers/store.ts';
import { takeoverTexts as texts } from '../texts-takeover.ts';
import { exactTime, waitedFor } from './times.ts';
import './mark.ts';

/** "Waiting 3 min": a visitor waits for the person who took over, and how long already. */
export class DeskWaitingMark extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
    }
  `;
  static override properties = { since: {}, filled: { type: Boolean } };

  /** ISO 8601; null while nobody waits. */
  declare since: string | null;
  declare filled: boolean;

  readonly #now = new Watch(this, clock);

  protected override render() {
    const { since } = this;
    if (!since) return nothing;
    const time = waitedFor(since, this.#now.value);
    return html`<desk-mark icon="hourglass-split" tone="waiting" ?filled=${this.filled} title=${texts.waitingSince(exactTime(since))}
      >${time === null ? texts.waiting : texts.waitingFor(time)}</desk-mark
    >`;
  }
}

customElements.define('desk-waiting-mark', DeskWaitingMark);

declare global {
  interface HTMLElementTagNameMap {
    'desk-waiting-mark': DeskWaitingMark;
  }
}
