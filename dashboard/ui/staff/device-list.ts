import { css, html, LitElement, nothing } from 'lit';
import type { DeviceView } from '../../../backend/staff/account/schema.ts';
import { endDevice, endOtherDevices, listDevices } from '../../api/account.ts';
import { messageOf } from '../../api/client.ts';
import { PagedList } from '../../controllers/paged-list.ts';
import { showToast } from '../../controllers/toasts.ts';
import { texts } from '../../languages/en/app.ts';
import { settingsTexts } from '../../languages/en/settings.ts';
import { base } from '../base.styles.ts';
import { askFirst } from '../confirm-dialog.ts';
import { type IconName, icon } from '../icons.ts';
import { settingsSection } from '../settings.styles.ts';
import '../mark.ts';
import '../settings-skeleton.ts';
import '../time-ago.ts';

const says = settingsTexts.account;

/** Where one is signed in, with the way to end each of them. */
export class DeskDeviceList extends LitElement {
  static override styles = [
    base,
    settingsSection,
    css`
      ul {
        margin-top: 8px;
      }
      ul + sl-button {
        margin-top: 12px;
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: 14px;
        padding: 12px 0;
      }
      li:last-child {
        padding-bottom: 0;
      }
      li + li {
        border-top: 1px solid var(--parlour-line-soft);
      }
      li > sl-icon {
        font-size: 18px;
        color: var(--parlour-ink-soft);
      }
      .name {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 10px;
        align-items: center;
      }
    `,
  ];

  readonly #devices = new PagedList<DeviceView>(this, async (_cursor, signal) => {
    const items = await listDevices(signal);
    return { items: items.sort((a, b) => Number(b.current) - Number(a.current)), nextCursor: null };
  });

  #isBusy = false;
  readonly #reload = () => void this.#devices.load({ quiet: true });

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('desk-devices-changed', this.#reload);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('desk-devices-changed', this.#reload);
  }

  protected override render() {
    return html`<h2>${says.devices}</h2>
      <p>${says.devicesText}</p>
      ${this.#content()}`;
  }

  #content() {
    const { status, items, problem } = this.#devices;
    if (status === 'loading') return html`<desk-settings-skeleton rows="2"></desk-settings-skeleton>`;
    if (status === 'failed') {
      return html`<p class="problem">${says.devicesFailed}. ${problem}</p>
        <sl-button size="small" @click=${() => this.#devices.load()}>${texts.tryAgain}</sl-button>`;
    }
    return html`<ul>
        ${items.map((device) => this.#row(device))}
      </ul>
      ${
        items.length > 1 ? html`<sl-button @click=${this.#endOthers}>${says.endOthers}</sl-button>` : nothing
      }`;
  }

  #row(device: DeviceView) {
    const name = device.device ?? says.unknownDevice;
    return html`<li>
      ${icon(symbolOf(device))}
      <div>
        <div class="name">
          ${name}${device.current ? html`<desk-mark tone="passed" icon="check-circle">${says.thisOne}</desk-mark>` : nothing}
        </div>
        <div class="quiet">
          ${says.lastSeen} <desk-time-ago at=${device.lastSeenAt}></desk-time-ago> · ${says.signedIn}
          <desk-time-ago at=${device.createdAt}></desk-time-ago>${device.network ? html` · ${device.network}` : nothing}
        </div>
      </div>
      ${
        device.current
          ? nothing
          : html`<sl-button size="small" @click=${() => this.#end(device.id)}>${says.end}<span class="unseen"> ${name}</span></sl-button>`
      }
    </li>`;
  }

  async #end(id: string): Promise<void> {
    await this.#try(() => endDevice(id), says.ended);
  }

  async #endOthers(): Promise<void> {
    const heading = `${says.endOthers}?`;
    if (await askFirst({ heading, text: says.endOthersText, action: says.end }))
      await this.#try(endOtherDevices, says.endedOthers);
  }

  async #try(deed: () => Promise<void>, done: string): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      await deed();
      showToast(done);
    } catch (error) {
      showToast(messageOf(error), { tone: 'problem' });
    }
    this.#isBusy = false;
    this.#reload();
  }
}

function symbolOf({ device }: DeviceView): IconName {
  return /iPhone|Android/.test(device ?? '') ? 'phone' : 'laptop';
}

customElements.define('desk-device-list', DeskDeviceList);

declare global {
  interface HTMLElementTagNameMap {
    'desk-device-list': DeskDeviceList;
  }
}
