/** What is said before one is in: signing in, a forgotten password, choosing one by a link. */
export const entranceTexts = {
  signIn: {
    welcome: 'Welcome back',
    lead: 'Sign in to see who is talking with your site.',
    email: 'E-mail',
    password: 'Password',
    button: 'Sign in',
    forgot: 'Forgot password?',
    wrong: 'That e-mail and password don’t go together. Check both and try again.',
    missing: 'Fill in your e-mail and your password.',
    signedOutMeanwhile: 'You were signed out. Sign in again to go on where you were.',
  },

  forgot: {
    title: 'Forgot your password?',
    lead: 'Tell us the e-mail you sign in with. A one-time link lets you choose a new password.',
    button: 'Ask for a link',
    missing: 'Fill in your e-mail.',
    askedTitle: 'We noted that',
    askedText: 'If this e-mail belongs to somebody here, they can get a link for a new password.',
    askedAdmin:
      'Where Parlour sends e-mail, look into your mailbox. Otherwise ask an admin of your team: they see that you asked and can give you a link.',
    back: 'Back to sign in',
  },

  setPassword: {
    setupTitle: 'Set up Parlour',
    setupLead: 'You are the first here. Make the account that looks after everything.',
    inviteTitle: 'Welcome to Parlour',
    inviteLead: 'Choose a password, and you are in.',
    resetTitle: 'Choose a new password',
    resetLead: 'After this you are signed in here and signed out everywhere else.',
    name: 'Your name',
    email: 'Your e-mail',
    password: 'Password',
    advice: 'At least 12 characters. Three or four random words are hard to guess and easy to remember.',
    tooShort: (missing: number) =>
      missing === 1 ? 'One character more, please.' : `${missing} characters more, please.`,
    longEnough: 'Long enough.',
    button: 'Save and sign in',
    missingName: 'Tell us your name. Visitors see it when you answer them.',
    missingEmail: 'Give an e-mail address to sign in with.',
    noToken: 'This link is not complete. Open it again from where you got it.',
    spent: 'This link has been used or is too old. Ask for a new one.',
    toSignIn: 'Go to sign in',
  },
};
