import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { kilobytes, PAGE_BYTES } from '../../controllers/assistant/text-files.ts';
import { knowledgeTexts as texts } from '../../languages/en/knowledge.ts';
import { base } from '../base.styles.ts';
import { siteForm } from '../sites/site-form.styles.ts';

export interface KnowledgeDraft {
  /** Null: a new one. */
  id: string | null;
  title: string;
  body: string;
}

/**
 * One page of text as it is written. Escape and Cancel say the same.
 * @fires desk-save - it is to be kept; `detail` is how it stands here
 * @fires desk-draft - something was typed; `detail` is how it stands here
 * @fires desk-cancel - it is to stay as it was
 * @fires desk-remove - it is to be removed
 */
export class DeskKnowledgeForm extends LitElement {
  static override styles = [
    base,
    siteForm,
    css`
      :host {
        display: block;
      }
      form {
        display: grid;
        gap: 18px;
        padding: 16px;
        border: 1px solid var(--parlour-line-soft);
        border-radius: var(--parlour-radius-bubble);
      }
      :host([framed]) form {
        border: 0;
      }
      .over {
        color: var(--parlour-issue);
      }
    `,
  ];
  static override properties = {
    draft: { attribute: false },
    busy: { type: Boolean },
    framed: { type: Boolean, reflect: true },
    written: { state: true },
  };

  /** Where it begins. */
  declare draft: KnowledgeDraft;
  declare busy: boolean;
  /** What it stands in has a frame. */
  declare framed: boolean;
  declare private written: KnowledgeDraft;

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#title')?.focus());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('draft')) this.written = this.draft;
  }

  protected override render() {
    const { id, title, body } = this.written;
    const bytes = new TextEncoder().encode(body).length;
    return html`<form @submit=${this.#onSubmit} @keydown=${this.#onKey}>
      <div class="field">
        <label for="title">${texts.title}</label>
        <input
          id="title"
          dir="auto"
          maxlength="200"
          autocomplete="off"
          aria-describedby="title-hint"
          .value=${title}
          @input=${(event: Event) => this.#write({ title: (event.target as HTMLInputElement).value })}
        />
        <p class="hint" id="title-hint">${texts.titleHint}</p>
      </div>
      <div class="field">
        <label for="body">${texts.body}</label>
        <textarea
          id="body"
          dir="auto"
          rows="10"
          aria-describedby="body-hint"
          .value=${body}
          @input=${(event: Event) => this.#write({ body: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
        <p class="hint" id="body-hint">
          ${texts.bodyHint} <span class=${bytes > PAGE_BYTES ? 'over' : ''}>${texts.size(kilobytes(bytes))}</span>
        </p>
      </div>
      <div class="beside">
        <sl-button size="small" variant="primary" type="submit" ?loading=${this.busy}>${texts.save}</sl-button>
        <sl-button size="small" @click=${() => this.#tell('desk-cancel')}>${texts.cancel}</sl-button>
        ${
          id
            ? html`<sl-button size="small" @click=${() => this.#tell('desk-remove')}>${texts.remove}</sl-button>`
            : nothing
        }
      </div>
    </form>`;
  }

  #write(change: Partial<KnowledgeDraft>): void {
    this.written = { ...this.written, ...change };
    this.#tell('desk-draft');
  }

  #tell(name: 'desk-save' | 'desk-draft' | 'desk-cancel' | 'desk-remove'): void {
    this.dispatchEvent(new CustomEvent(name, { detail: this.written }));
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    this.#tell('desk-save');
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    this.#tell('desk-cancel');
  }
}

customElements.define('desk-knowledge-form', DeskKnowledgeForm);

declare global {
  interface HTMLElementTagNameMap {
    'desk-knowledge-form': DeskKnowledgeForm;
  }
}
