import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { SitePatch } from '../../../backend/sites/schema.ts';
import type { SitePreview } from '../../../backend/visitor/schema.ts';
import { ApiError } from '../../api/client.ts';
import { previewSite } from '../../api/sites.ts';
import { siteTexts } from '../../languages/en/sites.ts';
import { base } from '../base.styles.ts';
import type { Option } from '../choice.ts';
import '../choice.ts';

/** The page in the frame is so large, in px, and drawn as large as there is room: a desktop's chat, not a phone's. */
const PAGE_WIDTH = 540;
/** How long typing may pause before the preview follows, in ms. */
const PAUSE_MS = 180;
const texts = siteTexts.preview;
const states: readonly Option[] = [
  ['open', texts.open],
  ['closed', texts.closed],
];
const schemes: readonly Option[] = [
  ['light', siteTexts.look.light],
  ['dark', siteTexts.look.dark],
];

/**
 * The real widget with settings that are not saved yet. The backend says what visitors would get with them; the frame
 * (`/preview`) has no origin of its own and answers the widget itself, so nothing tried there is kept.
 */
export class DeskSitePreview extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      .bar {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 8px;
        margin-bottom: 10px;
      }
      .window {
        position: relative;
        aspect-ratio: 540 / 720;
        overflow: hidden;
        border: 1px solid var(--parlour-line-soft);
        border-radius: var(--parlour-radius-bubble);
        background: var(--parlour-sunken);
      }
      iframe {
        position: absolute;
        inset: 0 auto auto 0;
        width: 540px;
        height: 720px;
        border: 0;
        transform-origin: 0 0;
        transform: scale(var(--scale, 0.7));
      }
      p {
        margin-top: 8px;
        min-height: 20px;
        color: var(--parlour-ink-soft);
        font-size: var(--parlour-size-xs);
      }
    `,
  ];
  static override properties = {
    siteId: {},
    patch: { attribute: false },
    version: { type: Number },
    view: { state: true },
    scheme: { state: true },
    hasRoom: { state: true },
    seen: { state: true },
    said: { state: true },
  };

  declare siteId: string;
  /** What is not saved yet. */
  declare patch: SitePatch | undefined;
  /** Of what is saved. */
  declare version: number;
  declare private view: 'open' | 'closed';
  declare private scheme: 'light' | 'dark';
  /** A frame that is not shown has no size, and the chat in it would take itself for one on a phone. */
  declare private hasRoom: boolean;
  declare private seen: SitePreview | null;
  declare private said: string;

  #ready = false;
  #asks: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = '';
  #room = new ResizeObserver(([entry]) => {
    const { width = 0 } = entry?.contentRect ?? {};
    this.hasRoom ||= width > 0;
    const scale = width / PAGE_WIDTH;
    this.style.setProperty('--scale', String(scale));
  });

  constructor() {
    super();
    this.view = 'open';
    this.hasRoom = false;
    this.scheme = getComputedStyle(document.documentElement).colorScheme === 'dark' ? 'dark' : 'light';
    this.seen = null;
    this.said = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('message', this.#onMessage);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('message', this.#onMessage);
    this.#room.disconnect();
    clearTimeout(this.#timer);
    this.#asks?.abort();
    this.#ready = false;
    this.#asked = '';
  }

  protected override firstUpdated(): void {
    this.#room.observe(this.renderRoot.querySelector('.window')!);
  }

  protected override updated(changed: PropertyValues): void {
    // Typing makes a new object each time, often with nothing new for the preview.
    const asks = JSON.stringify([this.siteId, this.version, this.patch]);
    if (asks !== this.#asked) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#ask(), this.#asked === '' ? 0 : PAUSE_MS);
      this.#asked = asks;
    }
    if (changed.has('seen') || changed.has('view') || changed.has('scheme')) this.#show();
  }

  protected override render() {
    const auto = this.seen?.config.theme === 'auto';
    return html`<div class="bar">
        <desk-choice
          joined
          label=${texts.state}
          .options=${states}
          value=${this.view}
          @desk-choose=${(event: CustomEvent<'open' | 'closed'>) => (this.view = event.detail)}
        ></desk-choice>
        ${
          auto
            ? html`<desk-choice
                joined
                label=${texts.scheme}
                .options=${schemes}
                value=${this.scheme}
                @desk-choose=${(event: CustomEvent<'light' | 'dark'>) => (this.scheme = event.detail)}
              ></desk-choice>`
            : nothing
        }
      </div>
      <div class="window">
        ${this.hasRoom ? html`<iframe src="/preview" sandbox="allow-scripts" title=${texts.frame}></iframe>` : nothing}
      </div>
      <p role="status">${this.said}</p>`;
  }

  async #ask(): Promise<void> {
    this.#asks?.abort();
    const asks = new AbortController();
    this.#asks = asks;
    try {
      this.seen = await previewSite(this.siteId, this.patch ?? {}, asks.signal);
      this.said = '';
    } catch (error) {
      if (asks.signal.aborted) return;
      // While something is half written, what was seen last stays.
      this.said = error instanceof ApiError && error.status === 422 ? texts.stale : texts.failed;
    }
  }

  #show(): void {
    const frame = this.renderRoot.querySelector('iframe')?.contentWindow;
    if (!this.#ready || !frame || !this.seen) return;
    const { config, choices } = this.seen;
    const scheme = config.theme === 'auto' ? this.scheme : config.theme;
    // The frame has no origin that could be named; what it gets is on its way to every visitor anyway.
    frame.postMessage({ config, choices, open: this.view === 'open', scheme }, '*');
  }

  readonly #onMessage = ({ source, data }: MessageEvent) => {
    if (source !== this.renderRoot.querySelector('iframe')?.contentWindow) return;
    const word: unknown = data?.parlourPreview;
    if (word === 'ready') {
      this.#ready = true;
      this.#show();
    } else if (word === 'open' || word === 'close') {
      const view = word === 'open' ? 'open' : 'closed';
      if (view !== this.view) this.view = view;
    }
  };
}

customElements.define('desk-site-preview', DeskSitePreview);

declare global {
  interface HTMLElementTagNameMap {
    'desk-site-preview': DeskSitePreview;
  }
}
