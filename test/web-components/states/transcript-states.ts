import type { ParlourTranscript } from '../../../web-components/transcript.ts';
import { ana, said, talk } from './talk.ts';

const DAY_MINUTES = 24 * 60;
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'.repeat(2);

interface State<Element> {
  name: string;
  fields: Partial<Element>;
}

export const transcriptStates: State<ParlourTranscript>[] = [
  { name: 'Empty', fields: { messages: [] } },
  { name: 'Somebody is typing', fields: { messages: talk, typing: 'Ana is typing' } },
  {
    name: 'An answer as it is written',
    fields: { messages: talk.slice(0, 3), streaming: 'Gladly: a first visit takes an' },
  },
  {
    name: 'On its way, and not sent',
    fields: {
      messages: [
        ...talk.slice(0, 2),
        said('visitor', 'This one is on its way.', { status: 'sending' }),
        said('visitor', 'This one failed.', { status: 'failed' }),
        said('visitor', 'This one says why.', {
          status: 'failed',
          error: 'That was a little fast. Try again in 30 seconds.',
        }),
      ],
    },
  },
  {
    name: 'Over days',
    fields: {
      messages: [
        said('assistant', 'Hello again.', {}, 2 * DAY_MINUTES),
        said('visitor', 'Back tomorrow.', {}, DAY_MINUTES),
        said('visitor', 'Here I am.'),
      ],
    },
  },
  {
    name: 'A person takes over, and hands back',
    fields: {
      messages: [
        ...talk.slice(0, 2),
        said('system', 'Ana Ruiz joined the chat'),
        said('staff', 'Hello, Ana here.', ana),
        said('staff', 'Is Thursday at ten good?', ana),
        said('system', 'Ana Ruiz left the chat'),
      ],
    },
  },
  {
    name: 'Links, long words, lines',
    fields: {
      messages: [
        said('assistant', 'See https://example.com/rooms/living?size=28 or write to hello@example.com.'),
        said('visitor', LONG),
        said('assistant', 'First line\nSecond line\n\nAfter an empty one <b>not bold</b>'),
      ],
    },
  },
  {
    name: 'Arabic among English',
    fields: {
      messages: [
        said('visitor', 'مرحبًا، أبحث عن أريكة لغرفة المعيشة.'),
        said('assistant', 'أهلًا! ما مساحة الغرفة؟'),
        said('visitor', '28 m²'),
      ],
    },
  },
  {
    name: 'Seen by the team',
    fields: {
      perspective: 'staff',
      messages: [...talk, said('staff', 'Thursday at ten?', { ...ana, note: 'Seen 10:41' })],
    },
  },
];
