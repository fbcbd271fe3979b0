import { html, LitElement } from 'lit';
import type { LeadForm, WidgetConfig } from '../../backend/visitor/schema.ts';
import { texts as ownTexts } from '../languages/en.ts';
import type { Texts } from '../texts.ts';
import '../transcript.ts';
import { Conversation } from './conversation.ts';
import { detailsView } from './details-view.ts';
import { headerView } from './header-view.ts';
import type { ChatHost } from './host.ts';
import { directionOf, knownLocale } from './page.ts';
import { panelStyles } from './panel.styles.ts';
import { footView, talkView } from './talk-view.ts';
import { dress } from './theme.ts';
import { wordsFor } from './trouble.ts';
import { placeDialog } from './window.ts';

/** What is shown besides the conversation: nothing, the menu, the form, or a question to say yes to. */
export type View = '' | 'menu' | 'details' | 'startOver' | 'end' | 'erase';

const state = { state: true };

/**
 * The open chat: a dialog beside the page, or a part of it when inline. `<parlour-chat>` makes it once it is wanted,
 * and hears its events. What it looks like is in the views beside this file.
 * @internal
 */
export class ParlourPanel extends LitElement {
  static override styles = panelStyles;
  static override properties = { config: state, view: state, notice: state, draft: state };

  /** Set before the panel is put into the page. */
  declare host: ChatHost;
  declare config?: WidgetConfig;
  declare view: View;
  /** What has been done, or why not, in plain words. */
  declare notice: string;
  /** Written and not sent yet. */
  declare draft: string;
  declare chat: Conversation;
  declare texts: Texts;
  /** The conversation in which the form has been sent. */
  declare saved?: string;
  /** The conversation for which the page was asked who is signed in. */
  declare told?: string;
  readonly since = new Date().toISOString();
  #shown = false;
  #leave?: () => void;
  #titles = new MutationObserver(() => this.#takeTitle());

  constructor() {
    super();
    this.draft = this.notice = this.view = '';
    // Pages that scroll by keys and wheel would do so here too. Where it stands in a dialog of the page, that needs two.
    for (const type of ['keydown', 'keypress', 'keyup', 'wheel', 'touchmove'])
      this.addEventListener(
        type,
        (event) => /Tab|Esc/.test((event as KeyboardEvent).key) || event.stopPropagation(),
        { passive: true },
      );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { host } = this;
    this.texts = { ...ownTexts, ...host.words };
    if (!this.chat) dress(host.shadowRoot!);
    this.chat ??= new Conversation(this);
    this.toggleAttribute('inline', host.inline);
    this.setAttribute('exportparts', 'frame,header,scroller,bubble,footer');
    this.#titles.observe(host, { attributeFilter: ['title'] });
    this.#takeTitle();
    this.#hear('addEventListener');
    if (this.#shown || host.inline) void this.show();
    else void this.loadConfig();
    this.chat.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#titles.disconnect();
    this.#hear('removeEventListener');
    this.chat.disconnect();
    this.#leave?.();
  }

  get heading(): string {
    return this.host.heading || this.config?.title || this.texts.chat;
  }

  get locale(): string {
    return knownLocale(this.host.locale);
  }

  get needsConsent(): boolean {
    const { config, chat } = this;
    if (!config) return true;
    const { consent } = config;
    const { token, session } = chat;
    // A stored conversation that is not here yet gets the benefit of the doubt.
    if (!consent.required || (token && !session)) return false;
    const given = session?.lead?.consent;
    return !given?.given || given.version !== consent.version;
  }

  /** Whether the conversation may ask for details itself: nothing was sent yet by which the team can answer. */
  get asksDetails(): boolean {
    const { email, phone } = this.chat.session?.lead ?? {};
    return this.hasDetails && !email && !phone && this.saved !== this.chat.token;
  }

  get hasDetails(): boolean {
    return Boolean(this.config?.leadForm.fields[0]) && !this.needsConsent;
  }

  tell(name: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(`parlour-${name}`, { detail, bubbles: true, composed: true }));
  }

