import { html, nothing } from 'lit';
import { fill } from '../texts.ts';
import type { PanelActions } from './panel-actions.ts';

/** Asks how the chat was: one to five stars, and a comment for those who want to add one. */
export function ratingView(panel: PanelActions) {
  const { texts, chat, locale } = panel;
  const { score } = chat;
  if (chat.session!.rating) return html`<p class="soft center" role="status">${texts.rated}</p>`;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const comment = new FormData(event.target as HTMLFormElement).get('comment') as string;
    void panel.attempt(() => chat.rate(comment.trim())).then(panel.back);
  };
  return html`<form class="rating" @submit=${submit}>
    <fieldset>
      <legend>${texts.rate}</legend>
      ${[1, 2, 3, 4, 5].map(
        (count) =>
          html`<label class="star"
            >${count > score ? '☆' : '★'}<input
              type="radio"
              name="score"
              aria-label=${fill(texts.star, count, locale)}
              @change=${() => {
                chat.score = count;
                panel.requestUpdate();
              }}
          /></label>`,
      )}
    </fieldset>
    ${
      score
        ? html`<textarea name="comment" maxlength="2000" aria-label=${texts.comment} placeholder=${texts.comment}></textarea>
            <button class="primary">${texts.send}</button>`
        : nothing
    }
  </form>`;
}
