import type { entranceTexts as English } from '../en/entrance.ts';

export const entranceTexts: typeof English = {
  signIn: {
    welcome: 'Willkommen zurück',
    lead: 'Melden Sie sich an und sehen Sie, wer mit Ihrer Website spricht.',
    email: 'E-Mail',
    password: 'Passwort',
    button: 'Anmelden',
    forgot: 'Passwort vergessen?',
    wrong: 'E-Mail und Passwort passen nicht zusammen. Prüfen Sie beides und versuchen Sie es noch einmal.',
    missing: 'Geben Sie Ihre E-Mail-Adresse und Ihr Passwort ein.',
    signedOutMeanwhile: 'Sie wurden abgemeldet. Melden Sie sich wieder an, dann geht es hier weiter.',
  },

  forgot: {
    title: 'Passwort vergessen?',
    lead: 'Geben Sie die E-Mail-Adresse ein, mit der Sie sich anmelden. Über einen einmaligen Link wählen Sie ein neues Passwort.',
    button: 'Link anfordern',
    missing: 'Geben Sie Ihre E-Mail-Adresse ein.',
    askedTitle: 'Wir haben das notiert',
    askedText: 'Wenn diese Adresse hier jemandem gehört, gibt es einen Link für ein neues Passwort.',
    askedAdmin:
      'Wenn Parlour E-Mails sendet, sehen Sie in Ihr Postfach. Fragen Sie sonst einen Admin Ihres Teams: Dort ist zu sehen, dass Sie gefragt haben, und Sie können einen Link bekommen.',
    back: 'Zurück zur Anmeldung',
  },

  setPassword: {
    setupTitle: 'Parlour einrichten',
    setupLead: 'Sie sind zuerst hier. Legen Sie das Konto an, das sich um alles kümmert.',
    inviteTitle: 'Willkommen bei Parlour',
    inviteLead: 'Wählen Sie ein Passwort, und schon sind Sie dabei.',
    resetTitle: 'Neues Passwort wählen',
    resetLead: 'Danach sind Sie hier angemeldet und überall sonst abgemeldet.',
    name: 'Ihr Name',
    email: 'Ihre E-Mail-Adresse',
    password: 'Passwort',
    advice:
      'Mindestens 12 Zeichen. Drei oder vier zufällige Wörter sind schwer zu erraten und leicht zu merken.',
    tooShort: (missing) =>
      missing === 1 ? 'Bitte noch ein Zeichen mehr.' : `Bitte noch ${missing} Zeichen mehr.`,
    longEnough: 'Lang genug.',
    button: 'Speichern und anmelden',
    missingName: 'Geben Sie Ihren Namen ein. Besucher sehen ihn, wenn Sie ihnen antworten.',
    missingEmail: 'Geben Sie eine E-Mail-Adresse für die Anmeldung ein.',
    noToken: 'Dieser Link ist nicht vollständig. Öffnen Sie ihn noch einmal dort, wo Sie ihn bekommen haben.',
    spent: 'Dieser Link wurde schon benutzt oder ist zu alt. Fordern Sie einen neuen an.',
    toSignIn: 'Zur Anmeldung',
  },
};
