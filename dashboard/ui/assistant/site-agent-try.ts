import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { LeadField, SitePatch } from '../../../backend/sites/schema.ts';
import { AgentTrial, type TrialLine } from '../../controllers/assistant/agent-trial.ts';
import { agentTexts } from '../../languages/en/agents.ts';
import { listed, number } from '../../languages/locale.ts';
import { base } from '../base.styles.ts';
import { icon } from '../icons.ts';
import { siteForm } from '../sites/site-form.styles.ts';
import { tryStyles } from './site-agent-try.styles.ts';

const texts = agentTexts.trying;

/** A chat with the assistant as the settings in sight would make it, and what it learns from it. */
export class DeskSiteAgentTry extends LitElement {
  static override styles = [base, siteForm, tryStyles];
  static override properties = {
    siteId: {},
    patch: { attribute: false },
    fields: { attribute: false },
    typed: { state: true },
  };

  declare siteId: string;
  declare patch: SitePatch | undefined;
  declare fields: readonly LeadField[];
  declare private typed: string;

  readonly #trial = new AgentTrial(this);
  /** The settings that this chat began with. */
  #begunWith = '';
  #shown = 0;
  /** Enter was pressed while an answer was still coming. */
  #isHeld = false;

  constructor() {
    super();
    this.typed = '';
  }

  protected override updated(_changed: PropertyValues): void {
    const { lines: said, waiting } = this.#trial;
    if (this.#isHeld && !waiting) void this.#say(this.typed.trim());
    const { length } = said;
    if (length === this.#shown) return;
    this.#shown = length;
    const lines = this.renderRoot.querySelector('.lines');
    lines?.scrollTo({ top: lines.scrollHeight });
  }

  protected override render() {
    const trial = this.#trial;
    const isUnstarted = !trial.hasBegun && !trial.waiting;
    return html`<div class="beside">
        <p class="hint">${texts.text}</p>
        <sl-button size="small" @click=${this.#start}>${isUnstarted ? texts.open : texts.reset}</sl-button>
      </div>
      ${trial.problem ? html`<p class="hint problem" role="alert">${texts.notSent} ${trial.problem}</p>` : nothing}
      ${isUnstarted ? nothing : this.#room()}`;
  }

  #room() {
    const trial = this.#trial;
    const last = trial.lines.at(-1);
    return html`<div class="room">
      <div class="talk">
        <div class="lines" role="log" tabindex="0" aria-label=${texts.heading}>
          ${trial.lines.map((line) => this.#line(line))}
          ${trial.waiting ? html`<div class="line" role="status">${texts.waiting} …</div>` : nothing}
          ${
            last?.choices && !trial.waiting
              ? html`<div class="choices">
                  ${last.choices.map(
                    (choice) => html`<button @click=${() => this.#say(choice)}>${choice}</button>`,
                  )}
                </div>`
              : nothing
          }
        </div>
        ${
          this.#begunWith !== JSON.stringify(this.patch)
            ? html`<p class="hint note">${texts.changed}</p>`
            : nothing
        }
        <form @submit=${this.#submit}>
          <input
            aria-label=${texts.input}
            placeholder=${texts.input}
            autocomplete="off"
            maxlength="4000"
            .value=${this.typed}
            @input=${this.#type}
          />
          <sl-button type="submit" ?disabled=${trial.waiting} @click=${this.#submit}>${texts.send}</sl-button>
        </form>
      </div>
      ${this.#findings()}
    </div>`;
  }

  #line({ role, text, from, tookMs, fault }: TrialLine) {
    const seconds = tookMs
      ? texts.took(number(tookMs / 1000, { minimumFractionDigits: 1, maximumFractionDigits: 1 }))
      : '';
    const about = [from?.length ? texts.from(listed(from)) : '', fault ? '' : seconds].filter(Boolean);
    return html`<div class="line ${role}" dir="auto"
        ><span class="unseen">${role === 'visitor' ? texts.you : texts.assistant}: </span>${text}</div
      >
      ${about.length > 0 ? html`<p class="note">${about.join(' · ')}</p>` : nothing}
      ${
        fault
          ? html`<div class="fault">
              ${icon('exclamation-triangle')}
              <div>
                <p>${texts.fault}</p>
                <p>${fault.message}</p>
                ${
                  fault.executionUrl
                    ? html`<a href=${fault.executionUrl} target="_blank" rel="noopener noreferrer">${texts.execution}</a>`
                    : nothing
                }
              </div>
            </div>`
          : nothing
      }`;
  }

  #findings() {
    const { lead, completed, wantsPerson } = this.#trial;
    const labelOf = (name: string) => this.fields.find((field) => field.name === name)?.label ?? name;
    const known = Object.entries(lead);
    return html`<aside aria-label=${texts.learned}>
      <h3>${texts.learned}</h3>
      ${
        known.length > 0
          ? html`<dl>
              ${known.map(
                ([name, value]) =>
                  html`<div>
                    <dt>${labelOf(name)}</dt>
                    <dd>${value}</dd>
                  </div>`,
              )}
            </dl>`
          : html`<p>${texts.nothing}</p>`
      }
      ${completed ? html`<p>${texts.completed}</p>` : nothing} ${wantsPerson ? html`<p>${texts.person}</p>` : nothing}
    </aside>`;
  }

  readonly #type = (event: Event) => {
    this.typed = (event.target as HTMLInputElement).value;
    this.#isHeld = false;
  };

  readonly #start = async () => {
    this.#isHeld = false;
    this.#begunWith = JSON.stringify(this.patch);
    this.typed = '';
    await this.#trial.reset(this.siteId, this.patch);
    await this.updateComplete;
    this.renderRoot.querySelector('form input')?.scrollIntoView({ block: 'nearest' });
    this.renderRoot.querySelector<HTMLInputElement>('form input')?.focus();
  };

  readonly #submit = (event: Event) => {
    event.preventDefault();
    void this.#say(this.typed.trim());
  };

  async #say(text: string): Promise<void> {
    this.#isHeld = this.#trial.waiting && text !== '';
    if (text === '' || this.#isHeld) return;
    this.typed = '';
    await this.#trial.say(this.siteId, this.patch, text);
    if (this.#trial.problem) this.typed = text;
  }
}

customElements.define('desk-site-agent-try', DeskSiteAgentTry);

declare global {
  interface HTMLElementTagNameMap {
    'desk-site-agent-try': DeskSiteAgentTry;
  }
}
