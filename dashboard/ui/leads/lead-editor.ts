import { css, html, LitElement, nothing } from 'lit';
import type { LeadDetail, LeadPatch, LeadView } from '../../../backend/leads/schema.ts';
import type { LeadField } from '../../../backend/sites/schema.ts';
import { ApiError, messageOf, request } from '../../api/client.ts';
import { leadEdits } from '../../controllers/leads/lead-edits.ts';
import { showToast } from '../../controllers/toasts.ts';
import { texts } from '../../languages/en/app.ts';
import { conversationTexts } from '../../languages/en/conversations.ts';
import { base } from '../base.styles.ts';
import { side } from '../side.styles.ts';
import { detailLabel, detailNames, detailOf, isStandard } from './details.ts';
import '../time-ago.ts';

const words = conversationTexts.lead;
const TYPES: Partial<Record<string, string>> = { email: 'email', phone: 'tel' };

/**
 * Corrects what is known of a visitor, and shows what it was before.
 * @fires desk-done - saved, or given up
 */
export class DeskLeadEditor extends LitElement {
  static override styles = [
    base,
    side,
    css`
      form {
        display: grid;
        gap: 10px;
      }
      label {
        display: grid;
        gap: 3px;
      }
      label > span {
        color: var(--parlour-ink-soft);
        font-size: var(--parlour-size-xs);
      }
      .problem {
        color: var(--parlour-issue);
        font-size: var(--parlour-size-xs);
      }
      .row {
        display: flex;
        gap: 8px;
      }
      h3 {
        margin-top: 8px;
        font-size: var(--parlour-size-xs);
      }
      ul {
        display: grid;
        gap: 8px;
      }
      li {
        font-size: var(--parlour-size-xs);
        overflow-wrap: anywhere;
      }
    `,
  ];
  static override properties = {
    sessionId: { attribute: 'session-id' },
    lead: { attribute: false },
    fields: { attribute: false },
    typed: { state: true },
    history: { state: true },
    problems: { state: true },
    busy: { state: true },
  };

  declare sessionId: string;
  declare lead: LeadView | null;
  /** What the site asks for. */
  declare fields: readonly LeadField[];
  /** What was typed and not saved, by field: news of the lead don't write over it. */
  declare private typed: Readonly<Record<string, string>>;
  /** Newest first, once it is read. */
  declare private history: LeadDetail['history'];
  declare private problems: Readonly<Record<string, string>>;
  declare private busy: boolean;

  constructor() {
    super();
    this.typed = {};
    this.history = [];
    this.problems = {};
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.typed = leadEdits.get(this.sessionId) ?? {};
    if (!this.lead) return;
    request<LeadDetail>('GET', `/leads/${this.lead.id}`)
      .then(({ history }) => {
        this.history = history;
      })
      // The fields that are filled in can be corrected without it.
      .catch(() => {});
  }

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('input')?.focus());
  }

  protected override render() {
    return html`<form novalidate @submit=${this.#save} @keydown=${this.#onKey}>
        ${detailNames(this.fields, Object.keys(this.lead?.custom ?? {})).map((name) => this.#field(name))}
        ${this.problems[''] ? html`<p class="problem" role="alert">${this.problems['']}</p>` : nothing}
        <div class="row">
          <sl-button size="small" variant="primary" ?disabled=${this.busy} @click=${this.#submit}>${words.save}</sl-button>
          <sl-button size="small" @click=${this.#done}>${texts.cancel}</sl-button>
        </div>
      </form>
      ${this.#history()}`;
  }

  #field(name: string) {
    const problem = this.problems[name] ?? this.problems[`custom.${name}`];
    return html`<label>
      <span>${detailLabel(name, this.fields)}</span>
      <input
        name=${name}
        type=${TYPES[name] ?? 'text'}
        maxlength="2000"
        autocomplete="off"
        aria-invalid=${problem ? 'true' : nothing}
        .value=${this.typed[name] ?? this.#valueOf(name)}
        @input=${this.#onInput}
      />
      ${problem ? html`<span class="problem" role="alert">${problem}</span>` : nothing}
    </label>`;
  }

  #history() {
    if (this.history.length === 0) return nothing;
    return html`<h3>${words.history}</h3>
      <ul>
        ${this.history.map(
          ({ field, from, to, by, source, at }) =>
            html`<li>
              ${words.changed(detailLabel(field, this.fields), from, to)}
              <div class="quiet">${by ?? words.sources[source]} · <desk-time-ago at=${at}></desk-time-ago></div>
            </li>`,
        )}
      </ul>`;
  }

  #valueOf(name: string): string {
    return (this.lead && detailOf(this.lead, name)) ?? '';
  }

  readonly #onInput = (event: Event) => {
    const { name, value } = event.target as HTMLInputElement;
    this.typed = { ...this.typed, [name]: value };
    leadEdits.set(this.sessionId, this.typed);
  };

  readonly #submit = () => this.renderRoot.querySelector('form')?.requestSubmit();

  readonly #onKey = (event: KeyboardEvent) => {
    // A form whose button is Shoelace's does not send itself by Enter.
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) this.#submit();
    else if (event.key === 'Escape') this.#done();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #done = () => {
    leadEdits.delete(this.sessionId);
    this.dispatchEvent(new CustomEvent('desk-done', { bubbles: true, composed: true }));
  };

  readonly #save = async (event: Event) => {
    event.preventDefault();
    if (this.busy) return;
    const patch = this.#changes();
    if (!patch) return this.#done();
    this.busy = true;
    try {
      // Without a detail yet there is no lead; the first one makes it.
      if (this.lead) await request('PATCH', `/leads/${this.lead.id}`, { body: patch });
      else await request('PUT', `/sessions/${encodeURIComponent(this.sessionId)}/lead`, { body: patch });
      showToast(words.saved);
      this.#done();
    } catch (error) {
      const fields = error instanceof ApiError ? error.fields : [];
      this.problems = fields.length
        ? Object.fromEntries(fields.map(({ path, message }) => [path, message]))
        : { '': messageOf(error) };
    }
    this.busy = false;
  };

  /** Only what is other than before; null when nothing is. */
  #changes(): LeadPatch | null {
    const patch: LeadPatch = {};
    const custom: Record<string, string | null> = {};
    for (const [name, value] of Object.entries(this.typed)) {
      const next = value.trim();
      if (next === this.#valueOf(name)) continue;
      if (isStandard(name)) patch[name] = next || null;
      else custom[name] = next || null;
    }
    if (Object.keys(custom).length > 0) patch.custom = custom;
    return Object.keys(patch).length > 0 ? patch : null;
  }
}

customElements.define('desk-lead-editor', DeskLeadEditor);

declare global {
  interface HTMLElementTagNameMap {
    'desk-lead-editor': DeskLeadEditor;
  }
  interface HTMLElementEventMap {
    'desk-done': CustomEvent;
  }
}
