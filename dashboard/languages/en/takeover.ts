/** What the dashboard says about taking conversations over, writing in them, and being told of them. */
import { number } from '../locale.ts';

export const takeoverTexts = {
  assistantAnswers: 'The assistant answers here.',
  youHaveIt: 'You have this conversation. The assistant is silent.',
  otherHasIt: (name: string) => `${name} has this conversation.`,
  colleague: 'A colleague',
  takeOver: 'Take over',
  takeOverFrom: (name: string) => `Take over from ${name}`,
  handBack: 'Hand back to the assistant',
  tookItFirst: (name: string) =>
    `${name} was a moment faster. You can take over if you have talked about it.`,
  write: 'Write to the visitor',
  send: 'Send',
  sendHint: 'Enter sends, Shift and Enter makes a new line.',
  tooLong: (over: number) =>
    over === 1 ? 'One character too long.' : `${number(over)} characters too long.`,
  visitorTypes: (name: string) => `${name} is typing`,
  typing: 'Typing…',
  waiting: 'Waiting',
  waitingFor: (time: string) => `Waiting ${time}`,
  waitingSince: (time: string) => `The visitor waits for an answer since ${time}`,
  wantsPerson: 'Wants a person',
  wantsPersonSince: (time: string) => `The assistant told the team on ${time} that a person is wanted`,

  /** What Facebook allows, where a conversation is on Messenger. */
  messenger: {
    soon: (hours: number) =>
      `Facebook takes answers for another ${hours === 1 ? 'hour' : `${hours} hours`}. After that only what a person writes.`,
    onlyPeople: (days: number) =>
      `The assistant may not answer here any more. Facebook takes what a person writes for another ${days === 1 ? 'day' : `${days} days`}.`,
    closed: 'Facebook takes no answer any more: the person has not written for 7 days.',
    never: 'The person has not written yet. Facebook takes an answer only after they do.',
  },

  notify: {
    title: 'Notifications',
    text: 'For this browser only. Each new conversation is told once, and you hear when a visitor waits for your answer.',
    on: 'Tell me of new and waiting conversations',
    previews: 'Show what the visitor wrote',
    previewsText: 'Off: a notification names the page and nothing personal. Others may see your screen.',
    blocked:
      'Your browser blocks notifications from this page. Allow them in its site settings, then come back.',
    unsupported: 'This browser can’t show notifications from a page.',
    newTitle: 'New conversation',
    waitingTitle: 'A visitor waits for your answer',
    wantedTitle: 'A visitor would like to talk to a person',
    from: (path: string, site: string) => `From ${path} on ${site}`,
    onSite: (site: string) => `On ${site}`,
  },
};
