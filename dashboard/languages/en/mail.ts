/** What is said about mail: in a site's settings, in the outbox and in one's own account. */
export const mailTexts = {
  card: {
    to: 'Who gets mail',
    toHint: 'One address a line. Each gets a mail of their own.',
    toPlaceholder: 'team@example.com',
    toWrong: (text: string) => `“${text}” does not look like an e-mail address.`,
    toMany: 'At most 50 addresses.',
    events: 'What they are told',
    eventsMissing: 'Choose at least one.',
    test: 'Send a test mail',
    testText: 'Sends one mail to each address as it stands here, saved or not.',
    stateFailed: 'Whether mail works could not be read.',
    sends: (from: string) => `Mails are sent from ${from}.`,
    noBounces:
      'Without RESEND_WEBHOOK_SECRET nobody notices when an address refuses mail. The README says how to set it.',
    outbox: 'Mail is not set up: RESEND_API_KEY is missing. Until then mails are kept, and nothing is lost.',
    toOutbox: (n: number) =>
      n === 0 ? 'See the outbox' : n === 1 ? 'See 1 mail in the outbox' : `See ${n} mails in the outbox`,
    marked: 'Nothing is sent to these addresses',
    clear: 'Send there again',
    cleared: (address: string) => `Mail goes to ${address} again.`,
    clearFailed: 'The mark could not be cleared.',
  },

  marks: {
    bounced: 'Mail came back',
    complained: 'Reported as spam',
    suppressed: 'Blocked at Resend',
    failed: 'Could not be sent',
  },

  events: {
    'lead.completed': {
      title: 'New lead',
      text: 'A conversation ended and left an e-mail address or a phone number.',
    },
    'session.waiting': {
      title: 'Visitor waits',
      text: 'Somebody asked for a person, or waits for the one who took over.',
    },
    'review.issue': { title: 'Issue found', text: 'A reviewer found something wrong with a conversation.' },
    'review.fixed': { title: 'Issue fixed', text: 'Somebody says that it is mended.' },
    'incident.opened': {
      title: 'Workflow error',
      text: 'A new kind of error, or one that had been resolved.',
    },
    'session.abandoned': { title: 'Conversation abandoned', text: 'The visitor has not written for long.' },
  },

  outbox: {
    text: 'Mails that were written while nothing could send them. They are kept for 90 days.',
    canSend: 'Mail is set up now. What is in here is not sent by itself: send on what still matters.',
    cannotSend:
      'Set RESEND_API_KEY and MAIL_FROM, and new mails are sent. What is in here stays until you send it on.',
    failedTitle: 'The outbox did not load',
    emptyTitle: 'The outbox is empty',
    emptyText: 'When mail is not set up, what would have been sent is kept here to be read.',
    emptyReady: 'Mail is set up, so nothing has to be kept here.',
    to: (address: string) => `to ${address}`,
    sent: 'Sent',
    open: 'Read',
    looks: 'As it looks',
    plain: 'As text',
    how: 'How to show it',
    frame: (subject: string) => `The mail “${subject}”`,
    loading: 'Loading the mail',
    hidesLink:
      'The link in this mail is hidden here, as only its person may have it. In People you can make one to pass on.',
    toPeople: 'Go to People',
    conversation: 'Open the conversation',
    send: 'Send it now',
    sendAgain: 'Send it again',
    sending: 'It is being sent. How it went stands among the deliveries.',
    sendFailed: 'It could not be sent.',
    needsKey: 'Can be sent once mail is set up.',
  },

  account: {
    title: 'Mails to you',
    text: 'Which mails you get. Mails about your sign-in always come.',
    daily: 'Daily summary',
    dailyText:
      'At eight in the morning: conversations, leads and open issues of the day before. Quiet days bring none.',
    fixed: 'When an issue I found is fixed',
    fixedText: 'So that you can check it.',
    failed: 'Your choices did not load.',
    saveFailed: 'That could not be saved.',
    problem: (why: string) =>
      `Nothing is sent to your address: ${why.toLowerCase()}. An admin can clear that in People.`,
  },

  people: { clear: 'Send mail there again' },
};
