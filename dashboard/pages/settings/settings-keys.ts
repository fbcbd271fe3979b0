import { css, html, LitElement, nothing } from 'lit';
import type { KeyView } from '../../../backend/staff/keys/schema.ts';
import { messageOf } from '../../api/client.ts';
import { listKeys, revokeKey } from '../../api/keys.ts';
import { PagedList } from '../../controllers/paged-list.ts';
import { showToast } from '../../controllers/toasts.ts';
import { settingsTexts } from '../../languages/en/settings.ts';
import { base } from '../../ui/base.styles.ts';
import { askFirst } from '../../ui/confirm-dialog.ts';
import { listFailed } from '../../ui/list-states.ts';
import { settingsSection } from '../../ui/settings.styles.ts';
import type { DeskKeyDialog } from '../../ui/staff/key-dialog.ts';
import '../../ui/staff/key-dialog.ts';
import '../../ui/load-more.ts';
import '../../ui/mark.ts';
import '../../ui/notice.ts';
import '../../ui/settings-skeleton.ts';
import '../../ui/time-ago.ts';

const says = settingsTexts.keys;

/** What still opens something stands first; otherwise the newest. */
const byUse = (a: KeyView, b: KeyView) => Number(a.revokedAt !== null) - Number(b.revokedAt !== null);

/** The keys by which other programs come in. */
export class DeskSettingsKeys extends LitElement {
  static override styles = [
    base,
    settingsSection,
    css`
      .rows > li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 4px 16px;
        align-items: center;
        padding: 14px 16px 14px 20px;
      }
      .name {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 2px 10px;
      }
      b {
        font-weight: var(--parlour-weight-bold);
        overflow-wrap: anywhere;
      }
      code {
        font: 13px ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
        color: var(--parlour-ink-soft);
      }
      .revoked b {
        font-weight: var(--parlour-weight);
        color: var(--parlour-ink-soft);
      }
      .revoked code {
        text-decoration: line-through;
      }
    `,
  ];

  readonly #keys = new PagedList<KeyView>(this, listKeys);

  protected override render() {
    return html`<div class="head">
        <div>
          <h1>${settingsTexts.sections.keys}</h1>
          <p>${says.text}</p>
        </div>
        <sl-button variant="primary" @click=${this.#create}
          ><sl-icon slot="prefix" name="plus-lg"></sl-icon>${says.create}</sl-button
        >
      </div>
      ${this.#content()}
      <desk-key-dialog @desk-key-made=${() => this.#keys.load({ quiet: true })}></desk-key-dialog>`;
  }

  #content() {
    const { status, items } = this.#keys;
    if (status === 'loading') return html`<desk-settings-skeleton></desk-settings-skeleton>`;
    if (status === 'failed') return listFailed(this.#keys, says.failedTitle);
    if (items.length === 0)
      return html`<desk-notice icon="key" heading=${says.emptyTitle} text=${says.emptyText}></desk-notice>`;
    return html`<ul class="rows" aria-label=${settingsTexts.sections.keys}>
        ${[...items].sort(byUse).map((key) => this.#row(key))}
      </ul>
      <desk-load-more .state=${this.#keys.more} @desk-load-more=${() => this.#keys.loadMore()}></desk-load-more>`;
  }

  #row(key: KeyView) {
    const { name, prefix, scopes, site, lastUsedAt, createdBy, createdAt, revokedAt } = key;
    const may = scopes.map((scope) => says.scopes[scope][0]).join(', ');
    return html`<li class=${revokedAt ? 'revoked' : ''}>
      <div>
        <div class="name"><b>${name}</b><code>${prefix}…</code></div>
        <div>${may}${site ? html` · ${says.oneSite(site.name)}` : nothing}</div>
        <div class="quiet">
          ${
            lastUsedAt
              ? html`${says.lastUsed} <desk-time-ago at=${lastUsedAt}></desk-time-ago>`
              : says.neverUsed
          }
          · ${createdBy ? html`${says.by(createdBy.name)} ` : nothing}<desk-time-ago at=${createdAt}></desk-time-ago>
        </div>
      </div>
      ${
        revokedAt
          ? html`<desk-mark icon="dash-circle">${says.revoked} <desk-time-ago at=${revokedAt}></desk-time-ago></desk-mark>`
          : html`<sl-button size="small" @click=${() => this.#revoke(key)}>${says.revoke}<span class="unseen"> ${name}</span></sl-button>`
      }
    </li>`;
  }

  #create(): void {
    void this.renderRoot.querySelector<DeskKeyDialog>('desk-key-dialog')?.show();
  }

  async #revoke({ id, name }: KeyView): Promise<void> {
    const question = { heading: says.askRevoke(name), text: says.askRevokeText, action: says.revoke };
    if (!(await askFirst({ ...question, danger: true }))) return;
    try {
      await revokeKey(id);
      showToast(says.done(name));
    } catch (error) {
      showToast(messageOf(error), { tone: 'problem' });
    }
    await this.#keys.load({ quiet: true });
  }
}

customElements.define('desk-settings-keys', DeskSettingsKeys);

declare global {
  interface HTMLElementTagNameMap {
    'desk-settings-keys': DeskSettingsKeys;
  }
}
