/** Runs in the browser: each element in each of its states, and switches for theme, width and language. */
import { html, nothing, render } from 'lit';
import { texts as arabic } from '../../../web-components/languages/ar.ts';
import { texts as german } from '../../../web-components/languages/de.ts';
import { texts as english } from '../../../web-components/languages/en.ts';
import { texts as spanish } from '../../../web-components/languages/es.ts';
import { texts as french } from '../../../web-components/languages/fr.ts';
import '../../../web-components/figures/figure-chart.ts';
import '../../../web-components/figures/figure-tiles.ts';
import type { Texts } from '../../../web-components/texts.ts';
import type { ParlourTranscript } from '../../../web-components/transcript.ts';
import { chartStates, chartTexts, tilesStates } from './figure-states.ts';
import { transcriptStates } from './transcript-states.ts';
import { type WidgetState, widgetStates } from './widget-states.ts';

const LANGUAGES: Record<string, Texts> = { en: english, de: german, es: spanish, fr: french, ar: arabic };
const asked = new URLSearchParams(location.search);
const language = asked.get('lang') ?? 'en';
const root = document.documentElement;
root.lang = language;
root.dir = language === 'ar' ? 'rtl' : 'ltr';

/** Theme and width are turned here; all chats of a page speak one language, so another one is another page. */
function turn(name: 'theme' | 'width', value: string): void {
  root.dataset[name] = value;
  if (name === 'theme')
    for (const chat of document.querySelectorAll('parlour-chat')) chat.setAttribute('theme', value);
  draw();
}

const choice = (name: string, values: readonly string[], chosen: string, on: (value: string) => void) =>
  html`<label
    >${name}
    <select @change=${(event: Event) => on((event.target as HTMLSelectElement).value)}>
      ${values.map((value) => html`<option ?selected=${value === chosen}>${value}</option>`)}
    </select></label
  >`;

const figure = (name: string, content: unknown, kind = '') =>
  html`<figure class=${kind} aria-label=${name}><figcaption>${name}</figcaption>${content}</figure>`;

function draw(): void {
  const { theme = 'light', width = 'wide' } = root.dataset;
  const say = (query: string) => location.assign(`?${query}`);
  render(
    html`<header>
        <h1>Elements</h1>
        ${choice('Theme', ['light', 'dark'], theme, (value) => turn('theme', value))}
        ${choice('Width', ['wide', 'phone', 'narrow'], width, (value) => turn('width', value))}
        ${choice('Language', Object.keys(LANGUAGES), language, (value) => say(`lang=${value}&theme=${root.dataset.theme}`))}
      </header>
      <h2>parlour-chat</h2>
      <div class="grid" id="chats">${widgetStates.map(({ name, key }) => figure(name, html`<div data-key=${key}></div>`, 'chat'))}</div>
      <h2>parlour-transcript, parlour-message</h2>
      <div class="grid">
        ${(customElements.get('parlour-transcript') ? transcriptStates : []).map(({ name, fields }) =>
          figure(
            name,
            html`<parlour-transcript
              .texts=${LANGUAGES[language]}
              .label=${name}
              .locale=${language}
              .perspective=${fields.perspective ?? 'visitor'}
              .messages=${fields.messages}
              .streaming=${fields.streaming}
              .typing=${fields.typing}
            ></parlour-transcript>`,
          ),
        )}
      </div>
      <h2>parlour-figure-tiles</h2>
      ${tilesStates.map(({ name, tiles }) => figure(name, html`<parlour-figure-tiles .tiles=${tiles}></parlour-figure-tiles>`))}
      <h2>parlour-figure-chart</h2>
      <div class="grid">
        ${chartStates.map((state) =>
          figure(
            state.name,
            html`<parlour-figure-chart
              .heading=${state.heading}
              .sentence=${state.sentence}
              .note=${state.note ?? ''}
              .spec=${{ ...state.spec, locale: language }}
              .texts=${chartTexts}
              .look=${theme}
            ></parlour-figure-chart>`,
          ),
        )}
      </div>
      ${nothing}`,
    document.querySelector('main')!,
  );
}

/** Waits for what is drawn later, frame by frame. */
async function there<Found>(look: () => Found | null | undefined): Promise<Found> {
  for (;;) {
    const found = look();
    if (found) return found;
    await new Promise((frame) => requestAnimationFrame(frame));
  }
}

/** An inline chat loads when it comes into view, so each is looked at once. */
async function place(state: WidgetState): Promise<void> {
  const { key, greeting, messages, press = [], offline } = state;
  if (messages)
    localStorage.setItem(`parlour:${key}`, JSON.stringify({ visitorId: key, token: key, sessionId: key }));
  if (offline) Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  const chat = document.createElement('parlour-chat');
  const attributes = {
    site: key,
    mode: 'inline',
    height: '560',
    theme: root.dataset.theme!,
    lang: language,
    greeting,
  };
  for (const [name, value] of Object.entries(attributes)) if (value) chat.setAttribute(name, value);
  document.querySelector(`[data-key="${key}"]`)!.append(chat);
  chat.scrollIntoView({ block: 'center' });
  const shadow = await there(() => chat.shadowRoot?.querySelector('parlour-panel')?.shadowRoot);
  await there(() => shadow.querySelector('footer textarea, footer .ask, footer button'));
  if (messages)
    await there(() =>
      shadow.querySelector<ParlourTranscript>('parlour-transcript')?.messages.at(messages.length - 1),
    );
  Reflect.deleteProperty(navigator, 'onLine');
  for (const button of press) (await there(() => shadow.querySelector<HTMLElement>(button))).click();
}

turn('width', asked.get('width') ?? 'wide');
turn('theme', asked.get('theme') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
for (const state of widgetStates) await place(state);
// The chat brought its own transcript, which is the one that is shown below.
draw();
for (const [index, { press }] of chartStates.entries()) {
  const chart = document.querySelectorAll('parlour-figure-chart')[index]!;
  if (press) (await there(() => chart.renderRoot.querySelector<HTMLElement>(press))).click();
}
// The closed one, with its words, is where it always is: in the corner.
const corner = document.createElement('parlour-chat');
for (const [name, value] of Object.entries({
  site: 'corner',
  greeting: 'Questions? We are here.',
  theme: root.dataset.theme!,
  lang: language,
}))
  corner.setAttribute(name, value);
document.body.append(corner);
await there(() => corner.shadowRoot?.querySelector('button'));
scrollTo(0, 0);
root.dataset.ready = '';
