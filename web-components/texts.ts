/** Every text the widget shows, in English. What stands in braces is filled in. */
export const english = {
  open: 'Open chat',
  close: 'Close chat',
  chat: 'Chat',
  assistant: 'Assistant',
  joined: '{name} joined the chat',
  menu: 'More',
  message: 'Your message',
  placeholder: 'Write a message',
  send: 'Send',
  typing: '{name} is typing',
  newMessages: 'New messages',
  notSent: 'Not sent.',
  tryAgain: 'Try again',
  left: '{count} characters left',
  tooLong: 'Too long by {count} characters',
  offline: 'You seem to be offline. Messages will be sent when you are back.',
  noReply: 'The answer did not come through.',
  slowDown: 'That was a little fast. Try again in {seconds} seconds.',
  notHere: 'This chat is not switched on for this website.',
  unavailable: 'That did not work just now. Please try again.',
  startOver: 'Start over',
  startOverSure: 'Start a new chat? This one will be gone from here.',
  end: 'End chat',
  endSure: 'End this chat?',
  erase: 'Delete my chat',
  eraseSure: 'Delete this chat and your details for good?',
  erased: 'Your chat has been deleted.',
  cancel: 'Cancel',
  details: 'Leave your details',
  detailsSaved: 'Thank you. Your details are noted.',
  save: 'Save',
  optional: 'optional',
  agree: 'I agree',
  rate: 'How was this chat?',
  star: '{count} of 5',
  comment: 'Anything to add?',
  rated: 'Thank you for rating.',
};

/** `dismiss` belongs to the bubble beside the closed chat; the loader has its English. */
export type Texts = typeof english & { dismiss?: string };

/** Puts a value in the place of a text: `fill('{name} is typing', 'Ana')`. */
export const fill = (text: string, value: string | number): string =>
  text.replace(/\{\w+\}/, () => `${value}`);
