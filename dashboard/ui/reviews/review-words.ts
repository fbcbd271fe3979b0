/** How a verdict is told: who, what, and the words that came with it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ReviewStatus, ReviewView } from '../../../backend/reviews/schema.ts';
import { texts } from '../../languages/en/app.ts';
import { reviewTexts as words } from '../../languages/en/review.ts';
import type { IconName } from '../icons.ts';
import type { Tone } from '../mark.ts';
import '../mark.ts';
import '../time-ago.ts';

export const looks: Record<ReviewStatus, { icon: IconName; tone: Tone }> = {
  unchecked: { icon: 'circle', tone: 'quiet' },
  passed: { icon: 'patch-check', tone: 'passed' },
  issue: { icon: 'flag', tone: 'issue' },
  fixed: { icon: 'tools', tone: 'fixed' },
};

export function statusMark(status: ReviewStatus): TemplateResult {
  const { icon, tone } = looks[status];
  return html`<desk-mark icon=${icon} tone=${tone} filled>${texts.qa[status]}</desk-mark>`;
}

/** Below the message that an issue is about; violet once it is fixed. */
export function issueMark({ toStatus, category }: ReviewView): TemplateResult {
  const { icon, tone } = looks[toStatus];
  const says = toStatus === 'fixed' ? words.fixedHere : category ? words.issueAt(category) : words.issueHere;
  return html`<desk-mark icon=${icon} tone=${tone} filled>${says}</desk-mark>`;
}

/** "Ana Silva found an issue". */
function sentenceOf({ fromStatus, toStatus, user }: ReviewView): string {
  if (fromStatus === toStatus) return words.saidAgain(user.name);
  if (fromStatus === 'fixed' && toStatus === 'issue') return words.reopened(user.name);
  return words.said[toStatus](user.name);
}

/** One verdict whole; `show` goes to the message it is about, null where that is within reach already. */
export function verdictOf(review: ReviewView, show: ((seq: number) => void) | null): TemplateResult {
  return html`<div class="who">
      <span>${sentenceOf(review)}</span><desk-time-ago at=${review.createdAt}></desk-time-ago>
    </div>
    ${bodyOf(review, show)}`;
}

/** Everything that was said with a verdict; `show` goes to the message it is about. */
function bodyOf(review: ReviewView, show: ((seq: number) => void) | null): TemplateResult {
  const { category, cause, fixedVersion, note, developerFeedback, messageSeq } = review;
  const facts = [category, cause && words.causes[cause], fixedVersion && words.version(fixedVersion)].filter(
    Boolean,
  );
  return html`${facts.length > 0 ? html`<p class="facts">${facts.join(' · ')}</p>` : nothing}
    ${note ? html`<p class="text">${note}</p>` : nothing}
    ${
      developerFeedback
        ? html`<p class="text feedback"><span class="quiet">${words.feedback}</span>${developerFeedback}</p>`
        : nothing
    }
    ${
      messageSeq === null || show === null
        ? nothing
        : html`<button type="button" class="text-button no-print" @click=${() => show(messageSeq)}>
            ${words.aboutMessage}
          </button>`
    }`;
}
