import { html, nothing } from 'lit';
import { fill } from '../texts.ts';
import type { PanelActions } from './panel-actions.ts';

/** The longest message the backend takes, in UTF-16 code units: MESSAGE_MAX in visitor/schema. */
const LONGEST = 4000;
/** From how many characters left on the counter shows. */
const COUNT_FROM = 200;

/**
 * Where the visitor writes. Enter sends, Shift+Enter makes a new line, and Enter that confirms a word of an input
 * method does neither. A text that is too long is kept and counted, never cut.
 */
export function composerView(panel: PanelActions) {
  const { texts, draft, locale } = panel;
  const left = LONGEST - draft.trim().length;
  const send = () => {
    if (left < 0 || left === LONGEST) return;
    panel.send(draft);
    panel.draft = '';
    panel.focusIn();
  };
  const onKey = (event: KeyboardEvent) => {
    // Safari ends the composition before its Enter arrives; 229 still tells it apart.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    send();
  };
  return html`<div class="composer">
      <textarea
        rows="1"
        aria-label=${texts.message}
        placeholder=${texts.placeholder}
        enterkeyhint="send"
        .value=${draft}
        @input=${(event: InputEvent) => {
          panel.draft = (event.target as HTMLTextAreaElement).value;
          panel.chat.types();
        }}
        @keydown=${onKey}
      ></textarea>
      <button
        class="icon primary"
        aria-label=${texts.send}
        ?disabled=${left < 0 || left === LONGEST}
        @click=${send}
      >
        ↑
      </button>
    </div>
    ${
      left < COUNT_FROM
        ? html`<p class="soft" role="status">${fill(left < 0 ? texts.tooLong : texts.left, Math.abs(left), locale)}</p>`
        : nothing
    }`;
}