  /** Shows the chat; the focus moves in when the visitor asked for it. */
  async show(focus = false): Promise<void> {
    this.#shown = this.chat.reading = true;
    await this.updateComplete;
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) {
      this.#leave = placeDialog(dialog);
      this.tell('open');
    }
    if (focus) this.focusIn();
    await this.loadConfig();
    if (focus) this.back();
    if (dialog) this.#begin();
  }

  hide(): void {
    this.#shown = this.chat.reading = false;
    this.view = '';
    this.#leave?.();
    this.tell('close');
  }

  /** Sends a message as if the visitor had written it; where consent is needed and not given, nothing happens. */
  async send(text: string): Promise<void> {
    this.notice = '';
    await this.loadConfig();
    if (!this.needsConsent && text.trim()) this.chat.send(text.trim());
  }

  choose(choice: string): void {
    this.send(choice);
    this.back();
  }

  /** Leaves this conversation and begins another. */
  startOver(): Promise<void> {
    return this.attempt(() => this.chat.startOver());
  }

  async loadConfig(): Promise<void> {
    if (this.config) return;
    const { host, chat } = this;
    await this.attempt(async () => {
      const config = (await host.config) || (await chat.api.call<WidgetConfig>('GET', `/sites/${host.key}`));
      host.takeLook(config);
      this.config = config;
    });
  }

  /** Does what the visitor asked for, and says so when it did not work. */
  async attempt(act: () => Promise<void>): Promise<void> {
    this.notice = '';
    try {
      await act();
    } catch (error) {
      this.notice = wordsFor(error, this);
    }
  }

  answer = async (): Promise<void> => {
    const { view, chat } = this;
    await this.attempt(async () => {
      if (view === 'startOver') await chat.startOver();
      else if (view === 'end') await chat.complete();
      else {
        await chat.erase();
        this.notice = this.texts.erased;
      }
    });
    this.back();
  };

  agree = (): Promise<void> =>
    this.attempt(async () => {
      const { version } = this.config!.consent;
      await this.chat.saveLead({ consent: { given: true, version } });
      this.#begin();
      this.back();
    });

  saveDetails(form: LeadForm): Promise<void> {
    return this.attempt(async () => {
      await this.chat.saveLead(form);
      this.saved = this.chat.token;
      this.back();
      this.notice = this.texts.detailsSaved;
    });
  }

  /** Shows something else, and takes the visitor there. */
  go(view: View): void {
    this.view = view;
    if (view !== 'menu') void this.updateComplete.then(() => this.focusIn());
  }

  back = (): void => this.go('');

  /** To where the visitor goes on; on a touch screen not into a field, for the keyboard would cover what was said. */
  focusIn(): void {
    const frame = this.renderRoot.querySelector<HTMLElement>('.frame')!;
    const next = frame.querySelector<HTMLElement>('.details input, .ask button, .composer textarea');
    (matchMedia('(pointer: coarse)').matches || !next ? frame : next).focus({ preventScroll: true });
  }

  protected override updated(): void {
    const area = this.renderRoot.querySelector('textarea');
    if (area) {
      area.style.height = 'auto';
      area.style.height = `${area.scrollHeight}px`;
    }
    const { launch, identity } = this.host;
    const { session, token, messages, outbox } = this.chat;
    // Whoever only looks in stays unnamed; from the first letter on, so that the first answer knows the name.
    const talks = this.draft || outbox[0] || messages[1];
    if (identity && talks && session && this.config && !this.needsConsent && this.told !== token) {
      this.told = token;
      this.chat.identify().catch(() => {});
    }
    if (!launch) return;
    const count = this.#shown ? 0 : this.chat.unread;
    if (count) launch.dataset.count = `${count}`;
    else delete launch.dataset.count;
    launch.ariaLabel = this.texts.open + (count ? ` (${count})` : '');
  }

  protected override render() {
    const { host, heading, locale } = this;
    const dir = directionOf(locale);
    const content = html`${headerView(this)}
      <p class="banner" role="status">${this.chat.offline ? this.texts.offline : ''}</p>
      ${this.view === 'details' ? detailsView(this) : talkView(this)} ${footView(this)}`;
    return host.inline
      ? html`<section
          class="frame"
          part="frame"
          tabindex="-1"
          aria-label=${heading}
          lang=${locale}
          dir=${dir}
          @focusin=${this.#begin}
          @pointerdown=${this.#begin}
          @keydown=${this.#onKey}
        >
          ${content}
        </section>`
      : html`<dialog
          class="frame ${host.getAttribute('position')}"
          part="frame"
          role="dialog"
          tabindex="-1"
          aria-label=${heading}
          lang=${locale}
          dir=${dir}
          @keydown=${this.#onKey}
          @cancel=${this.#onKey}
        >
          ${content}
        </dialog>`;
  }

  /** The page has given the chat another title. */
  #takeTitle(): void {
    const { host } = this;
    if (!host.title) return;
    host.heading = host.title;
    host.title = '';
    this.requestUpdate();
  }

  #begin(): void {
    if (this.config && !this.needsConsent) this.chat.connect(true);
  }

  /** Escape, or a phone's way back: closes the menu first, then the chat. */
  #onKey(event: KeyboardEvent | Event): void {
    if (event instanceof KeyboardEvent && (event.key !== 'Escape' || event.isComposing)) return;
    if (this.view) this.back();
    else this.host.close();
    event.preventDefault();
    event.stopPropagation();
  }

  #hear(act: 'addEventListener' | 'removeEventListener'): void {
    for (const type of ['online', 'offline', 'storage', 'visibilitychange']) window[act](type, this.#onWorld);
  }

  #onWorld = (event: Event): void => {
    const { chat } = this;
    if (event instanceof StorageEvent) {
      if (event.key === chat.memory.key) chat.follow();
    } else if (event.type === 'visibilitychange') {
      if (document.hidden) chat.disconnect();
      else {
        // A page from the back/forward cache was told nothing of what other pages have stored.
        chat.follow();
        chat.connect();
      }
      chat.reading = this.#shown && !document.hidden;
    } else chat.network(navigator.onLine);
  };
}

customElements.define('parlour-panel', ParlourPanel);

declare global {
  interface HTMLElementTagNameMap {
    'parlour-panel': ParlourPanel;
  }
}
