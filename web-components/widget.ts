/**
 * The loader: all that a page carries before somebody wants to talk. It draws the button and fetches the app on
 * intent. No Lit here; the budget is 2 KiB, gzipped.
 */
import type { WidgetConfig } from '../backend/visitor/schema.ts';
import type { ChatHost } from './chat/host.ts';
import type { ParlourPanel } from './chat/panel.ts';
import { onAccent } from './colour.ts';
import { launcherStyles } from './launcher.styles.ts';
import type { ReplacedTexts } from './texts.ts';

/** What stands before the language in the names of the app's files, seen from this one; the build knows. */
declare const APP_FILES: string;
/** By language: the button's name, and that of the × beside its words; from `languages/`. */
declare const SAID: Record<string, [open: string, dismiss: string]>;

/** After the site's key, where it is kept that the visitor wants neither bubble nor opening by itself. */
const QUIET = '-quiet';

/** Adds an element without innerHTML, which a page may forbid (Trusted Types). */
function add<Tag extends keyof HTMLElementTagNameMap>(
  parent: Node,
  tag: Tag,
  fields?: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] {
  return parent.appendChild(Object.assign(document.createElement(tag), fields));
}

/**
 * The chat on a page: `<parlour-chat site="KEY">` where it is wanted, or by itself in the corner with
 * `<script type="module" async src="https://backend/widget.js" data-site="KEY">`; every attribute below is then `data-...`.
 *
 * @attr site - the site's key
 * @attr mode - `floating` (default): a button in the corner; `inline`: a part of the page
 * @attr title - instead of the site's title
 * @attr greeting - a line of the page's own: beside the button, and above the messages
 * @attr height - of the inline chat, in px or as CSS; it fills its container otherwise
 * @attr theme - `auto`, `light` or `dark`, instead of the site's
 * @attr accent - `#rrggbb`, instead of the site's
 * @attr position - `right` or `left`, instead of the site's
 * @attr lang - such as `de-AT`, instead of the site's language: of texts, dates, writing direction, and what the agent is
 *   told. Neither this nor the site's: the page's own. English where the chat does not speak it
 * @attr locale - an older name of `lang`
 * @attr texts - replaced texts as JSON, `{"send": "Senden"}`; names as in web-components/languages/en
 * @attr backend - the backend's address where it is not the one this file came from; ends with a slash
 * @attr open - whether the floating chat is open
 * @attr media - a media query, such as `(max-width: 600px)`; where it does not match as the page loads there is no chat
 * @fires parlour-open - the floating chat was opened
 * @fires parlour-close - the floating chat was closed
 * @fires parlour-start - a conversation began; `detail` is `{sessionId}`
 * @fires parlour-message - a message was stored or came in; `detail` is `{message}`
 * @fires parlour-lead - new details are known; `detail` is `{fields, sessionId}`, `fields` their names
 * @fires parlour-complete - the conversation is completed; `detail` is `{sessionId}`
 * @fires parlour-rating - the visitor rated it; `detail` is `{score}`
 * @fires parlour-error - the backend does not serve this page; `detail` is `{id, message}`
 * @fires parlour-retry - the visitor sends a failed message again; `detail` is its id
 * @csspart frame - the open chat
 * @csspart header - its head, with the title and the buttons
 * @csspart scroller - the part with the messages, which scrolls
 * @csspart bubble - the coloured shape around each message
 * @csspart footer - its foot, where the visitor writes
 * @cssprop --parlour-accent - buttons and what the visitor wrote; the attribute `accent` sets it, with the text's colour
 * @cssprop --parlour-on-accent - text on the accent; computed, so that it can be read
 * @cssprop --parlour-surface - the background, and behind what a person of the team wrote
 * @cssprop --parlour-sunken - behind what the assistant wrote
 * @cssprop --parlour-ink - text
 * @cssprop --parlour-ink-soft - the less important words
 * @cssprop --parlour-line-soft - lines around and between
 * @cssprop --parlour-line-strong - around fields and buttons
 * @cssprop --parlour-issue - why something was not sent
 * @cssprop --parlour-shadow - of the open floating chat
 * @cssprop --parlour-scheme - `light` or `dark`: of the browser's own parts, such as scroll bars
 */
class ParlourChat extends HTMLElement implements ChatHost {
  /** Replaced texts, as the attribute; set before the chat is first opened. */
  declare texts?: ReplacedTexts;
  /**
   * Says who is signed in on this website: the page sets a function that gives a signed token (README, "Visitors who
   * are signed in"), or nothing. It is asked once a conversation, with nothing of it waiting for the answer.
   */
  declare identity?: ChatHost['identity'];
  declare config: ChatHost['config'];
  declare locale: string;
  declare heading: string;
  launch?: HTMLElement;
  /** The language of the texts: the chat's own, where the widget speaks it. */
  #language!: string;
  #bubble?: HTMLElement;
  /** That the visitor has made up their mind, where nothing can be stored. */
  #minded?: string;
  #panel?: Promise<ParlourPanel | undefined>;

  get key(): string {
    return this.#said('site');
  }

