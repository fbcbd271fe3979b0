/** What is said about what is sent out; loaded with those who show it. */
import { number } from '../locale.ts';

const times = (n: number) => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);
const conversations = (n: number) => (n === 1 ? '1 conversation' : `${number(n)} conversations`);
const deliveries = (n: number) => (n === 1 ? '1 delivery' : `${number(n)} deliveries`);

export const deliveryTexts = {
  title: 'Deliveries',
  list: 'Everything that is sent out',
  loading: 'Loading the deliveries',
  failed: 'The deliveries did not load',
  more: 'Show more',
  loadingMore: 'Loading more…',
  moreFailed: 'The next ones did not load.',

  status: { dead: 'Given up', failed: 'Will be tried again', pending: 'Waiting', delivered: 'Sent' },
  all: 'All',
  statusFilter: 'How far they are',
  kind: 'Way',
  anyKind: 'Any way',
  kinds: { webhook: 'Webhook', monday: 'Monday.com', email: 'E-mail', messenger: 'Messenger' },
  site: 'Site',
  anySite: 'All sites',
  event: 'What about',
  anyEvent: 'About anything',
  clear: 'Clear filters',
  events: {
    'lead.completed': 'New lead',
    'lead.qualified': 'Qualified lead',
    'lead.updated': 'Changed lead',
    'session.created': 'New conversation',
    'session.completed': 'Completed conversation',
    'session.abandoned': 'Abandoned conversation',
    'session.archived': 'Archived conversation',
    'session.taken_over': 'Taken over conversation',
    'session.released': 'Conversation given back',
    'session.updated': 'Changed conversation',
    'message.created': 'Message',
    'review.issue': 'Issue found',
    'review.fixed': 'Issue fixed',
    'incident.opened': 'New error',
    'staff.invited': 'Invitation',
    'staff.reset_requested': 'New password',
  } as Record<string, string>,

  /** One sentence for each state; `to` is the receiver, `tries` how often it was tried. */
  waiting: (to: string, tries: number) =>
    tries === 0 ? `Waiting to be sent to ${to}.` : `Waiting to be sent to ${to} again.`,
  sent: (to: string, tries: number) => (tries > 1 ? `Sent to ${to} after ${tries} tries.` : `Sent to ${to}.`),
  triedAgain: (to: string, tries: number, next: string) =>
    `Sent to ${to} ${times(tries)} without success. ${next}`,
  givenUp: (to: string, tries: number) => `Sent to ${to} ${times(tries)} without success. Given up.`,
  nextAt: (time: string) => `Next try at ${time}.`,
  nextOn: (time: string) => `Next try on ${time}.`,
  nextNow: 'Next try in a moment.',
  visitorOnMessenger: 'the visitor on Messenger',
  /** Mails without an address of their own, by what they are about. */
  mailedTo: {
    'staff.invited': 'the person invited',
    'staff.reset_requested': 'the person who asked',
    'incident.opened': 'the admins',
    'review.fixed': 'whoever found the issue',
  } as Record<string, string>,
  about: (event: string, to: string) => `${event} · ${to}`,

  pick: (what: string) => `Select: ${what}`,
  again: 'Send again',
  allAgain: 'Send all again',
  selected: (n: number) => `${n} selected`,
  unselect: 'Clear the selection',
  selectShown: 'Select all shown',
  planned: (n: number) => (n === 1 ? 'It is being sent again.' : `${deliveries(n)} are being sent again.`),
  noneFitting: 'Nothing here waits to be sent again.',
  isUnderWay: 'It is being sent right now.',
  notPlanned: 'That could not be planned.',
  leadAgain: 'Send this lead again',
  leadPlanned: (n: number) =>
    n === 1 ? 'The lead is on its way again.' : `The lead is on its way again, to ${n} places.`,
  connect: 'Connect',

  emptyTitle: 'Nothing was sent out yet',
  emptyText:
    'As soon as a lead is complete, what is sent to your other tools appears here: webhooks, Monday.com items, e-mails. Say where leads should go in the settings of your site.',
  toSites: 'Connect something',
  noneTitle: 'Nothing here',
  noneText: 'No delivery fits these filters.',

  back: 'Back to the list',
  loadingOne: 'Loading the delivery',
  oneFailed: 'The delivery did not load',
  notFound: 'This delivery is not here',
  notFoundText: 'It may have been removed with its conversation, or the link is not complete.',
  facts: 'Delivery',
  to: 'To',
  way: 'Way',
  conversation: 'Conversation',
  openConversation: 'Open the conversation',
  result: 'Result',
  openResult: {
    webhook: 'Open it there',
    monday: 'Open the item in Monday.com',
    email: 'Open it there',
    messenger: 'Open it there',
  },
  since: 'Planned',
  arrived: 'Arrived',
  tries: 'Tries',
  noTries: 'It has not been tried yet.',
  number: (n: number) => `Try ${n}`,
  took: (duration: string) => `took ${duration}`,
  unfinished: 'Under way, or broken off.',
  accepted: 'The receiver took it.',
  answered: (status: number) => `Answer ${status}`,
  answer: 'Beginning of the answer',

  sentOut: 'Sent out',
  help: 'Newest first. What did not arrive is tried again by itself, for about 18 hours.',

  sync: {
    button: 'Check everything',
    busy: 'Looking at every conversation…',
    failed: 'The check did not come to its end.',
    well: (checked: string) => `All is well. Checked ${checked}, and nothing was left half done.`,
    mended: (checked: string) => `Checked ${checked}. This was left half done, and is mended now:`,
    conversations,
    unfinished:
      'There are more than one look can see. The rest is checked bit by bit, every minute, by itself.',
    close: 'Close this',
    created: (n: number) => `${conversations(n)} held elsewhere: brought in.`,
    completed: (n: number) => `${conversations(n)} with all that is asked for, still open: completed.`,
    abandoned: (n: number) => `${conversations(n)} in which nobody had said a word for an hour: closed.`,
    redelivered: (n: number) => `${deliveries(n)} that had never been planned: on the way now.`,
    recounted: (n: number) => `${conversations(n)} with a wrong count of messages: counted again.`,
    answered: (n: number) => `${conversations(n)} in which a visitor waited for an answer: answered.`,
  },
};
