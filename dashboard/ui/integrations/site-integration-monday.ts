import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { MondayAsk } from '../../../backend/integrations/monday/schema.ts';
import type { SitePatch, SiteView } from '../../../backend/sites/schema.ts';
import { MondayAccount } from '../../controllers/integrations/monday-account.ts';
import type { Columns } from '../../controllers/integrations/monday-columns.ts';
import type { Problems, SiteDraft } from '../../controllers/sites/site-draft.ts';
import { texts as common } from '../../languages/en/app.ts';
import { mondayTexts as texts } from '../../languages/en/monday.ts';
import { optionalField, type SecretValue, secretField } from '../assistant/site-agent-fields.ts';
import { base } from '../base.styles.ts';
import type { Option } from '../choice.ts';
import { icon } from '../icons.ts';
import { edit } from '../sites/site-fields.ts';
import { siteForm } from '../sites/site-form.styles.ts';
import { integrationFormStyles } from './integration-form.styles.ts';
import { mondayStyles } from './site-integration-monday.styles.ts';
import '../choice.ts';
import '../sites/try-settings.ts';
import './monday-columns.ts';
import '../search-select.ts';

const PATH = 'integrations.monday';
type When = keyof typeof texts.whens;

/** Connecting a board of Monday.com: the token, the board and its group, what goes where, and when. */
export class DeskSiteMonday extends LitElement {
  static override styles = [base, siteForm, integrationFormStyles, mondayStyles];
  static override properties = {
    draft: { attribute: false },
    saved: { attribute: false },
    problems: { attribute: false },
    patch: { attribute: false },
  };

  declare draft: SiteDraft;
  declare saved: SiteView;
  declare problems: Problems;
  /** What is not saved yet. */
  declare patch: SitePatch | undefined;

