/** What the panel of verdicts is made of besides its form: the verdicts to give, somebody else's, and the earlier ones. */
import { html, nothing } from 'lit';
import type { ReviewStatus, ReviewView } from '../../../backend/reviews/schema.ts';
import { MOVES, mayMove, VERDICT_KEYS } from '../../controllers/reviews/review-moves.ts';
import type { Overtaken } from '../../controllers/reviews/review-saving.ts';
import { texts } from '../../languages/en/app.ts';
import { reviewTexts as words } from '../../languages/en/review.ts';
import { looks, statusMark, verdictOf } from './review-words.ts';

/** How many earlier verdicts are shown before somebody asks for all. */
const SHOWN = 3;

interface Standing {
  qaStatus: ReviewStatus;
  busy: boolean;
  /** Each verdict shows its key. */
  withKeys: boolean;
  /** There is one whose words can be put right. */
  hasVerdict: boolean;
}

/** The verdicts that may be given next. */
export function movesView(
  { qaStatus, busy, withKeys, hasVerdict }: Standing,
  on: { judge(to: ReviewStatus): void; edit(): void },
) {
  const labels = qaStatus === 'fixed' ? words.again : words.moves;
  return html`<div class="moves no-print" role="group" aria-label=${words.verdicts}>
      ${MOVES[qaStatus].map(
        (to) =>
          html`<sl-button size="small" title=${words.key(VERDICT_KEYS[to])} ?disabled=${busy} @click=${() => on.judge(to)}>
            <sl-icon slot="prefix" class=${to} name=${looks[to].icon}></sl-icon>${labels[to]}${
              withKeys ? html`<kbd aria-hidden="true">${VERDICT_KEYS[to]}</kbd>` : nothing
            }
          </sl-button>`,
      )}
    </div>
    <div class="less no-print">
      ${hasVerdict ? textButton(words.edit[qaStatus], on.edit) : nothing}
      ${mayMove(qaStatus, 'unchecked') ? textButton(words.moves.unchecked, () => on.judge('unchecked')) : nothing}
    </div>`;
}

/** Somebody else decided meanwhile: theirs, and whether one's own may still stand. */
export function conflictView(
  { by, write }: Overtaken,
  qaStatus: ReviewStatus,
  busy: boolean,
  on: { keep(): void; insist(): void },
) {
  const fits = write.status === qaStatus || mayMove(qaStatus, write.status);
  const verdict = texts.qa[write.status];
  return html`<div class="conflict no-print" role="alert">
    <strong>${words.conflict.title(by.user.name)}</strong>
    ${statusMark(by.toStatus)}
    <p>${fits ? words.conflict.yours(verdict) : words.conflict.impossible}</p>
    <div class="moves">
      <sl-button size="small" @click=${on.keep}>${words.conflict.keep}</sl-button>
      ${
        fits
          ? html`<sl-button size="small" variant="primary" ?disabled=${busy} @click=${on.insist}>
              ${words.conflict.insist(verdict)}
            </sl-button>`
          : nothing
      }
    </div>
  </div>`;
}

/** Verdicts before the one that holds, newest first. */
export function historyView(
  reviews: readonly ReviewView[],
  showsAll: boolean,
  on: { show(seq: number): void; showAll(): void },
) {
  const earlier = reviews.slice(0, -1).reverse();
  if (earlier.length === 0) return nothing;
  const shown = showsAll ? earlier : earlier.slice(0, SHOWN);
  return html`<div class="history">
    <h3>${words.history}</h3>
    <ul>
      ${shown.map((review) => {
        // The message of the verdict that holds has its link above.
        const isReachable = review.messageSeq === reviews.at(-1)?.messageSeq;
        return html`<li>${verdictOf(review, isReachable ? null : on.show)}</li>`;
      })}
    </ul>
    ${shown.length < earlier.length ? textButton(words.showAll(earlier.length), on.showAll, 'no-print') : nothing}
  </div>`;
}

const textButton = (label: string, act: () => void, more = '') =>
  html`<button type="button" class="text-button ${more}" @click=${act}>${label}</button>`;
