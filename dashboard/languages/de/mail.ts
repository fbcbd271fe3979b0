import type { mailTexts as English } from '../en/mail.ts';

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** What is said about mail: in a site's settings, in the outbox and in one's own account. */
export const mailTexts: typeof English = {
  card: {
    to: 'Wer E-Mails bekommt',
    toHint: 'Eine Adresse je Zeile. Jede bekommt ihre eigene E-Mail.',
    toPlaceholder: 'team@example.com',
    toWrong: (text) => `„${text}“ sieht nicht nach einer E-Mail-Adresse aus.`,
    toMany: 'Höchstens 50 Adressen.',
    events: 'Was sie erfahren',
    eventsMissing: 'Wählen Sie mindestens eines.',
    test: 'Test-E-Mail senden',
    testText: 'Sendet eine E-Mail an jede Adresse, die hier steht, gespeichert oder nicht.',
    stateFailed: 'Ob E-Mails funktionieren, konnte nicht gelesen werden.',
    sends: (from) => `E-Mails werden von ${from} gesendet.`,
    noBounces:
      'Ohne RESEND_WEBHOOK_SECRET bemerkt niemand, wenn eine Adresse E-Mails ablehnt. Wie Sie es setzen, steht im README.',
    outbox:
      'E-Mail ist nicht eingerichtet: RESEND_API_KEY fehlt. Bis dahin werden E-Mails aufbewahrt, und nichts geht verloren.',
    toOutbox: (n) =>
      n === 0
        ? 'Postausgang ansehen'
        : n === 1
          ? '1 E-Mail im Postausgang ansehen'
          : `${n} E-Mails im Postausgang ansehen`,
    marked: 'An diese Adressen wird nichts gesendet',
    clear: 'Wieder dorthin senden',
    cleared: (address) => `E-Mails gehen wieder an ${address}.`,
    clearFailed: 'Die Sperre konnte nicht aufgehoben werden.',
  },

  marks: {
    bounced: 'Kam zurück',
    complained: 'Als Spam gemeldet',
    suppressed: 'Bei Resend gesperrt',
    failed: 'Nicht zustellbar',
  },

  events: {
    'lead.completed': {
      title: 'Neuer Lead',
      text: 'Ein Gespräch ging zu Ende und hinterließ eine E-Mail-Adresse oder Telefonnummer.',
    },
    'session.waiting': {
      title: 'Besucher wartet',
      text: 'Jemand hat um einen Menschen gebeten oder wartet auf den, der übernommen hat.',
    },
    'review.issue': {
      title: 'Mangel gefunden',
      text: 'Bei einer Prüfung ist an einem Gespräch etwas aufgefallen.',
    },
    'review.fixed': { title: 'Mangel behoben', text: 'Jemand sagt, dass es in Ordnung gebracht ist.' },
    'incident.opened': {
      title: 'Workflow-Fehler',
      text: 'Eine neue Art von Fehler, oder einer, der schon erledigt war.',
    },
    'session.abandoned': {
      title: 'Gespräch abgebrochen',
      text: 'Der Besucher hat lange nichts geschrieben.',
    },
  },

  outbox: {
    text: 'E-Mails, die geschrieben wurden, als nichts sie senden konnte. Sie werden 90 Tage aufbewahrt.',
    canSend:
      'E-Mail ist jetzt eingerichtet. Was hier liegt, wird nicht von selbst gesendet: Senden Sie, was noch zählt.',
    cannotSend:
      'Setzen Sie RESEND_API_KEY und MAIL_FROM, dann werden neue E-Mails gesendet. Was hier liegt, bleibt, bis Sie es senden.',
    failedTitle: 'Der Postausgang wurde nicht geladen',
    emptyTitle: 'Der Postausgang ist leer',
    emptyText:
      'Wenn E-Mail nicht eingerichtet ist, wird hier zum Lesen aufbewahrt, was gesendet worden wäre.',
    emptyReady: 'E-Mail ist eingerichtet, deshalb muss hier nichts aufbewahrt werden.',
    to: (address) => `an ${address}`,
    sent: 'Gesendet',
    open: 'Lesen',
    looks: 'Wie sie aussieht',
    plain: 'Als Text',
    how: 'Wie sie gezeigt wird',
    frame: (subject) => `Die E-Mail „${subject}“`,
    loading: 'Die E-Mail wird geladen',
    hidesLink:
      'Der Link in dieser E-Mail ist hier verborgen, da nur die gemeinte Person ihn haben darf. Unter „Personen“ können Sie einen zum Weitergeben erstellen.',
    toPeople: 'Zu den Personen',
    conversation: 'Gespräch öffnen',
    send: 'Jetzt senden',
    sendAgain: 'Erneut senden',
    sending: 'Sie wird gesendet. Wie es ausging, steht bei den Zustellungen.',
    sendFailed: 'Sie konnte nicht gesendet werden.',
    needsKey: 'Kann gesendet werden, sobald E-Mail eingerichtet ist.',
  },

  account: {
    title: 'E-Mails an Sie',
    text: 'Welche E-Mails Sie bekommen. E-Mails zu Ihrer Anmeldung kommen immer.',
    daily: 'Tägliche Zusammenfassung',
    dailyText:
      'Um acht Uhr morgens: Gespräche, Leads und offene Mängel vom Vortag. Nach ruhigen Tagen kommt keine.',
    fixed: 'Wenn ein Mangel behoben ist, den ich gefunden habe',
    fixedText: 'Damit Sie es prüfen können.',
    failed: 'Ihre Auswahl wurde nicht geladen.',
    saveFailed: 'Das konnte nicht gespeichert werden.',
    problem: (why) =>
      `An Ihre Adresse wird nichts gesendet: ${lowerFirst(why)}. Ein Admin kann das unter „Personen“ aufheben.`,
  },

  people: { clear: 'Wieder E-Mails dorthin senden' },
};
