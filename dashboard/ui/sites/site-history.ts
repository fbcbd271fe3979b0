import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { AgentVersionView, SettingChange } from '../../../backend/agent-versions/schema.ts';
import { listAgentVersions } from '../../api/replays.ts';
import { PagedList } from '../../controllers/paged-list.ts';
import { paths } from '../../controllers/router.ts';
import { agentTexts } from '../../languages/en/agents.ts';
import { texts } from '../../languages/en/app.ts';
import { replayTexts } from '../../languages/en/replays.ts';
import { base } from '../base.styles.ts';
import { settingName } from './setting-name.ts';
import { siteHistoryStyles } from './site-history.styles.ts';
import '../load-more.ts';
import '../notice.ts';
import '../settings-skeleton.ts';
import '../time-ago.ts';

const words = replayTexts.history;

/** A kind that a newer Parlour knows is named as it is stored. */
const kindName = (kind: string) =>
  Object.entries(agentTexts.kinds).find(([known]) => known === kind)?.[1].title ?? kind;

/** The versions of a site's assistant: who changed what, and whether it helped. */
export class DeskSiteHistory extends LitElement {
  static override styles = [base, siteHistoryStyles];
  static override properties = { siteId: {}, version: { type: Number } };

  declare siteId: string;
  /** The site's own, so that a change that was saved is seen here. */
  declare version: number;

  readonly #versions = new PagedList<AgentVersionView>(this, (cursor, signal) =>
    listAgentVersions(this.siteId, cursor, signal),
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('version') !== undefined) void this.#versions.load({ quiet: true });
  }

  protected override render() {
    const { status, items, problem, more } = this.#versions;
    if (status === 'loading') return html`<desk-settings-skeleton rows="4"></desk-settings-skeleton>`;
    if (status === 'failed')
      return html`<desk-notice icon="exclamation-triangle" heading=${words.failedTitle} text=${problem}>
        <sl-button @click=${() => this.#versions.load()}>${texts.tryAgain}</sl-button>
      </desk-notice>`;
    return html`<p class="intro">${words.text} <a href=${paths.cases()}>${words.cases}</a></p>
      <ol>
        ${items.map((version, index) => this.#row(version, items[index + 1]))}
      </ol>
      <desk-load-more .state=${more} @desk-load-more=${() => this.#versions.loadMore()}></desk-load-more>`;
  }

  #row(version: AgentVersionView, before: AgentVersionView | undefined) {
    const { number, author, createdAt, until, kind, model, figures, diff, changes } = version;
    const { conversations, reviewed, issues, issueRate } = figures;
    const old = before?.figures.issueRate;
    const compared = issueRate !== null && old !== null && old !== undefined;
    return html`<li>
      <div class="head">
        <b>v${number}</b>
        ${until ? nothing : html`<span class="now">${words.now}</span>`}
        <span class="quiet"
          >${[kindName(kind), model].filter(Boolean).join(' · ')} · ${words.by(author.name ?? words.nobody)}</span
        >
        <desk-time-ago class="quiet" at=${createdAt}></desk-time-ago>
      </div>
      <p class="figures">
        ${words.conversations(conversations)}${
          conversations === 0
            ? nothing
            : `, ${reviewed > 0 ? words.rate(issues, reviewed) : words.unreviewed}`
        }.
        ${compared ? html`<b>${words.compare(old, issueRate)}</b>` : nothing}
      </p>
      ${number === 1 ? html`<p class="quiet">${words.first}</p>` : this.#diff(diff, changes)}
    </li>`;
  }

  #diff(diff: readonly SettingChange[], changes: number) {
    if (diff.length === 0) return html`<p class="quiet">${words.emptyDiff}</p>`;
    return html`<details ?open=${diff.length <= 3}>
      <summary>${words.show(changes)}</summary>
      <dl>
        ${diff.map((change) => this.#change(change))}
      </dl>
      ${changes > diff.length ? html`<p class="quiet">${words.more(changes - diff.length)}</p>` : nothing}
    </details>`;
  }

  #change({ path, change, before, after }: SettingChange) {
    return html`<div>
      <dt title=${path}>${settingName(path)}</dt>
      ${
        change === 'secret'
          ? html`<dd>${words.secret}</dd>`
          : html`<dd>${before === null ? nothing : html`<del dir="auto">${before}</del>`}${
              after === null ? nothing : html`<ins dir="auto">${after}</ins>`
            }</dd>`
      }
    </div>`;
  }
}

customElements.define('desk-site-history', DeskSiteHistory);

declare global {
  interface HTMLElementTagNameMap {
    'desk-site-history': DeskSiteHistory;
  }
}
