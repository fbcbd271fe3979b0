/** What the settings of Monday.com say. They load with the page of a site. */
export const mondayTexts = {
  token: 'Token',
  tokenHint:
    'In Monday: your picture at the top right, Developers, “My access tokens”. Items are made in the name of its owner.',
  connect: 'Connect',
  connectAgain: 'Choose another board',
  refresh: 'Read the boards again',
  connecting: 'Asking Monday for its boards',
  reading: 'Reading the board',
  connected: (n: number) =>
    n === 1 ? 'Connected. There is one board.' : `Connected. There are ${n} boards.`,
  failed: 'Monday could not be asked.',
  apiUrl: 'Address of the API',
  apiUrlHint: 'Only for a proxy of your own. Empty: Monday’s own.',
  more: 'Another address',

  board: 'Board',
  boardHint: 'Each lead becomes one item on it.',
  group: 'Group',
  groupHint: 'Where new items appear.',
  firstGroup: 'The first group',

  when: 'Which leads',
  whens: { completed: 'Every completed lead', qualified: 'Qualified leads only' },
  whenHint: {
    completed: 'As soon as a conversation is complete and there is an e-mail address or a phone number.',
    qualified: 'As soon as somebody of your team calls the lead qualified.',
  },
  followUp: 'Later changes of the lead change the item. What you change on the board stays as it is.',

  columns: 'What goes where',
  told: 'What the visitor tells',
  around: 'About the conversation',
  campaign: 'Campaign and more',
  itemName: 'Name of the item',
  notSent: 'Not sent',
  noFit: (types: string) => `No column of the board fits: ${types}`,
  taken: ', taken already',
  gone: 'A column that is gone',
  suggest: 'Choose by name and type',
  suggested: (n: number) =>
    n === 0
      ? 'No column fits by its name. Choose them yourself.'
      : n === 1
        ? '1 column was chosen by its name and type. Look it over before you save.'
        : `${n} columns were chosen by their names and types. Look them over before you save.`,
  idHint: 'With it the item is found again for certain, whatever happens in between.',

  sources: {
    name: 'Name',
    email: 'E-mail',
    phone: 'Phone',
    company: 'Company',
    'session.link': 'Link to the conversation',
    'session.startedAt': 'Began on',
    'session.transcript': 'The whole talk',
    'session.id': 'Id of the conversation',
    'page.url': 'Page, as a link',
    'page.title': 'Title of the page',
    'site.name': 'Name of the site',
    'lead.score': 'Score',
    'lead.qualification': 'Qualification',
    'lead.consent': 'Consent',
    'utm.source': 'Campaign source',
    'utm.medium': 'Campaign medium',
    'utm.campaign': 'Campaign',
    'utm.term': 'Campaign term',
    'utm.content': 'Campaign content',
  },
  /** Types of columns as Monday calls them. */
  types: {
    text: 'Text',
    long_text: 'Long text',
    email: 'E-mail',
    phone: 'Phone',
    status: 'Status',
    dropdown: 'Dropdown',
    date: 'Date',
    numbers: 'Numbers',
    link: 'Link',
    checkbox: 'Checkbox',
  },

  test: 'Test the connection',
  testText:
    'Looks for the board, the group and each column with the settings as they stand here. It makes nothing.',
  link: 'Item on Monday',
  open: 'Open the item',
};
