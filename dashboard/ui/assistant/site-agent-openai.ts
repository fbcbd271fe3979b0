import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { ModelsAnswer, SpendToday } from '../../../backend/agents/openai/schema.ts';
import type { SiteView } from '../../../backend/sites/schema.ts';
import { messageOf } from '../../api/client.ts';
import { loadModels, readSpend } from '../../api/knowledge.ts';
import type { Problems, SiteDraft } from '../../controllers/sites/site-draft.ts';
import { agentTexts } from '../../languages/en/agents.ts';
import { knowledgeTexts as more } from '../../languages/en/knowledge.ts';
import { number } from '../../languages/locale.ts';
import { base } from '../base.styles.ts';
import { areaField, edit, field, numberField } from '../sites/site-fields.ts';
import { siteForm } from '../sites/site-form.styles.ts';
import { decimalField, optionalField, type SecretValue, secretField } from './site-agent-fields.ts';

const texts = agentTexts.openai;
/** Suggestions only: any other address works as well. */
const PRESETS = [
  ['OpenAI', 'https://api.openai.com/v1'],
  ['OpenRouter', 'https://openrouter.ai/api/v1'],
  [texts.onThisMachine('Ollama'), 'http://localhost:11434/v1'],
  [texts.onThisMachine('LM Studio'), 'http://localhost:1234/v1'],
  [texts.onThisMachine('vLLM'), 'http://localhost:8000/v1'],
] as const;

/** Which model answers, what it is told, and how much it may answer. */
export class DeskSiteAgentOpenai extends LitElement {
  static override styles = [
    base,
    siteForm,
    css`
      .presets {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin-top: -14px;
      }
      .presets button {
        padding: 3px 10px;
        border: 1px solid var(--parlour-line-soft);
        border-radius: 999px;
        font-size: var(--parlour-size-xs);
        color: var(--parlour-ink-soft);
        background: var(--parlour-surface);
      }
      .presets button:hover {
        color: var(--parlour-ink);
        border-color: var(--parlour-line-strong);
      }
      .prices {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
        gap: 12px 24px;
      }
      .prices > p {
        grid-column: 1 / -1;
      }
      .count {
        font-variant-numeric: tabular-nums;
      }
      meter {
        width: 100%;
        max-width: 420px;
        height: 12px;
      }
    `,
  ];
  static override properties = {
    settings: { attribute: false },
    saved: { attribute: false },
    problems: { attribute: false },
    siteId: {},
    models: { state: true },
    spend: { state: true },
    loading: { state: true },
  };

  declare settings: SiteDraft['agent']['openai'];
  declare saved: SiteView['agent']['openai'];
  declare problems: Problems;
  declare siteId: string;
  declare private models: ModelsAnswer | null;
  declare private spend: SpendToday | null;
  declare private loading: boolean;

