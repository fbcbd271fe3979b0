import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { SessionView } from '../../../backend/sessions/schema.ts';
import { ApiError, messageOf } from '../../api/client.ts';
import { live } from '../../api/live.ts';
import { readSession } from '../../api/sessions.ts';
import { handBack, takeOver } from '../../api/takeover.ts';
import { draftsOf } from '../../controllers/drafts.ts';
import { singleKeys } from '../../controllers/preferences.ts';
import { send } from '../../controllers/sessions/outbox.ts';
import { TypingNews } from '../../controllers/sessions/typing-news.ts';
import { Watch } from '../../controllers/store.ts';
import { takeoverTexts as texts } from '../../languages/en/takeover.ts';
import { base } from '../base.styles.ts';
import { type IconName, icon } from '../icons.ts';
import { replyBoxStyles } from './reply-box.styles.ts';
import './waiting-mark.ts';

/** The longest message the backend takes, in UTF-16 code units. */
const LONGEST = 4000;

const drafts = draftsOf<string>('replies');

/**
 * The foot of a conversation: who answers, and where one takes over, writes and hands back.
 */
export class DeskReplyBox extends LitElement {
  static override styles = [base, replyBoxStyles];
  static override properties = {
    session: { attribute: false },
    userId: { attribute: 'user-id' },
    hint: {},
    busy: { state: true },
    problem: { state: true },
  };

  declare session: SessionView;
  /** Who sits here. */
  declare userId: string;
  /** What to mind before writing. */
  declare hint: string | null;
  declare private busy: boolean;
  declare private problem: string;

  readonly #typing = new TypingNews();
  readonly #singleKeys = new Watch(this, singleKeys);

  constructor() {
    super();
    this.busy = false;
    this.problem = '';
    this.hint = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#typing.stopped();
  }

  /** Takes the conversation, where the assistant has it; goes to the text where one has it already. */
  start(): void {
    if (this.session.mode === 'ai') void this.#take(false);
    else if (this.#isMine) this.#focusText();
    else this.renderRoot.querySelector<HTMLElement>('sl-button')?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('session');
    if (!changed.has('session') || before?.id === this.session.id) return;
    this.#typing.stopped();
    this.problem = '';
  }

  protected override render() {
    const { session } = this;
    return html`<section class="box">
      ${session.mode === 'ai' ? this.#assistants() : this.#isMine ? this.#mine() : this.#others()}
      ${this.hint ? html`<p class="mind">${icon('clock-history')}<span>${this.hint}</span></p>` : nothing}
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
    </section>`;
  }

  get #isMine(): boolean {
    return this.session.mode === 'human' && this.session.takenOverBy?.id === this.userId;
  }

  #assistants() {
    return html`<div class="bar">
      ${this.#who('stars', texts.assistantAnswers)}
      <div class="does">
        <sl-button size="small" ?loading=${this.busy} @click=${() => this.#take(false)}
          >${texts.takeOver}${this.#singleKeys.value ? html`<kbd aria-hidden="true">t</kbd>` : nothing}</sl-button
        >
      </div>
    </div>`;
  }

  #others() {
    const name = this.session.takenOverBy?.name ?? texts.colleague;
    return html`<div class="bar">
      ${this.#who('person', texts.otherHasIt(name))}
      <div class="does">
        <sl-button size="small" ?loading=${this.busy} @click=${() => this.#take(true)}
          >${texts.takeOverFrom(name)}</sl-button
        >
      </div>
    </div>`;
  }

  #mine() {
    const draft = drafts.get(this.session.id) ?? '';
    const over = draft.trim().length - LONGEST;
    return html`<textarea
        rows="1"
        dir="auto"
        aria-label=${texts.write}
        placeholder=${texts.write}
        title=${texts.sendHint}
        enterkeyhint="send"
        .value=${draft}
        @input=${this.#onInput}
        @keydown=${this.#onKey}
        @blur=${() => this.#typing.stopped()}
      ></textarea>
      <div class="bar">
        ${this.#who('person', over > 0 ? texts.tooLong(over) : texts.youHaveIt)}
        <div class="does">
          <sl-button size="small" ?loading=${this.busy} @click=${this.#handBack}>${texts.handBack}</sl-button>
          <sl-button
            size="small"
            variant="primary"
            ?disabled=${draft.trim() === '' || over > 0}
            @click=${this.#send}
            >${texts.send}</sl-button
          >
        </div>
      </div>`;
  }

  #who(symbol: IconName, says: string) {
    return html`<div class="who">
      ${icon(symbol)}
      <span class="says">${says} <desk-waiting-mark .since=${this.session.waitingSince} ?wanted=${this.session.mode === 'ai'}></desk-waiting-mark></span>
    </div>`;
  }

  readonly #onInput = (event: InputEvent) => {
    const { value } = event.target as HTMLTextAreaElement;
    drafts.set(this.session.id, value);
    this.#typing.typed(this.session.id, value.trim() !== '');
    this.requestUpdate();
  };

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') (event.target as HTMLElement).blur();
    // Safari ends the composition before its Enter arrives; 229 still tells it apart.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#send();
  };

  readonly #send = () => {
    const text = (drafts.get(this.session.id) ?? '').trim();
    if (text === '' || text.length > LONGEST) return;
    drafts.delete(this.session.id);
    this.#typing.stopped();
    send(this.session.id, text);
    this.requestUpdate();
    this.#focusText();
  };

  async #take(force: boolean): Promise<void> {
    const { id } = this.session;
    await this.#change(async () => {
      const session = await takeOver(id, force);
      live.publishLocally('session.taken_over', { sessionId: id, session });
      if (this.session.id === id) this.#focusText();
    });
  }

  readonly #handBack = () => {
    const { id } = this.session;
    void this.#change(async () => {
      live.publishLocally('session.released', { sessionId: id, session: await handBack(id) });
    });
  };

  async #change(what: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = '';
    const { id } = this.session;
    try {
      await what();
    } catch (error) {
      this.problem = messageOf(error);
      if (error instanceof ApiError && error.id === 'taken_by_other') await this.#showHolder(id);
    }
    this.busy = false;
  }

  /** Somebody was faster, and the live stream has not told yet: asks who, so that the person can decide. */
  async #showHolder(id: string): Promise<void> {
    try {
      const { session } = await readSession(id);
      live.publishLocally('session.updated', { sessionId: id, session });
      if (session.takenOverBy) this.problem = texts.tookItFirst(session.takenOverBy.name);
    } catch {
      // The server's own words stand already.
    }
  }

  #focusText(): void {
    void this.updateComplete.then(async () => {
      // The change that shows the text field comes from the page, one round later.
      await new Promise(requestAnimationFrame);
      this.renderRoot.querySelector('textarea')?.focus();
    });
  }
}

customElements.define('desk-reply-box', DeskReplyBox);

declare global {
  interface HTMLElementTagNameMap {
    'desk-reply-box': DeskReplyBox;
  }
}
