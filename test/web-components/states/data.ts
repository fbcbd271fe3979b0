/** Made-up people and figures for the page that shows the elements: one list a kind of element, one entry a state. */
import type { VisitorSession, WidgetConfig } from '../../../backend/visitor/schema.ts';
import type { ChartSpec } from '../../../web-components/figures/charts.ts';
import type { ChartTexts } from '../../../web-components/figures/figure-chart.ts';
import type { Tile } from '../../../web-components/figures/figure-tiles.ts';
import type { TranscriptMessage } from '../../../web-components/message-bubble.ts';
import type { ParlourTranscript } from '../../../web-components/transcript.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'.repeat(2);

let count = 0;
/** A message of so many minutes ago. */
function said(
  role: TranscriptMessage['role'],
  text: string,
  more: Partial<TranscriptMessage> = {},
  minutes = 0,
): TranscriptMessage {
  count += 1;
  const createdAt = new Date(Date.now() - minutes * MINUTE).toISOString();
  return { id: `message-${count}`, seq: count, role, text, createdAt, ...more };
}

const ana = { author: { name: 'Ana Ruiz' } };
const talk = [
  said('assistant', 'Hello. Are you furnishing a room, or a whole home?', {}, 6),
  said('visitor', 'A living room. We have 28 m² and a bay window.', {}, 5),
  said('visitor', 'Could somebody come and look?', {}, 5),
  said('assistant', 'Gladly: a first visit takes an hour and costs nothing. Which day suits you?', {}, 4),
];

/** A chat as visitors meet it; `config` may be a refusal. What is stored needs no visitor to have typed it here. */
export interface WidgetState {
  name: string;
  key: string;
  greeting?: string;
  config?: Partial<WidgetConfig> | { status: number };
  session?: Partial<VisitorSession>;
  messages?: TranscriptMessage[];
  /** What is pressed once it is there, by its words or as CSS. */
  press?: string[];
  offline?: boolean;
}

export const widgetStates: WidgetState[] = [
  { name: 'Before the first word', key: 'start', greeting: 'Free first visit until the end of May' },
  {
    name: 'Asks with answers to choose from',
    key: 'choices',
    messages: [
      ...talk.slice(0, 3),
      said('assistant', 'Which day suits you?', { choices: ['Tuesday', 'Thursday', 'Another day'] }),
    ],
  },
  {
    name: 'A person has joined',
    key: 'person',
    session: { mode: 'human', staffName: 'Ana Ruiz' },
    messages: [
      ...talk,
      said('system', 'Ana Ruiz joined the chat'),
      said('staff', 'Hello, Ana here. Thursday at ten?', ana),
    ],
  },
  {
    name: 'The assistant could not answer',
    key: 'form',
    messages: [
      ...talk.slice(0, 3),
      said('assistant', 'I can’t answer that just now. May we write to you?', { form: 'details' }),
    ],
  },
  { name: 'Ended, may be rated', key: 'ended', session: { completionStatus: 'completed' }, messages: talk },
  {
    name: 'Consent comes first',
    key: 'consent',
    config: {
      consent: {
        required: true,
        version: '1',
        text: 'We keep this chat for 90 days to answer you. More at https://example.com/privacy',
      },
    },
  },
  { name: 'The form', key: 'details', press: ['[aria-expanded]', '.menu button'] },
  { name: 'The menu', key: 'menu', press: ['[aria-expanded]'] },
  { name: 'Offline', key: 'offline', offline: true },
  { name: 'Not switched on for this website', key: 'refused', config: { status: 403 } },
];

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
        said('assistant', 'Hello again.', {}, (2 * DAY) / MINUTE),
        said('visitor', 'Back tomorrow.', {}, DAY / MINUTE),
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

export const tilesStates: { name: string; tiles: Tile[] }[] = [
  {
    name: 'Filled',
    tiles: [
      { label: 'Conversations', value: '1,284', change: '12% more than before', href: '#conversations' },
      { label: 'Leads', value: '312', note: '24% of conversations', change: '3% more than before' },
      { label: 'Answered in', value: '1.9 s', note: 'half of all' },
      { label: 'Waiting for a person', value: '3', isUrgent: true, href: '#waiting' },
    ],
  },
  {
    name: 'Nothing yet',
    tiles: [
      { label: 'Conversations', value: '0' },
      { label: 'Leads', value: '–' },
      { label: 'Answered in', value: '–' },
      { label: 'Waiting', value: '0' },
    ],
  },
];

export const chartTexts: ChartTexts = {
  table: 'Table',
  chart: 'Chart',
  showTable: 'Show as a table',
  showChart: 'Show as a chart',
  csv: 'Save as CSV',
  png: 'Save as PNG',
  none: '–',
};

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
export const chartStates: {
  name: string;
  heading: string;
  sentence: string;
  note?: string;
  spec: ChartSpec;
  press?: string;
}[] = [
  {
    name: 'Lines',
    heading: 'Conversations and leads',
    sentence: '214 conversations in seven days, 51 leads.',
    note: 'Saturday’s figures are not complete.',
    spec: {
      kind: 'lines',
      of: 'Day',
      labels: days,
      sets: [
        { label: 'Conversations', colour: 'accent-ink', values: [31, 40, 28, 44, 39, null, 32] },
        { label: 'Leads', colour: 'waiting', values: [6, 11, 5, 12, 9, null, 8] },
      ],
    },
  },
  {
    name: 'Bars',
    heading: 'Judged answers',
    sentence: 'Nine of ten answers passed.',
    spec: {
      kind: 'bars',
      of: 'Day',
      labels: days,
      sets: [
        { label: 'Passed', colour: 'passed', values: [9, 12, 8, 14, 10, 3, 2] },
        { label: 'Wrong', colour: 'issue', values: [1, 0, 2, 1, 0, 0, 1] },
        { label: 'Fixed', colour: 'fixed', values: [0, 1, 1, 0, 2, 0, 0] },
      ],
    },
  },
  {
    name: 'Steps',
    heading: 'From visit to lead',
    sentence: 'One in four conversations becomes a lead.',
    spec: {
      kind: 'steps',
      of: 'Step',
      labels: ['Opened', 'Wrote', 'Left details'],
      sets: [{ label: 'Visitors', colour: 'accent-ink', values: [420, 214, 51] }],
    },
  },
  {
    name: 'One day alone',
    heading: 'Conversations',
    sentence: '12 conversations today.',
    spec: {
      kind: 'lines',
      of: 'Day',
      labels: ['Mon'],
      sets: [{ label: 'Conversations', colour: 'accent-ink', values: [12] }],
    },
  },
  {
    name: 'Nothing yet',
    heading: 'Conversations',
    sentence: 'No conversations in these days.',
    spec: {
      kind: 'lines',
      of: 'Day',
      labels: days,
      sets: [{ label: 'Conversations', colour: 'accent-ink', values: [0, 0, 0, 0, 0, 0, 0] }],
    },
  },
  {
    name: 'As a table',
    heading: 'Conversations',
    sentence: '214 conversations in seven days.',
    press: '.does button',
    spec: {
      kind: 'bars',
      of: 'Day',
      labels: days,
      sets: [{ label: 'Conversations', colour: 'accent-ink', values: [31, 40, 28, 44, 39, null, 32] }],
    },
  },
];
