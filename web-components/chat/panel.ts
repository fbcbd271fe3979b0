import { html } from 'lit';
import { texts as ownTexts } from '../languages/en.ts';
import '../transcript.ts';
import { Conversation } from './conversation.ts';
import { detailsView } from './details-view.ts';
import { headerView } from './header-view.ts';
import { directionOf } from './page.ts';
import { panelStyles } from './panel.styles.ts';
import { PanelActions } from './panel-actions.ts';
import { footView, talkView } from './talk-view.ts';
import { dress } from './theme.ts';
import { placeDialog } from './window.ts';

/**
 * The open chat: a dialog beside the page, or a part of it when inline. `<parlour-chat>` makes it once it is wanted,
 * and hears its events. What can be done in it is in panel-actions.ts, what it looks like in the views beside this file.
 * @internal
 */
export class ParlourPanel extends PanelActions {
  static override styles = panelStyles;
  #shown = false;
  #leave?: () => void;
  #titles = new MutationObserver(() => this.#takeTitle());

  constructor() {
    super();
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
    if (dialog) this.begin();
  }

  hide(): void {
    this.#shown = this.chat.reading = false;
    this.view = '';
    this.#leave?.();
    this.tell('close');
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
          @focusin=${this.begin}
          @pointerdown=${this.begin}
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
