import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { ReviewCause, ReviewStatus } from '../../../backend/reviews/schema.ts';
import type { StaffMessage } from '../../../backend/sessions/schema.ts';
import { readCategories } from '../../api/reviews.ts';
import type { ReviewDraft } from '../../controllers/reviews/review-writing.ts';
import { reviewTexts } from '../../languages/en/review.ts';
import { base } from '../base.styles.ts';
import type { Option } from '../choice.ts';
import { side } from '../side.styles.ts';
import { reviewFormStyles } from './review-form.styles.ts';
import '../choice.ts';

const words = reviewTexts.form;

const causes = Object.entries(reviewTexts.causes) as unknown as readonly Option[];
const speakers: Record<StaffMessage['role'], string> = words.speakers;

/**
 * The words of one verdict: of an issue what and where, of a fix in which version, of others a note.
 * @fires desk-save - it is to be saved; `detail` is the draft
 * @fires desk-draft - something was changed; `detail` is the draft
 * @fires desk-cancel - it is not to be saved
 */
export class DeskReviewForm extends LitElement {
  static override styles = [base, side, reviewFormStyles];
  static override properties = {
    status: {},
    start: { attribute: false },
    messages: { attribute: false },
    busy: { type: Boolean },
    draft: { state: true },
    categories: { state: true },
    problem: { state: true },
  };

  declare status: ReviewStatus;
  /** What the form begins with. */
  declare start: ReviewDraft;
  declare messages: readonly StaffMessage[];
  declare busy: boolean;
  declare private draft: ReviewDraft;
  declare private categories: readonly string[];
  declare private problem: string;

  constructor() {
    super();
    this.busy = false;
    this.categories = words.suggested;
    this.problem = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What is suggested without them is enough to go on with.
    readCategories().then(
      (used) => {
        const known = new Set(used.map((name) => name.toLowerCase()));
        this.categories = [...used, ...words.suggested.filter((name) => !known.has(name.toLowerCase()))];
      },
      () => {},
    );
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('input, textarea')?.focus();
  }

  /** Shows why it could not be saved. */
  say(problem: string): void {
    this.problem = problem;
  }

  /** Chooses the message that the issue is about. */
  pointAt(messageSeq: number): void {
    this.#change({ messageSeq });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('start')) this.draft = { ...this.start };
  }

  protected override render() {
    const { status } = this;
    return html`<form @submit=${this.#submit} @keydown=${this.#onKey} aria-label=${words.titles[status]}>
      ${status === 'issue' ? this.#issue() : nothing} ${status === 'fixed' ? this.#fix() : this.#note()}
      ${status === 'issue' ? this.#area('developerFeedback', words.feedback, words.feedbackPlaceholder) : nothing}
      <div role="alert">${this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}</div>
      <div class="row">
        <sl-button size="small" variant="primary" ?loading=${this.busy} @click=${this.#submit}>
          ${words.save[status]}
        </sl-button>
        <sl-button size="small" ?disabled=${this.busy} @click=${this.#cancel}>${words.cancel}</sl-button>
        <span class="quiet hint">${words.hint}</span>
      </div>
    </form>`;
  }

  #issue() {
    return html`<div class="field">
        <label for="category">${words.category}</label>
        <input
          id="category"
          list="categories"
          maxlength="80"
          dir="auto"
          autocomplete="off"
          placeholder=${words.categoryPlaceholder}
          .value=${this.draft.category}
          @input=${(event: Event) => this.#change({ category: textOf(event) })}
        />
        <datalist id="categories">${this.categories.map((name) => html`<option value=${name}></option>`)}</datalist>
      </div>
      <div class="field">
        <span class="label">${words.cause}</span>
        <desk-choice
          label=${words.cause}
          .options=${causes}
          value=${this.draft.cause ?? ''}
          @desk-choose=${this.#chooseCause}
        ></desk-choice>
      </div>
      <div class="field">
        <label for="message">${words.message}</label>
        <select id="message" aria-describedby="message-hint" @change=${this.#chooseMessage}>
          <option value="" .selected=${this.draft.messageSeq === null}>${words.noMessage}</option>
          ${this.messages.map(
            ({ seq, role, text }) =>
              html`<option value=${seq} .selected=${seq === this.draft.messageSeq}>
                ${speakers[role]}: ${text.slice(0, 80)}
              </option>`,
          )}
        </select>
        <span class="quiet hint" id="message-hint">${words.messageHint}</span>
      </div>
      `;
  }

  #fix() {
    return html`<div class="field">
        <label for="version">${words.version}</label>
        <input
          id="version"
          maxlength="100"
          dir="auto"
          autocomplete="off"
          placeholder=${words.versionPlaceholder}
          .value=${this.draft.fixedVersion}
          @input=${(event: Event) => this.#change({ fixedVersion: textOf(event) })}
        />
      </div>
      ${this.#area('note', words.note, words.fixedPlaceholder)}`;
  }

  #note() {
    return this.#area('note', words.note, words.notePlaceholder);
  }

  #area(name: 'note' | 'developerFeedback', label: string, placeholder: string) {
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <textarea
        id=${name}
        rows="2"
        maxlength="10000"
        dir="auto"
        placeholder=${placeholder}
        .value=${this.draft[name]}
        @input=${(event: Event) => this.#change({ [name]: textOf(event) })}
      ></textarea>
    </div>`;
  }

  /** The chosen one once more takes it back: nobody always knows the cause. */
  readonly #chooseCause = ({ detail }: CustomEvent<string>) => {
    this.#change({ cause: detail === this.draft.cause ? null : (detail as ReviewCause) });
  };

  readonly #chooseMessage = (event: Event) => {
    const seq = textOf(event);
    this.#change({ messageSeq: seq === '' ? null : Number(seq) });
  };

  #change(part: Partial<ReviewDraft>): void {
    this.draft = { ...this.draft, ...part };
    this.problem = '';
    this.#tell('desk-draft');
  }

  readonly #submit = (event: Event) => {
    event.preventDefault();
    if (!this.busy) this.#tell('desk-save');
  };

  readonly #cancel = () => this.#tell('desk-cancel');

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') this.#cancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#submit(event);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #tell(name: 'desk-save' | 'desk-draft' | 'desk-cancel'): void {
    this.dispatchEvent(new CustomEvent(name, { detail: this.draft }));
  }
}

const textOf = (event: Event) => (event.target as HTMLInputElement).value;

customElements.define('desk-review-form', DeskReviewForm);

declare global {
  interface HTMLElementTagNameMap {
    'desk-review-form': DeskReviewForm;
  }
}
