import type { SlSelectEvent } from '@shoelace-style/shoelace';
import { css, html, LitElement, nothing } from 'lit';
import type { SessionView } from '../../../backend/sessions/schema.ts';
import { deleteSession } from '../../api/sessions.ts';
import { navigate, paths } from '../../controllers/router.ts';
import { Watch } from '../../controllers/store.ts';
import { showToast } from '../../controllers/toasts.ts';
import { viewer } from '../../controllers/viewer.ts';
import { texts } from '../../languages/en/app.ts';
import { base } from '../base.styles.ts';
import { icon } from '../icons.ts';
import { conversationName } from '../naming.ts';

/** What is done with an open conversation less often: its link, paper, and removing it for good. */
export class DeskSessionMenu extends LitElement {
  static override styles = [
    base,
    css`
      sl-button::part(label) {
        display: grid;
        place-items: center;
        padding: 0 11px;
      }
      .delete::part(base) {
        color: var(--parlour-issue);
      }
      .delete:focus-visible::part(base) {
        color: var(--parlour-surface);
        background: var(--parlour-issue);
      }
    `,
  ];
  static override properties = { session: { attribute: false }, listSearch: { attribute: 'list-search' } };

  declare session: SessionView;
  /** The list's query string, for the way back after deleting. */
  declare listSearch: string;

  readonly #viewer = new Watch(this, viewer);

  protected override render() {
    const here = this.#viewer.value;
    const isAdmin = here.status === 'signed-in' && here.user.role === 'admin';
    return html`<sl-dropdown placement="bottom-end" distance="4">
      <sl-button slot="trigger">${icon('three-dots', texts.detail.more)}</sl-button>
      <sl-menu @sl-select=${this.#onSelect}>
        <sl-menu-item value="link"><sl-icon slot="prefix" name="link-45deg"></sl-icon>${texts.detail.copyLink}</sl-menu-item>
        <sl-menu-item value="print"><sl-icon slot="prefix" name="printer"></sl-icon>${texts.detail.print}</sl-menu-item>
        ${
          isAdmin
            ? html`<sl-menu-item class="delete" value="delete"><sl-icon slot="prefix" name="trash"></sl-icon>${texts.detail.delete}</sl-menu-item>`
            : nothing
        }
      </sl-menu>
    </sl-dropdown>`;
  }

  #onSelect({ detail }: SlSelectEvent): void {
    if (detail.item.value === 'link') void this.#copyLink();
    // The menu has to be gone before the picture for the paper is taken.
    else if (detail.item.value === 'print') setTimeout(() => print(), 200);
    else void this.#delete();
  }

  async #copyLink(): Promise<void> {
    try {
      await navigator.clipboard.writeText(`${location.origin}${paths.conversation(this.session.id)}`);
      showToast(texts.detail.linkCopied);
    } catch {
      showToast(texts.detail.copyFailed, { tone: 'problem' });
    }
  }

  async #delete(): Promise<void> {
    const [{ askFirst }, { conversationTexts }] = await Promise.all([
      import('../confirm-dialog.ts'),
      import('../../languages/en/conversations.ts'),
    ]);
    const words = conversationTexts.bulk;
    const { id } = this.session;
    const meant = await askFirst({
      heading: words.deleteOneTitle(conversationName(this.session)),
      text: words.deleteOneText,
      action: words.deleteButton(1),
      keep: words.keep(1),
      danger: true,
    });
    if (!meant) return;
    try {
      await deleteSession(id);
      navigate(paths.conversations(this.listSearch), { replace: true });
      showToast(texts.detail.deleted);
    } catch {
      showToast(texts.detail.deleteFailed, { tone: 'problem' });
    }
  }
}

customElements.define('desk-session-menu', DeskSessionMenu);

declare global {
  interface HTMLElementTagNameMap {
    'desk-session-menu': DeskSessionMenu;
  }
}
