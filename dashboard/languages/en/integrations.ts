/** What the settings of the integrations say. They load with the page of a site. */
import { number } from '../locale.ts';

export const integrationTexts = {
  lead: 'Where leads and news go by themselves, and which other ways of writing to you end up here.',
  loading: 'Loading how they fare',
  failed: 'How they fare did not load.',

  kinds: {
    webhook: {
      title: 'Webhook',
      text: 'Tells n8n, or any other program, what happens here, at the moment it happens.',
    },
    monday: { title: 'Monday.com', text: 'Puts each lead on a board, and keeps it up to date there.' },
    messenger: {
      title: 'Facebook Messenger',
      text: 'What people write to your page arrives here, and is answered like the chat.',
    },
    email: { title: 'E-mail', text: 'Tells people about leads and reviews where they read anyway.' },
  },

  open: 'Settings',
  setUp: 'Set up',
  close: 'Close',
  /** For those who hear the button. */
  openOf: (title: string) => `of ${title}`,

  states: {
    none: 'Not set up',
    ready: 'Set up',
    works: 'Works',
    failing: 'Failing',
    off: 'Switched off',
  },
  lastSuccess: 'Last success',
  lastFailure: 'Last failure',
  never: 'Nothing was sent yet',
  waiting: (n: number) => (n === 1 ? '1 waits to be sent' : `${many(n)} wait to be sent`),
  dead: (n: number) => (n === 1 ? '1 was given up' : `${many(n)} were given up`),
  offText: 'The receiver asked for nothing more. What happens meanwhile is not sent.',
  enable: 'Switch on again',
  enabled: 'Switched on again. What happens from now on is sent.',
  enableFailed: 'It could not be switched on.',
  deliveries: 'See what was sent',
  retry: 'Send again what was given up',
  retried: (n: number) => (n === 1 ? '1 is sent again now.' : `${many(n)} are sent again now.`),
  retryFailed: 'They could not be sent again.',

  test: { busy: 'Waiting for an answer', failed: 'The test itself did not get through.' },

  addressWrong: 'An address begins with https:// or http://.',
  headerWrong:
    'A header has letters, digits and hyphens only, and is none that says how the message is sent.',

  webhook: {
    url: 'Address',
    urlHint: 'In n8n: the production URL of a Webhook node. Each message is sent there as JSON.',
    urlPlaceholder: 'https://n8n.example.com/webhook/…',
    events: 'What it is told',
    eventsMissing: 'Choose at least one.',
    secret: 'Secret for signatures',
    secretHint:
      'Each message is signed with it (Standard Webhooks), so that the receiver can be sure that it comes from here.',
    noSecret: 'None yet: messages are not signed.',
    make: 'Make a secret',
    replaceTitle: 'Make a new secret?',
    replaceText:
      'For 24 hours messages are signed with both, so that you can change it at the receiver in peace.',
    replaceAction: 'Make a new one',
    made: 'The secret for signatures',
    madeText: 'Give it to the receiver, which checks signatures with it.',
    makeFailed: 'The secret could not be made.',
    bothUntil: 'The one before it signs along until',
    header: 'Header',
    headerHint:
      'For receivers that cannot check signatures, such as “Header Auth” in n8n. Empty: Authorization.',
    headerSecret: 'Value of the header',
    headerSecretHint: 'Sent along with each message. In n8n, give the Webhook node the same one.',
    more: 'A header that proves who sends',
    test: 'Send a test',
    testText: 'Sends one message of the type “test” with the settings as they stand here, saved or not.',
    preview: 'What is sent',
    previewEvent: 'Example of',
    previewReal: 'Made from the newest conversation of this site that fits.',
    previewMadeUp: 'A made-up example: this site has no conversation that fits yet.',
    previewFailed: 'The example did not load.',
    previewCode: 'The message as JSON',
    workflows: 'A workflow for n8n that takes this apart is ready to import:',
    workflow: 'Download “Completed lead”',
  },

  events: {
    'lead.completed': {
      title: 'Lead completed',
      text: 'A conversation ended and left an e-mail address or a phone number. Once for each.',
    },
    'lead.qualified': { title: 'Lead qualified', text: 'Somebody of your team judged it worth a talk.' },
    'lead.updated': { title: 'Lead changed', text: 'Each time a detail is learned or changed.' },
    'session.completed': { title: 'Conversation completed', text: 'With or without a lead.' },
    'session.abandoned': { title: 'Conversation abandoned', text: 'The visitor has not written for long.' },
    'session.waiting': {
      title: 'Visitor waits',
      text: 'Somebody in the chat wants a person, and none is there.',
    },
    'session.taken_over': {
      title: 'Person took over',
      text: 'Somebody of your team answers in place of the AI.',
    },
    'review.issue': { title: 'Issue found', text: 'A reviewer found something wrong with a conversation.' },
    'review.fixed': { title: 'Issue fixed', text: 'Somebody says that it is mended.' },
    'incident.opened': {
      title: 'Workflow error',
      text: 'A new kind of error, or one that had been resolved.',
    },
  },
};

const many = (n: number) => (n >= 10_000 ? 'More than 10,000' : number(n));
