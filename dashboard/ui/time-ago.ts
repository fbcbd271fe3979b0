import { html, LitElement } from 'lit';
import { clock } from '../controllers/clock.ts';
import { Watch } from '../controllers/store.ts';
import { exactTime, timeAgo } from './times.ts';

/** "5 min ago", kept true by the page's clock, with the exact time and zone on hover. */
export class DeskTimeAgo extends LitElement {
  static override properties = { at: {} };

  /** ISO 8601. */
  declare at: string;

  readonly #now = new Watch(this, clock);

  protected override render() {
    return html`<time datetime=${this.at} title=${exactTime(this.at)}>${timeAgo(this.at, this.#now.value)}</time>`;
  }
}

customElements.define('desk-time-ago', DeskTimeAgo);

declare global {
  interface HTMLElementTagNameMap {
    'desk-time-ago': DeskTimeAgo;
  }
}