  get base(): string {
    return new URL('.', this.#said('backend') || import.meta.url).href;
  }

  get inline(): boolean {
    return this.#said('mode') === 'inline';
  }

  get words(): ReplacedTexts {
    return this.texts ?? JSON.parse(this.#said('texts') || '{}');
  }

  connectedCallback(): void {
    if (this.shadowRoot || !matchMedia(this.#said('media')).matches) return;
    // Left on the element, its title would be a tooltip over the whole chat.
    this.heading = this.title;
    this.title = '';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(launcherStyles);
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
    this.takeLook();
    this.config = fetch(`${this.base}api/v1/visitor/sites/${this.key}`, {
      signal: AbortSignal.timeout(5_000),
    })
      .then((answer) => answer.ok && answer.json())
      .catch(() => undefined)
      .then((config) => this.takeLook(config));
    if (!this.inline) this.config.then((config) => this.#draw(config));
    else
      new IntersectionObserver(([entry]) => entry!.isIntersecting && this.#load(), {
        rootMargin: '200px',
      }).observe(this);
  }

  takeLook(config?: WidgetConfig): WidgetConfig | undefined {
    this.locale =
      this.#said('lang') || this.#said('locale') || config?.locale || document.documentElement.lang;
    this.#language = this.locale.slice(0, 2).toLowerCase();
    if (!SAID[this.#language]) this.#language = 'en';
    for (const name of ['theme', 'position', 'accent'] as const)
      if (config && !this.#said(name)) this.setAttribute(name, config[name]);
    const accent = /^#[\da-f]{6}$/i.exec(this.#said('accent'))?.[0] ?? '#0d655f';
    const height = this.#said('height') || '100%';
    const size = height + (+height ? 'px' : '');
    this.style.cssText += `;--parlour-accent:${accent};--parlour-on-accent:${onAccent(accent)};--size:${size}`;
    return config;
  }

  /** Opens the floating chat. */
  open(): Promise<void> {
    return this.#show(true);
  }

  /** Closes the floating chat; nothing in it is lost. */
  close(): void {
    if (!this.hasAttribute('open')) return;
    this.removeAttribute('open');
    this.#panel?.then((panel) => panel?.hide());
    this.#quiet();
  }

  /** Sends a message as if the visitor had written it. */
  send(text: string): Promise<void> {
    return this.#load().then((panel) => panel?.send(text));
  }

  /** Leaves the present conversation and begins another. */
  startOver(): Promise<void> {
    return this.#load().then((panel) => panel?.startOver());
  }

  #draw(config?: WidgetConfig): void {
    const textContent = this.#said('greeting') || config?.launcherText;
    const onclick = () => this.open();
    const load = () => this.#load();
    const corner = add(this.shadowRoot!, 'div');
    corner.style.colorScheme = this.#said('theme').replace('auto', 'light dark');
    if (textContent && !this.#kept(QUIET)) {
      this.#bubble = add(corner, 'span', { dir: 'auto' });
      add(this.#bubble, 'button', { textContent, onclick });
      add(this.#bubble, 'button', {
        textContent: '×',
        ariaLabel: this.words.dismiss ?? SAID[this.#language]![1],
        onclick: () => this.#quiet(),
      });
    }
    // Whoever comes near or reaches it by keyboard means to press it.
    corner.onpointerenter = load;
    this.launch = add(corner, 'button', {
      ariaLabel: this.words.open ?? SAID[this.#language]![0],
      onclick,
      onfocus: load,
    });
    const after = config?.openAfterSeconds;
    if (this.hasAttribute('open')) this.#show();
    // A phone's whole screen is not taken without asking.
    else if (after! >= 0 && innerWidth > 480)
      setTimeout(() => this.#kept(QUIET) || this.#show(), after! * 1000);
    if (this.#kept('')?.includes('token')) setTimeout(load, 500);
  }

  async #show(byVisitor?: boolean): Promise<void> {
    if (this.inline) return;
    this.setAttribute('open', '');
    const panel = await this.#load();
    if (!panel) this.removeAttribute('open');
    else if (this.hasAttribute('open')) panel.show(byVisitor);
  }

  #load(): Promise<ParlourPanel | undefined> {
    // Which app depends on the site's language.
    // biome-ignore lint/suspicious/noAssignInExpressions: two statements are six bytes more than the loader has
    return (this.#panel ??= this.config
      .then(() => {
        const file = `${APP_FILES}${this.#language}.js`;
        return import(file);
      })
      .then(() => add(this.shadowRoot!, 'parlour-panel', { host: this }))
      .catch(() => (this.#panel = undefined)));
  }

  /** No bubble and no opening by itself any more: the visitor has made up their mind. */
  #quiet(): void {
    this.#bubble?.remove();
    this.launch?.focus();
    this.#kept(QUIET, '1');
  }

  /** What this browser keeps for the site; with a value, keeps it: for as long as the page lives where storage is blocked. */
  #kept(name: string, value?: string): string | undefined {
    try {
      const key = `parlour:${this.key}${name}`;
      if (value) localStorage[key] = value;
      return localStorage[key];
    } catch {
      // biome-ignore lint/suspicious/noAssignInExpressions: two statements are more than the loader has room for
      return (this.#minded ||= value);
    }
  }

  #said(name: string): string {
    return this.getAttribute(name) ?? '';
  }
}

function place(): void {
  const data = document.querySelector<HTMLElement>('script[data-site][src*="widget.js"]')?.dataset;
  if (!data) return;
  const chat = document.createElement('parlour-chat');
  for (const name in data) chat.setAttribute(name, data[name]!);
  // Beside the body and not in it: a module may run before there is one, and pages that swap their body keep the chat.
  document.documentElement.append(chat);
}

if (!customElements.get('parlour-chat')) {
  customElements.define('parlour-chat', ParlourChat);
  place();
}

declare global {
  interface HTMLElementTagNameMap {
    'parlour-chat': ParlourChat;
  }
}
