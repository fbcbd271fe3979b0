/** What is said where conversations are read and judged one after the other; loaded with that page. */
import { number } from '../locale.ts';

const count = (n: number) => number(n);
const conversations = (n: number) => (n === 1 ? '1 conversation' : `${count(n)} conversations`);

export const queueTexts = {
  title: 'Review',
  loading: 'Loading what to read next',
  failed: 'The queue did not load',
  list: 'What to read next',
  /** Short words for a chip; the sentence comes with the entry. */
  signals: {
    recheck: 'Check again',
    workflow_error: 'Workflow error',
    fallback: 'Fallback',
    no_reply: 'No reply',
    wants_person: 'Wants a person',
    low_rating: 'Low rating',
    strong_words: 'Strong words',
    contradiction: 'Contradiction',
    repeated_question: 'Asked again',
    corrected_detail: 'Corrected detail',
    slow_reply: 'Slow reply',
    left_after_contact: 'Left at contact',
    left_after_question: 'Left at question',
    sample: 'Random',
  },
  /** Why a conversation waits to be read, in a sentence. */
  reasons: {
    recheck: 'Said to be fixed: check again.',
    workflow_error: 'Something failed in the workflow here.',
    fallback: 'The assistant could not answer and showed the fallback text.',
    no_reply: 'Nobody replied to the visitor’s last words.',
    wants_person: 'The visitor asked for a person and nobody came.',
    low_rating: 'The visitor rated the conversation 1 or 2 out of 5.',
    strong_words: 'The visitor used strong words.',
    contradiction: 'The visitor said that something is wrong or was said before.',
    repeated_question: 'The visitor asked the same thing again.',
    corrected_detail: 'The visitor corrected a detail that had been written down.',
    slow_reply: 'The visitor waited long for a reply.',
    left_after_contact: 'The visitor left when asked for their contact details.',
    left_after_question: 'The visitor left right after a question.',
    sample: 'Chosen at random.',
  },
  moreReasons: (n: number) => (n === 1 ? '1 more reason' : `${n} more reasons`),

  anyReason: 'Any reason',
  reason: 'Reason',
  withCount: (name: string, n: number) => `${name} (${count(n)})`,
  anySite: 'Any site',
  site: 'Site',
  clear: 'Show all',
  coverage: (reviewed: number, eligible: number, days: number, waiting: number) => {
    const share = eligible === 0 ? 0 : Math.round((reviewed / eligible) * 100);
    const of = `${count(reviewed)} of ${conversations(eligible)} of the last ${days} days`;
    return `${of} ${reviewed === 1 ? 'was' : 'were'} read (${share} %), ${count(waiting)} waiting.`;
  },
  share: 'Share of conversations that were read',
  sitting: (n: number) => (n === 1 ? '1 reviewed in this sitting' : `${count(n)} reviewed in this sitting`),
  skipped: (n: number) => (n === 1 ? '1 skipped' : `${count(n)} skipped`),
  showSkipped: 'Show again',
  more: 'Show more',
  loadingMore: 'Loading more…',
  moreFailed: 'The next ones did not load.',

  cases: 'Kept cases',
  startTitle: (n: number) => `${conversations(n)} to read`,
  startText:
    'The one that needs a look most stands first. Each says why it is here. Enter opens it, j and k go on and back, 1 to 4 judge, s skips.',
  start: 'Start reading',
  emptyTitle: 'Nothing to read right now',
  emptyText:
    'A conversation appears here a few minutes after its last word when something in it asks for a look: a fallback, a question that came again, strong words, a low rating. A few are chosen at random.',
  emptyNone: 'No conversation of the last 30 days is ready to be read yet.',
  howTitle: 'How a bad answer gets better',
  how: [
    'What needs a look comes here by itself, and says why.',
    'You read it and pass it, or name the issue and say what the answer should have been.',
    'Whoever can fix it changes the assistant and runs the conversation again to see the new answers.',
    'Keep it as a case, and run all cases after every later change.',
  ],
  filteredTitle: 'Nothing with these filters',
  filteredText: 'Other conversations may still wait.',
  doneTitle: 'All read',
  doneText: 'Nothing waits any more. What needs a look next appears here by itself.',

  back: 'Back to the queue',
  place: (at: number, of: number) => `${at} of ${of}`,
  skip: 'Skip',
  skipHint: 'Not now: it comes back in your next sitting',
  inConversations: 'Open in conversations',
  verdict: 'Verdict',
  why: 'Why it is here',
  notWaiting: 'This conversation does not wait in the queue.',
  pointedAt: 'The reason points at this message',
  opened: (name: string, reason: string) => `${name}. ${reason}`,

  judged: (status: string, name: string) => (name ? `${status}: ${name}` : status),
  openAgain: 'Open again',
  undoFailed: 'The verdict could not be taken back. It stays as it was.',
  judgedBy: (who: string, name: string, status: string) => `${who} judged ${name}: ${status}.`,
};
