/**
 * What staff see in a transcript besides the messages: marks and the issue that was found below them, and faults in between. Loads after the
 * conversation itself is on screen.
 */
import { html, nothing } from 'lit';
import type { ReviewView } from '../../../backend/reviews/schema.ts';
import type { SessionIncident, StaffMessage } from '../../../backend/sessions/schema.ts';
import type { TranscriptMessage } from '../../../web-components/message-bubble.ts';
import { texts } from '../../languages/en/app.ts';
import { faultTexts } from '../../languages/en/faults.ts';
import { issueMark } from '../reviews/review-words.ts';
import { drawnFrom } from './drawn-from.ts';
import './answer-facts.ts';
import './fault-note.ts';

/** The stored messages with their notes, and each fault after the message that it belongs to. */
export function withNotes(
  messages: readonly StaffMessage[],
  incidents: readonly SessionIncident[],
  reviews: readonly ReviewView[] = [],
  siteId = '',
): TranscriptMessage[] {
  const judged = reviews.at(-1);
  let version: number | undefined;
  const isOtherVersion = ({ agent }: StaffMessage) => {
    const [before, now] = [version, agent?.version];
    version = now ?? before;
    return before !== undefined && now !== undefined && before !== now;
  };
  const open = [...incidents];
  const before = (fits: (incident: SessionIncident) => boolean) => {
    const found = open.findIndex((incident) => !fits(incident));
    return open.splice(0, found < 0 ? open.length : found).map(asMessage);
  };
  return [
    ...messages.flatMap((message) => [
      ...before(({ messageSeq, at }) =>
        messageSeq === null ? at < message.createdAt : messageSeq < message.seq,
      ),
      { ...message, note: noteOf(message, judged, isOtherVersion(message), siteId) },
    ]),
    ...before(() => true),
  ];
}

/** A line of its own, without words of anybody. */
function asMessage(incident: SessionIncident): TranscriptMessage {
  const { id, messageSeq, at } = incident;
  return {
    id: `${id}/${messageSeq}`,
    seq: messageSeq ?? 0,
    role: 'system',
    text: '',
    createdAt: at,
    note: html`<desk-fault .incident=${incident}></desk-fault>`,
  };
}

function noteOf(
  { seq, fallback, late, knowledge, trace, agent }: StaffMessage,
  judged: ReviewView | undefined,
  isOtherVersion: boolean,
  siteId: string,
): unknown {
  const words = fallback
    ? texts.detail.fallback
    : late
      ? faultTexts.late
      : knowledge && drawnFrom(knowledge, siteId);
  const mark = judged?.messageSeq === seq ? issueMark(judged) : null;
  const changed = isOtherVersion ? html`<span>${faultTexts.versionFromHere(agent?.version)} </span>` : null;
  if (!trace && !mark && !changed) return words;
  return html`${changed ?? nothing}${words ?? nothing}${mark ?? nothing}${
    trace ? html`<desk-answer-facts .trace=${trace}></desk-answer-facts>` : nothing
  }`;
}
