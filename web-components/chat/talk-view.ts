import { html, nothing } from 'lit';
import { linked, type TranscriptMessage } from '../message-bubble.ts';
import { fill } from '../texts.ts';
import { composerView } from './composer-view.ts';
import { detailsView } from './details-view.ts';
import type { PanelActions } from './panel-actions.ts';
import { ratingView } from './rating-view.ts';
import { wordsFor } from './trouble.ts';

/** What is stored, or the greeting as long as nothing is, and then what is on its way. */
function messagesOf({ chat, config, since }: PanelActions): TranscriptMessage[] {
  const text = config?.greeting;
  const greeting: TranscriptMessage[] =
    chat.token || !text ? [] : [{ id: '', seq: 0, role: 'assistant', text, createdAt: since }];
  return [...greeting, ...chat.messages, ...chat.outbox];
}

/** The messages, and what goes with the last of them. */
export function talkView(panel: PanelActions) {
  const { chat, texts, host } = panel;
  const { typist, waiting, offline, messages, session } = chat;
  const name = typist || (waiting && !offline && session?.mode !== 'human' ? texts.assistant : '');
  // What the last message offers, as long as it is the visitor's turn.
  const last = waiting || chat.outbox[0] || panel.needsConsent ? undefined : messages.at(-1);
  const choiceView = (choice: string) =>
    html`<button class="choice" dir="auto" @click=${() => panel.choose(choice)}>${choice}</button>`;
  return html`<parlour-transcript
    exportparts="scroller,bubble"
    .messages=${messagesOf(panel)}
    .streaming=${chat.streaming}
    .typing=${name && fill(texts.typing, name)}
    .locale=${panel.locale}
    .texts=${texts}
    @parlour-retry=${(event: CustomEvent<string>) => chat.retry(event.detail)}
  >
    <p class="soft center" slot="start" dir="auto">${host.getAttribute('greeting')}</p>
    <div slot="end">
      <div class="row end">${last?.choices?.map(choiceView)}</div>
      ${last?.form && panel.asksDetails ? detailsView(panel) : nothing}
      ${session?.completionStatus === 'completed' ? ratingView(panel) : nothing}
    </div>
  </parlour-transcript>`;
}

/** What went wrong or has been done, and where the visitor goes on. */
export function footView(panel: PanelActions) {
  const { chat, texts, config } = panel;
  const text = chat.refusal ? wordsFor(chat.refusal, panel) : chat.unanswered ? texts.noReply : panel.notice;
  const again = chat.unanswered ? () => chat.askAgain() : config ? undefined : () => panel.loadConfig();
  const offer = (text: string, act: () => void) => html`<button class="plain" @click=${act}>${text}</button>`;
  return html`<footer part="footer">
    <p role="status">${text}</p>
    ${
      text && again
        ? html`<div class="row">
            ${offer(texts.tryAgain, again)} ${panel.hasDetails ? offer(texts.details, () => panel.go('details')) : nothing}
          </div>`
        : nothing
    }
    ${nextView(panel)}
  </footer>`;
}

function nextView(panel: PanelActions) {
  const { texts, view, config } = panel;
  if (view === 'startOver' || view === 'end' || view === 'erase')
    return askView(
      texts[`${view}Sure`],
      texts[view],
      panel.answer,
      html`<button class="plain" @click=${panel.back}>${texts.cancel}</button>`,
    );
  if (view === 'details' || !config) return nothing;
  return panel.needsConsent ? askView(config.consent.text, texts.agree, panel.agree) : composerView(panel);
}

/** A question, the button that says yes, and where it makes sense one that leaves everything as it is. */
const askView = (text: string, yes: string, onYes: () => void, no: unknown = nothing) =>
  html`<div class="ask">
    <p dir="auto">${linked(text)}</p>
    <div class="row"><button class="primary" @click=${onYes}>${yes}</button>${no}</div>
  </div>`;
