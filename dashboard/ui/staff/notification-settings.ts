import { html, LitElement, nothing } from 'lit';
import {
  askPermission,
  notifyOn,
  notifyPreviews,
  permission,
  startNotifyChoices,
} from '../../controllers/shell/notify-choices.ts';
import { Watch } from '../../controllers/store.ts';
import { takeoverTexts } from '../../languages/en/takeover.ts';
import { loadSwitch } from '../../shoelace.ts';
import { base } from '../base.styles.ts';
import { notificationSettingsStyles } from './notification-settings.styles.ts';

const texts = takeoverTexts.notify;

/** Whether this browser tells of new and waiting conversations. The browser is asked when it is switched on. */
export class DeskNotificationSettings extends LitElement {
  static override styles = [base, notificationSettingsStyles];

  readonly #on = new Watch(this, notifyOn);
  readonly #previews = new Watch(this, notifyPreviews);

  constructor() {
    super();
    startNotifyChoices();
    void loadSwitch();
  }

  protected override render() {
    const allowed = permission();
    const refused = allowed === 'denied' ? texts.blocked : allowed === 'unsupported' ? texts.unsupported : '';
    return html`<header>
        <h2>${texts.title}</h2>
        <p>${texts.text}</p>
      </header>
      <sl-switch .checked=${this.#on.value} ?disabled=${refused !== ''} @sl-change=${this.#onSwitch}
        >${texts.on}</sl-switch
      >
      ${refused ? html`<p class="problem" role="status">${refused}</p>` : nothing}
      ${
        this.#on.value
          ? html`<sl-switch
                .checked=${this.#previews.value}
                @sl-change=${(event: Event) => notifyPreviews.set(isOn(event))}
                >${texts.previews}</sl-switch
              >
              <p>${texts.previewsText}</p>`
          : nothing
      }`;
  }

  readonly #onSwitch = async (event: Event) => {
    notifyOn.set(isOn(event) && (await askPermission()));
    this.requestUpdate();
    // Where the browser said no, the switch goes back to how it is.
    (event.target as HTMLInputElement).checked = notifyOn.value;
  };
}

const isOn = (event: Event) => (event.target as HTMLInputElement).checked;

customElements.define('desk-notification-settings', DeskNotificationSettings);

declare global {
  interface HTMLElementTagNameMap {
    'desk-notification-settings': DeskNotificationSettings;
  }
}
