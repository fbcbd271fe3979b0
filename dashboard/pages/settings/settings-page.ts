import { css, html, LitElement } from 'lit';
import type { UserView } from '../../../backend/staff/schema.ts';
import { paths, type SettingsSection } from '../../controllers/router.ts';
import { settingsTexts } from '../../languages/en/settings.ts';
import { base } from '../../ui/base.styles.ts';
import '../../ui/notice.ts';
import '../../ui/shell/settings-nav.ts';
import './settings-account.ts';

/** All but the first load when they are opened. */
const sections = {
  labels: () => import('./settings-labels.ts'),
  people: () => import('./settings-people.ts'),
  keys: () => import('./settings-keys.ts'),
  outbox: () => import('./settings-outbox.ts'),
  privacy: () => import('./settings-privacy.ts'),
  activity: () => import('./settings-activity.ts'),
};

/** The settings: what there is at the left, one section at the right. */
export class DeskSettingsPage extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: 200px minmax(0, 780px);
        gap: 40px;
        align-items: start;
        padding: 28px 32px 64px 20px;
      }
      desk-settings-nav {
        position: sticky;
        top: 28px;
      }
      @media (max-width: 1023px) {
        :host {
          grid-template-columns: 180px minmax(0, 1fr);
          gap: 24px;
        }
      }
      @media (max-width: 799px) {
        :host {
          display: block;
          padding: 20px 16px 40px;
        }
        desk-settings-nav {
          position: static;
          margin-bottom: 20px;
        }
      }
    `,
  ];
  static override properties = { user: { attribute: false }, section: {} };

  declare user: UserView;
  declare section: SettingsSection;

  protected override render() {
    return html`<desk-settings-nav .user=${this.user} current=${this.section}></desk-settings-nav>
      ${this.#content()}`;
  }

  #content() {
    const { section, user } = this;
    if (section === 'account') return html`<desk-settings-account .user=${user}></desk-settings-account>`;
    if (section === 'labels') {
      void sections.labels();
      return html`<desk-settings-labels .user=${user}></desk-settings-labels>`;
    }
    if (user.role !== 'admin') {
      return html`<desk-notice icon="lock" heading=${settingsTexts.onlyAdmins} text=${settingsTexts.onlyAdminsText}>
        <sl-button href=${paths.settings()}>${settingsTexts.sections.account}</sl-button>
      </desk-notice>`;
    }
    void sections[section]();
    if (section === 'people') return html`<desk-settings-people .user=${user}></desk-settings-people>`;
    if (section === 'keys') return html`<desk-settings-keys></desk-settings-keys>`;
    if (section === 'outbox') return html`<desk-settings-outbox></desk-settings-outbox>`;
    if (section === 'privacy') return html`<desk-settings-privacy></desk-settings-privacy>`;
    return html`<desk-settings-activity></desk-settings-activity>`;
  }
}

customElements.define('desk-settings-page', DeskSettingsPage);

declare global {
  interface HTMLElementTagNameMap {
    'desk-settings-page': DeskSettingsPage;
  }
}