  constructor() {
    super();
    this.models = null;
    this.spend = null;
    this.loading = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('siteId') || changed.has('saved')) void this.#readSpend();
  }

  protected override render() {
    const { settings, saved, problems } = this;
    return html`<div class="fields">
      ${optionalField({
        path: 'agent.openai.baseUrl',
        label: texts.baseUrl,
        hint: texts.baseUrlHint,
        placeholder: 'https://api.openai.com/v1',
        type: 'url',
        problems,
        value: settings.baseUrl,
      })}
      ${this.#presets()} ${this.#model()}
      ${secretField({
        path: 'agent.openai.apiKey',
        label: texts.apiKey,
        hint: texts.apiKeyHint,
        problems,
        value: settings.apiKey as SecretValue,
        saved: saved?.apiKey,
      })}
      ${areaField({
        path: 'agent.openai.systemPrompt',
        label: texts.prompt,
        hint: texts.promptHint,
        max: 20_000,
        problems,
        value: settings.systemPrompt ?? '',
        more: html`<p class="hint count">${more.promptCount((settings.systemPrompt ?? '').length)}</p>`,
      })}
      ${decimalField({
        path: 'agent.openai.temperature',
        label: texts.temperature,
        hint: texts.temperatureHint,
        problems,
        value: settings.temperature,
      })}
      ${numberField({
        path: 'agent.openai.maxRepliesPerSession',
        label: texts.replies,
        hint: more.limitHint(60),
        unit: texts.repliesUnit,
        empty: undefined,
        problems,
        value: settings.maxRepliesPerSession,
      })}
      ${numberField({
        path: 'agent.openai.maxTokensPerDay',
        label: texts.tokens,
        hint: more.limitHint(1_000_000),
        unit: texts.tokensUnit,
        empty: undefined,
        problems,
        value: settings.maxTokensPerDay,
      })}
      ${numberField({
        path: 'agent.openai.maxHistoryTokens',
        label: more.history,
        hint: more.historyHint(this.spend?.limits.maxHistoryTokens ?? 3000),
        unit: texts.tokensUnit,
        empty: undefined,
        problems,
        value: settings.maxHistoryTokens,
      })}
      <div class="prices">
        ${decimalField({ path: 'agent.openai.priceIn', label: more.priceIn, problems, value: settings.priceIn })}
        ${decimalField({ path: 'agent.openai.priceOut', label: more.priceOut, problems, value: settings.priceOut })}
        <p class="hint">${more.priceHint}</p>
      </div>
      ${this.#today()}
    </div>`;
  }

  #presets() {
    return html`<div class="presets" role="group" aria-label=${more.presets}>
      ${PRESETS.map(
        ([name, url]) =>
          html`<button type="button" @click=${() => edit(this, 'agent.openai.baseUrl', url)}>${name}</button>`,
      )}
    </div>`;
  }

  #model() {
    const path = 'agent.openai.model';
    const { settings, problems, models } = this;
    return field(
      {
        path,
        label: texts.model,
        hint: texts.modelHint,
        more: html`<p class="hint" role="status">${models?.message ?? ''}</p>`,
        problems,
      },
      html`<div class="beside">
        <input
          id=${path}
          class="middle"
          list="models"
          autocomplete="off"
          spellcheck="false"
          maxlength="200"
          aria-describedby="${path}-hint"
          aria-invalid=${problems[path] ? 'true' : 'false'}
          .value=${settings.model ?? ''}
          @input=${(event: Event) => {
            const text = (event.target as HTMLInputElement).value.trim();
            edit(this, path, text === '' ? undefined : text);
          }}
        />
        <datalist id="models">${models?.models.map((name) => html`<option value=${name}></option>`)}</datalist>
        <sl-button ?loading=${this.loading} @click=${this.#loadModels}>${more.loadModels}</sl-button>
      </div>`,
    );
  }

  #today() {
    const { spend } = this;
    if (!spend) return nothing;
    const { tokens, calls, cost, limits } = spend;
    const used = tokens.input + tokens.output;
    const facts = [more.todayTokens(number(used), number(limits.maxTokensPerDay)), more.todayCalls(calls)];
    if (cost !== null) facts.push(more.todayCost(number(cost, { maximumFractionDigits: 4 })));
    return html`<div class="field">
      <span class="label" id="today">${more.today}</span>
      <meter min="0" max=${limits.maxTokensPerDay} value=${used} aria-labelledby="today"></meter>
      <p class="hint">${facts.join(', ')}</p>
    </div>`;
  }

  readonly #loadModels = async () => {
    if (this.loading) return;
    const { baseUrl, apiKey } = this.settings as { baseUrl?: string; apiKey?: unknown };
    this.loading = true;
    try {
      this.models = await loadModels(this.siteId, {
        ...(baseUrl && { baseUrl }),
        ...(typeof apiKey === 'string' && apiKey !== '' && { apiKey }),
      });
    } catch (error) {
      this.models = { ok: false, message: messageOf(error), models: [] };
    }
    this.loading = false;
  };

  async #readSpend(): Promise<void> {
    try {
      this.spend = await readSpend(this.siteId);
    } catch {
      // The form works without it.
      this.spend = null;
    }
  }
}

customElements.define('desk-site-agent-openai', DeskSiteAgentOpenai);

declare global {
  interface HTMLElementTagNameMap {
    'desk-site-agent-openai': DeskSiteAgentOpenai;
  }
}
