/** What a long list says of itself: that it did not load, and that there is more. */
import { css, html, nothing } from 'lit';
import type { PagedList } from '../controllers/paged-list.ts';
import { texts as common } from '../languages/en/app.ts';
import './notice.ts';

export const listEndStyles = css`
  .more {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    padding: 14px;
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
`;

type List = Pick<PagedList<{ id: string }>, 'more' | 'problem' | 'load' | 'loadMore'>;

/** In place of the rows: why there are none, and the way to try again. */
export function listFailed(list: Pick<List, 'problem' | 'load'>, heading: string) {
  return html`<desk-notice icon="exclamation-triangle" heading=${heading} text=${list.problem}>
    <sl-button @click=${() => list.load()}>${common.tryAgain}</sl-button>
  </desk-notice>`;
}

/** Below the last row that is shown; nothing when it is the last there is. */
export function listEnd(list: List, says: { more: string; loadingMore: string; moreFailed: string }) {
  if (list.more === 'none') return nothing;
  if (list.more === 'loading') return html`<div class="more" role="status">${says.loadingMore}</div>`;
  return html`<div class="more">
    ${list.more === 'failed' ? says.moreFailed : nothing}
    <sl-button size="small" @click=${() => list.loadMore()}>${says.more}</sl-button>
  </div>`;
}