  readonly #account = new MondayAccount(this, () => ({
    siteId: this.saved.id,
    ask: this.#ask,
    boardId: this.#settings.boardId,
  }));

  protected override firstUpdated(_: PropertyValues): void {
    if (!this.saved.integrations.monday?.token) return;
    // One call, not all boards, where one is chosen already: an account may have few calls a day.
    void (this.#settings.boardId
      ? this.#account.readBoard(this.#settings.boardId)
      : this.#account.readBoards());
  }

  protected override render() {
    const { problems, saved, patch } = this;
    const settings = this.#settings;
    return html`<div class="fields">
      ${secretField({
        path: `${PATH}.token`,
        label: texts.token,
        hint: texts.tokenHint,
        problems,
        value: settings.token as SecretValue,
        saved: saved.integrations.monday?.token,
      })}
      ${settings.token ? this.#choices() : nothing}
      <details ?open=${!!problems[`${PATH}.apiUrl`] || !!settings.apiUrl}>
        <summary>${texts.more}</summary>
        ${optionalField({
          path: `${PATH}.apiUrl`,
          label: texts.apiUrl,
          hint: texts.apiUrlHint,
          placeholder: 'https://api.monday.com/v2',
          type: 'url',
          problems,
          value: settings.apiUrl,
        })}
      </details>
      <desk-try-settings
        siteId=${saved.id}
        kind="monday"
        label=${texts.test}
        text=${texts.testText}
        ?disabled=${!settings.token || !settings.boardId}
        .patch=${patch}
      ></desk-try-settings>
    </div>`;
  }

  get #settings() {
    return this.draft.integrations.monday;
  }

  #choices() {
    const { boardId } = this.#settings;
    const { boards, board, busy } = this.#account;
    return html`<div class="beside">
        <sl-button variant=${boardId || boards.length > 0 ? 'default' : 'primary'} ?loading=${busy === 'boards'} @click=${() => this.#account.readBoards()}
          >${boards.length > 0 ? texts.refresh : boardId ? texts.connectAgain : texts.connect}</sl-button
        >
        ${this.#said()}
      </div>
      ${boards.length > 0 || boardId ? this.#place() : nothing}
      ${busy === 'board' && !board ? skeletons : nothing}
      ${
        board && boardId
          ? html`<desk-monday-columns
                .board=${board}
                .fields=${this.draft.lead.fields}
                .columns=${this.#settings.columns ?? {}}
                @desk-columns=${(event: CustomEvent<Columns>) => this.#setColumns(event.detail)}
              ></desk-monday-columns>
              ${this.#when()}`
          : nothing
      }`;
  }

  #said() {
    const { busy, problem, boards } = this.#account;
    const words = busy === 'boards' ? texts.connecting : busy === 'board' ? texts.reading : '';
    const again = () =>
      this.#settings.boardId ? this.#account.readBoard(this.#settings.boardId) : this.#account.readBoards();
    return html`<div class="said ${problem ? 'bad' : 'good'}" role="status">
      ${words ? html`<span class="unseen">${words}</span>` : nothing}
      ${
        problem
          ? html`${icon('exclamation-triangle')}<p>
                ${problem} <button type="button" class="link" @click=${again}>${common.tryAgain}</button>
              </p>`
          : boards.length > 0
            ? html`${icon('check-circle')}<p>${texts.connected(boards.length)}</p>`
            : nothing
      }
    </div>`;
  }

  #place() {
    const { boardId = '', boardName, groupId = '' } = this.#settings;
    const { board } = this.#account;
    const boards = this.#account.boards.map(({ id, name, workspace }): Option => {
      return [id, workspace ? `${name} (${workspace})` : name];
    });
    const isListed = boardId === '' || boards.some(([id]) => id === boardId);
    const options: Option[] = isListed ? boards : [[boardId, board?.name ?? boardName ?? boardId], ...boards];
    const groups = board?.groups.map(({ id, title }): Option => [id, title]) ?? [];
    return html`<div class="two">
      <div class="field">
        <span class="label">${texts.board}</span>
        <desk-search-select
          label=${texts.board}
          hint=${texts.boardHint}
          .options=${options}
          value=${boardId}
          @desk-choose=${(event: CustomEvent<string>) => this.#chooseBoard(event.detail)}
        ></desk-search-select>
        <p class="hint">${texts.boardHint}</p>
      </div>
      ${
        groups.length > 0
          ? html`<div class="field">
              <span class="label">${texts.group}</span>
              <desk-search-select
                label=${texts.group}
                hint=${texts.groupHint}
                .options=${[['', texts.firstGroup] as const, ...groups]}
                value=${groupId}
                @desk-choose=${(event: CustomEvent<string>) => edit(this, `${PATH}.groupId`, event.detail || undefined)}
              ></desk-search-select>
              <p class="hint">${texts.groupHint}</p>
            </div>`
          : nothing
      }
    </div>`;
  }

  #when() {
    const when: When = this.#settings.when ?? 'completed';
    return html`<div class="field">
      <span class="label">${texts.when}</span>
      <desk-choice
        label=${texts.when}
        .options=${Object.entries(texts.whens)}
        value=${when}
        @desk-choose=${(event: CustomEvent<When>) => edit(this, `${PATH}.when`, event.detail)}
      ></desk-choice>
      <p class="hint">${texts.whenHint[when]} ${texts.followUp}</p>
    </div>`;
  }

  /** As the form has it; what is saved stays on the server. */
  get #ask(): MondayAsk {
    const { token, apiUrl } = this.#settings;
    return {
      ...(typeof token === 'string' && token !== '' && { token }),
      ...(apiUrl && URL.canParse(apiUrl) && { apiUrl }),
    };
  }

  /** Names of columns belong to a board: another one begins with what its own columns suggest. */
  async #chooseBoard(id: string): Promise<void> {
    if (id === this.#settings.boardId && this.#account.board) return;
    this.#account.forgetBoard();
    const name = this.#account.boards.find((board) => board.id === id)?.name;
    edit(this, PATH, {
      ...this.#settings,
      boardId: id,
      boardName: name,
      groupId: undefined,
      columns: undefined,
    });
    await this.#account.readBoard(id);
    await this.updateComplete;
    if (this.#settings.boardId === id) this.renderRoot.querySelector('desk-monday-columns')?.suggest();
  }

  #setColumns(columns: Columns): void {
    // As a whole: names of sources have points in them, which a path would take apart.
    edit(this, `${PATH}.columns`, Object.keys(columns).length > 0 ? columns : undefined);
  }
}

const skeletons = html`<div class="skeletons" aria-hidden="true">
  ${Array.from({ length: 5 }, () => html`<sl-skeleton></sl-skeleton>`)}
</div>`;

customElements.define('desk-site-monday', DeskSiteMonday);

declare global {
  interface HTMLElementTagNameMap {
    'desk-site-monday': DeskSiteMonday;
  }
}
