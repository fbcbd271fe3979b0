import { css, html, LitElement } from 'lit';
import { filtersToUrl, type ListFilters } from '../../api/session-filters.ts';
import { paths } from '../../controllers/router.ts';
import { texts } from '../../languages/en/app.ts';
import { base } from '../base.styles.ts';
import '../copy-text.ts';
import './embed-link.ts';
import '../notice.ts';

/** What goes onto a WordPress page to place the chat there. */
const SHORTCODE = '[parlour_chat]';

/** An empty list: what will appear here and how to make it happen, or that the filters leave nothing. */
export class DeskEmptyList extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        height: 100%;
      }
    `,
  ];
  static override properties = { filters: { attribute: false } };

  declare filters: ListFilters;

  protected override render() {
    if (filtersToUrl(this.filters) === '') {
      return html`<desk-notice icon="chat-square-text" heading=${texts.list.emptyTitle} text=${texts.list.emptyText}>
        <desk-copy-text text=${SHORTCODE}></desk-copy-text>
        <desk-embed-link></desk-embed-link>
        <a href="/demo" target="_blank">${texts.list.emptyDemo}</a>
        <desk-demo-offer></desk-demo-offer>
      </desk-notice>`;
    }
    const { q, ...others } = this.filters;
    if (q) {
      return html`<desk-notice icon="search" heading=${texts.list.noHitsTitle(q)} text=${texts.list.noHitsText}>
        <sl-button size="small" href=${paths.conversations(filtersToUrl(others))}>${texts.list.clearSearch}</sl-button>
      </desk-notice>`;
    }
    const onlyArchived = filtersToUrl(others) === filtersToUrl({ archive: 'archived' });
    const text = onlyArchived ? texts.list.emptyArchivedText : texts.list.emptyFilteredText;
    return html`<desk-notice icon="inbox" heading=${texts.list.emptyFilteredTitle} text=${text}>
      <sl-button size="small" href=${paths.conversations()}>${texts.list.clearFilters}</sl-button>
    </desk-notice>`;
  }
}

customElements.define('desk-empty-list', DeskEmptyList);

declare global {
  interface HTMLElementTagNameMap {
    'desk-empty-list': DeskEmptyList;
  }
}
