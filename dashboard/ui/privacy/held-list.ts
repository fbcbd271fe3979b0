import { css, html, LitElement, nothing } from 'lit';
import type { HeldConversation, PersonFound } from '../../../backend/privacy/schema.ts';
import { paths } from '../../controllers/router.ts';
import { foundIn, privacyTexts as says } from '../../languages/en/privacy.ts';
import { base } from '../base.styles.ts';
import { settingsSection } from '../settings.styles.ts';
import '../time-ago.ts';

/** A person's conversations, and where the address or number stands in each. */
export class DeskHeldList extends LitElement {
  static override styles = [
    base,
    settingsSection,
    css`
      .rows {
        max-height: 320px;
        overflow: hidden auto;
        scrollbar-width: thin;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 2px 16px;
        padding: 10px 14px;
      }
      div {
        flex: 1 1 220px;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      desk-time-ago {
        white-space: nowrap;
      }
      p {
        padding: 8px 2px 0;
      }
    `,
  ];
  static override properties = { found: { attribute: false } };

  declare found: PersonFound;

  protected override render() {
    const { conversations, counts } = this.found;
    if (conversations.length === 0) return nothing;
    return html`<ul class="rows" aria-label=${says.conversations} tabindex="0">
        ${conversations.map((conversation) => this.#row(conversation))}
      </ul>
      ${
        counts.sessions > conversations.length
          ? html`<p class="quiet">${says.newest(conversations.length)}</p>`
          : nothing
      }`;
  }

  #row({ id, name, page, site, startedAt, foundIn: places }: HeldConversation) {
    return html`<li>
      <div>
        <a href=${paths.conversation(id)}><bdi>${name ?? says.visitor(page)}</bdi></a>
        <span class="quiet">· ${site.name} · ${placeWords(places)}</span>
      </div>
      <desk-time-ago class="quiet" at=${startedAt}></desk-time-ago>
    </li>`;
  }
}

/** That it stood in the lead before is news only when it does no longer. */
function placeWords(places: HeldConversation['foundIn']): string {
  const news = places.includes('lead') ? places.filter((place) => place !== 'history') : places;
  return news.map((place) => foundIn[place]).join(', ');
}

customElements.define('desk-held-list', DeskHeldList);

declare global {
  interface HTMLElementTagNameMap {
    'desk-held-list': DeskHeldList;
  }
}
