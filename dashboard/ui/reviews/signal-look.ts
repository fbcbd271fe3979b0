/** How reasons look: a chip with an icon and a word, in the colour of what it means. */
import { html, type TemplateResult } from 'lit';
import type { Reason, SignalCode } from '../../../backend/reviews/queue/schema.ts';
import { queueTexts as texts } from '../../languages/en/queue.ts';
import type { IconName } from '../icons.ts';
import type { Tone } from '../mark.ts';
import '../mark.ts';

const looks: Record<SignalCode, { icon: IconName; tone: Tone }> = {
  recheck: { icon: 'tools', tone: 'fixed' },
  workflow_error: { icon: 'exclamation-triangle', tone: 'issue' },
  fallback: { icon: 'cloud-slash', tone: 'issue' },
  no_reply: { icon: 'hourglass-split', tone: 'issue' },
  wants_person: { icon: 'person', tone: 'waiting' },
  low_rating: { icon: 'arrow-down', tone: 'waiting' },
  strong_words: { icon: 'flag', tone: 'waiting' },
  contradiction: { icon: 'x-lg', tone: 'waiting' },
  repeated_question: { icon: 'arrow-counterclockwise', tone: 'waiting' },
  corrected_detail: { icon: 'pencil', tone: 'quiet' },
  slow_reply: { icon: 'clock-history', tone: 'quiet' },
  left_after_contact: { icon: 'box-arrow-right', tone: 'quiet' },
  left_after_question: { icon: 'box-arrow-right', tone: 'quiet' },
  sample: { icon: 'stars', tone: 'quiet' },
};

/** A chip with the short word; the sentence is its hint. */
export function reasonMark({ code }: Reason): TemplateResult {
  const { icon, tone } = looks[code];
  return html`<desk-mark icon=${icon} tone=${tone} filled title=${texts.reasons[code]}>${texts.signals[code]}</desk-mark>`;
}
