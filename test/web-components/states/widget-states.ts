import type { VisitorSession, WidgetConfig } from '../../../backend/visitor/schema.ts';
import type { TranscriptMessage } from '../../../web-components/message-bubble.ts';
import { ana, said, talk } from './talk.ts';

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
