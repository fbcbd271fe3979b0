/** Choosing the dashboard's language, in the account and before one has signed in. */
export const languageTexts = {
  label: 'Language',
  browser: 'As the browser says',
  loseTitle: 'Something here is not saved yet',
  loseText: 'Another language loads this page again. What you typed and did not save or send would be lost.',
  change: 'Change the language',
};
