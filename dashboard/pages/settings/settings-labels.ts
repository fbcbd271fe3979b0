import { css, html, LitElement, nothing } from 'lit';
import type { LabelInList } from '../../../backend/sessions/label-schema.ts';
import type { UserView } from '../../../backend/staff/schema.ts';
import { messageOf } from '../../api/client.ts';
import { deleteLabel } from '../../api/labels.ts';
import { LabelList } from '../../controllers/labels/label-list.ts';
import { paths } from '../../controllers/router.ts';
import { showToast } from '../../controllers/toasts.ts';
import { labelTexts as texts } from '../../languages/en/labels.ts';
import { settingsTexts } from '../../languages/en/settings.ts';
import { base } from '../../ui/base.styles.ts';
import { askFirst } from '../../ui/confirm-dialog.ts';
import { type IconName, icon } from '../../ui/icons.ts';
import type { DeskLabelDialog } from '../../ui/labels/label-dialog.ts';
import { listFailed } from '../../ui/list-states.ts';
import { settingsSection } from '../../ui/settings.styles.ts';
import '../../ui/labels/label-dialog.ts';
import '../../ui/notice.ts';
import '../../ui/sessions/label-chip.ts';
import '../../ui/settings-skeleton.ts';

/** Counting ends here (backend/sessions/label-actions). */
const COUNTED_MAX = 1_000;

/** The labels: what they are called, their colours, how many conversations have them, and the end of one. */
export class DeskSettingsLabels extends LitElement {
  static override styles = [
    base,
    settingsSection,
    css`
      .rows > li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        gap: 2px 16px;
        align-items: center;
        padding: 8px 12px 8px 20px;
      }
      desk-label {
        --desk-label-space: normal;
        max-width: 100%;
        overflow-wrap: anywhere;
        font-weight: var(--parlour-weight-bold);
      }
      .deeds {
        display: flex;
        gap: 2px;
      }
      .deeds button {
        display: grid;
        place-items: center;
        width: 36px;
        height: 36px;
        border-radius: var(--parlour-radius);
        color: var(--parlour-ink-soft);
      }
      .deeds button:hover {
        background: var(--desk-hover);
        color: var(--parlour-ink);
      }
      .quiet a {
        color: inherit;
      }
      .only {
        margin-top: 12px;
      }
      @media (max-width: 799px) {
        .rows > li {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        .count {
          grid-row: 2;
        }
        .deeds {
          grid-row: 1 / 3;
          grid-column: 2;
        }
        .deeds button {
          width: 44px;
          height: 44px;
        }
      }
    `,
  ];
  static override properties = { user: { attribute: false } };

  declare user: UserView;

  readonly #labels = new LabelList(this);

  protected override render() {
    return html`<div class="head">
        <div>
          <h1>${settingsTexts.sections.labels}</h1>
          <p>${texts.text}</p>
        </div>
        <sl-button variant="primary" @click=${() => this.#open(null)}
          ><sl-icon slot="prefix" name="plus-lg"></sl-icon>${texts.create}</sl-button
        >
      </div>
      ${this.#content()}
      <desk-label-dialog @desk-label-saved=${() => this.#labels.load({ quiet: true })}></desk-label-dialog>`;
  }

  #content() {
    const { status, items } = this.#labels;
    if (status === 'loading') return html`<desk-settings-skeleton></desk-settings-skeleton>`;
    if (status === 'failed') return listFailed(this.#labels, texts.failedTitle);
    if (items.length === 0)
      return html`<desk-notice icon="tag" heading=${texts.emptyTitle} text=${texts.emptyText}></desk-notice>`;
    return html`<ul class="rows" aria-label=${settingsTexts.sections.labels}>
        ${items.map((label) => this.#row(label))}
      </ul>
      ${this.#mayRemove ? nothing : html`<p class="quiet only">${texts.onlyAdmins}</p>`}`;
  }

  #row(label: LabelInList) {
    const { name, color } = label;
    return html`<li>
      <div><desk-label color=${color}>${name}</desk-label></div>
      <div class="count quiet">${this.#count(label)}</div>
      <div class="deeds">
        ${this.#deed('pencil', texts.change(name), () => this.#open(label))}
        ${this.#mayRemove ? this.#deed('trash3', texts.remove(name), () => void this.#remove(label)) : nothing}
      </div>
    </li>`;
  }

  #deed(symbol: IconName, says: string, act: () => void) {
    return html`<sl-tooltip content=${says} hoist>
      <button type="button" aria-label=${says} @click=${act}>${icon(symbol)}</button>
    </sl-tooltip>`;
  }

  /** With the ways to them: the list shows the active or the archived ones. */
  #count({ id, sessions: { active, archived } = { active: 0, archived: 0 } }: LabelInList) {
    const [here, away] = [`?label=${id}`, `?archive=archived&label=${id}`].map(paths.conversations);
    if (active + archived >= COUNTED_MAX) return html`<a href=${here!}>${texts.many(COUNTED_MAX)}</a>`;
    if (active + archived === 0) return texts.unused;
    return html`${active > 0 ? html`<a href=${here!}>${texts.active(active)}</a>` : nothing}${
      active > 0 && archived > 0 ? ' · ' : nothing
    }${archived > 0 ? html`<a href=${away!}>${texts.archived(archived)}</a>` : nothing}`;
  }

  /** As `canDeleteLabels` in backend/sessions/policy has it. */
  get #mayRemove(): boolean {
    return this.user.role === 'admin';
  }

  #open(label: LabelInList | null): void {
    void this.renderRoot.querySelector<DeskLabelDialog>('desk-label-dialog')?.show(label);
  }

  /** Says what is lost as it is now, not as it was when the page was opened. */
  async #remove({ id, name }: LabelInList): Promise<void> {
    await this.#labels.load({ quiet: true });
    const label = this.#labels.items.find((item) => item.id === id);
    if (!label) return;
    const question = { heading: texts.askRemove(name), text: lossOf(label), action: texts.removeIt };
    if (!(await askFirst({ ...question, danger: true }))) return;
    const place = this.#labels.items.indexOf(label);
    try {
      await deleteLabel(id);
      showToast(texts.removed(name));
    } catch (error) {
      showToast(messageOf(error), { tone: 'problem' });
    }
    await this.#labels.load({ quiet: true });
    await this.updateComplete;
    this.#focusNear(place);
  }

  /** The row is gone, and the focus would be with it. */
  #focusNear(place: number): void {
    const rows = [...this.renderRoot.querySelectorAll('.rows > li')];
    const row = rows[Math.min(place, rows.length - 1)];
    const next = [...(row?.querySelectorAll<HTMLElement>('button') ?? [])].at(-1);
    (next ?? this.renderRoot.querySelector<HTMLElement>('sl-button'))?.focus();
  }
}

function lossOf({ sessions: { active, archived } = { active: 0, archived: 0 } }: LabelInList): string {
  const all = active + archived;
  if (all === 0) return texts.askRemoveUnused;
  return all >= COUNTED_MAX ? texts.askRemoveMany(COUNTED_MAX) : texts.askRemoveText(all);
}

customElements.define('desk-settings-labels', DeskSettingsLabels);

declare global {
  interface HTMLElementTagNameMap {
    'desk-settings-labels': DeskSettingsLabels;
  }
}
