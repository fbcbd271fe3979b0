import { css, html, LitElement, nothing } from 'lit';
import { clock } from '../../controllers/clock.ts';
import { Watch } from '../../controllers/store.ts';
import { takeoverTexts as texts } from '../../languages/en/takeover.ts';
import { exactTime, waitedFor } from '../times.ts';
import '../mark.ts';

/**
 * "Waiting 3 min": a visitor waits for the person who took over, and how long already; or "Wants a person", while
 * nobody has come yet.
 */
export class DeskWaitingMark extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
    }
  `;
  static override properties = { since: {}, filled: { type: Boolean }, wanted: { type: Boolean } };

  /** ISO 8601; null while nobody waits. */
  declare since: string | null;
  declare filled: boolean;
  /** Nobody has taken the conversation yet. */
  declare wanted: boolean;

  readonly #now = new Watch(this, clock);

  protected override render() {
    const { since, wanted } = this;
    if (!since) return nothing;
    const time = waitedFor(since, this.#now.value);
    const says = wanted ? texts.wantsPerson : time === null ? texts.waiting : texts.waitingFor(time);
    const exact = exactTime(since);
    return html`<desk-mark
      icon="hourglass-split"
      tone="waiting"
      ?filled=${this.filled}
      title=${wanted ? texts.wantsPersonSince(exact) : texts.waitingSince(exact)}
      >${says}</desk-mark
    >`;
  }
}

customElements.define('desk-waiting-mark', DeskWaitingMark);

declare global {
  interface HTMLElementTagNameMap {
    'desk-waiting-mark': DeskWaitingMark;
  }
}
