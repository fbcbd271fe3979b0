import { html, LitElement } from 'lit';
import type { PersonView } from '../../../backend/staff/people/schema.ts';
import type { UserView } from '../../../backend/staff/schema.ts';
import { listPeople } from '../../api/people.ts';
import { PagedList } from '../../controllers/paged-list.ts';
import { settingsTexts } from '../../languages/en/settings.ts';
import { base } from '../../ui/base.styles.ts';
import { listFailed } from '../../ui/list-states.ts';
import { settingsSection } from '../../ui/settings.styles.ts';
import type { DeskInviteDialog } from '../../ui/staff/invite-dialog.ts';
import '../../ui/staff/invite-dialog.ts';
import '../../ui/load-more.ts';
import '../../ui/notice.ts';
import '../../ui/staff/person-row.ts';
import '../../ui/settings-skeleton.ts';

const says = settingsTexts.people;

/** The people of the team, and the way to invite another one. */
export class DeskSettingsPeople extends LitElement {
  static override styles = [base, settingsSection];
  static override properties = { user: { attribute: false } };

  /** Who looks at it: nobody takes their own rights away. */
  declare user: UserView;

  readonly #people = new PagedList<PersonView>(this, listPeople);

  protected override render() {
    return html`<div class="head">
        <div>
          <h1>${settingsTexts.sections.people}</h1>
          <p>${says.text}</p>
        </div>
        <sl-button variant="primary" @click=${this.#invite}
          ><sl-icon slot="prefix" name="person-plus"></sl-icon>${says.invite}</sl-button
        >
      </div>
      ${this.#content()}
      <desk-invite-dialog @desk-invited=${() => this.#people.load({ quiet: true })}></desk-invite-dialog>`;
  }

  #content() {
    const { status, items } = this.#people;
    if (status === 'loading') return html`<desk-settings-skeleton></desk-settings-skeleton>`;
    if (status === 'failed') return listFailed(this.#people, says.failedTitle);
    return html`<ul class="rows" aria-label=${settingsTexts.sections.people}>
        ${items.map(
          (person) =>
            html`<li>
              <desk-person-row
                .person=${person}
                ?self=${person.id === this.user.id}
                @desk-person-changed=${(event: CustomEvent<PersonView>) => this.#people.replace(event.detail)}
              ></desk-person-row>
            </li>`,
        )}
      </ul>
      <desk-load-more .state=${this.#people.more} @desk-load-more=${() => this.#people.loadMore()}></desk-load-more>`;
  }

  #invite(): void {
    void this.renderRoot.querySelector<DeskInviteDialog>('desk-invite-dialog')?.show();
  }
}

customElements.define('desk-settings-people', DeskSettingsPeople);

declare global {
  interface HTMLElementTagNameMap {
    'desk-settings-people': DeskSettingsPeople;
  }
}
