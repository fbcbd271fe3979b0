/**
 * Brings one message of a transcript into the middle and marks it. A fresh transcript follows its end until its reader
 * scrolls up, so this waits until it has found its size, then scrolls as a reader would.
 */
import type { ParlourTranscript } from '../../web-components/transcript.ts';

const MARK = 'data-meant';
/** Pictures of the page until it stands still; more would fight with the reader. */
const TRIES = 6;

let sheet: CSSStyleSheet | undefined;

/** @param label what the mark means, as a hint and for those who can't see it */
export async function pointAt(transcript: ParlourTranscript, index: number, label: string): Promise<void> {
  await transcript.updateComplete;
  // Its sizes are told after the first picture; whatever is scrolled before that is taken back.
  await nextFrame();
  await nextFrame();
  const messages = transcript.renderRoot.querySelectorAll<HTMLElement>('parlour-message');
  const message = messages[index];
  if (!message) return;
  dress(transcript);
  for (const other of messages) {
    other.removeAttribute(MARK);
    other.removeAttribute('title');
  }
  message.setAttribute(MARK, '');
  message.title = label;
  // The mark changes its size, and a transcript that still follows its end would answer to that.
  for (let n = 0; n < TRIES; n++) {
    await nextFrame();
    if (isInSight(message, transcript)) return;
    message.scrollIntoView({ block: 'center' });
  }
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

function isInSight(message: Element, transcript: Element): boolean {
  const { top, bottom } = message.getBoundingClientRect();
  const frame = transcript.getBoundingClientRect();
  return top >= frame.top && bottom <= frame.bottom;
}

/** The mark is the desk's alone: visitors' transcripts don't carry its styles. */
function dress({ renderRoot }: ParlourTranscript): void {
  if (!(renderRoot instanceof ShadowRoot)) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      parlour-message[${MARK}] {
        margin-inline: -12px;
        padding: 8px 12px;
        border-inline-start: 3px solid var(--parlour-waiting);
        border-radius: 6px;
        background: var(--parlour-waiting-soft);
      }`);
  }
  if (!renderRoot.adoptedStyleSheets.includes(sheet)) renderRoot.adoptedStyleSheets.push(sheet);
}
