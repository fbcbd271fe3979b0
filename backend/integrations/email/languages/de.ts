import type { MailTexts } from './en.ts';

export const german: MailTexts = {
  locale: 'de',
  somebodyOnMessenger: 'Jemand im Messenger',
  visitorFrom: (path) => `Besucher von ${path}`,
  visitor: 'Ein Besucher',
  about: {
    leads: 'neue Leads',
    abandoned: 'abgebrochene Gespräche',
    waiting: 'Wünsche nach einem Menschen',
    issues: 'Probleme',
    fixed: 'behobene Probleme',
    errors: 'neue Arten von Fehlern',
  },
  becauseOf: (what, site) =>
    `Sie bekommen dies, weil diese Adresse erfährt, was auf ${site} geschieht: ${what}. Ein Admin kann das in den Einstellungen der Website ändern.`,
  facts: {
    email: 'E-Mail',
    phone: 'Telefon',
    company: 'Firma',
    page: 'Seite',
    campaign: 'Kampagne',
    site: 'Website',
    when: 'Wann',
    began: 'Beginn',
    waitingSince: 'Wartet seit',
    takenOverBy: 'Übernommen von',
    cause: 'Ursache',
    fixedIn: 'Behoben in',
    foundBy: 'Gefunden von',
    fixedBy: 'Behoben von',
    conversation: 'Gespräch',
    workflow: 'Workflow',
    step: 'Schritt',
    times: 'Bisher',
    last: 'Zuletzt',
    qualified: 'Qualifiziert',
    takenOver: 'Übernommen',
    waiting: 'Warten jetzt',
    openIssues: 'Offene Probleme',
    errors: 'Fehler',
  },
  links: {
    lead: 'Lead öffnen',
    read: 'Gespräch lesen',
    conversation: 'Gespräch öffnen',
    check: 'Gespräch prüfen',
    error: 'Fehler öffnen',
    parlour: 'Parlour öffnen',
    figures: 'Zahlen ansehen',
  },
  lead: { subject: (name) => `Neuer Lead: ${name}`, badge: 'Neuer Lead' },
  abandoned: {
    subject: (name) => `Gespräch abgebrochen: ${name}`,
    preview: (site) => `Auf ${site}`,
    badge: 'Abgebrochen',
    heading: (name) => `Vor dem Ende gegangen: ${name}`,
  },
  waiting: {
    subject: (name) => `Wartet auf einen Menschen: ${name}`,
    preview: 'Hier wird ein Mensch gewünscht.',
    previewFor: (holder) => `${holder} hat übernommen und noch nicht geantwortet.`,
    badge: 'Wartet',
    heading: (name) => `${name} möchte mit einem Menschen sprechen`,
    headingFor: (name) => `${name} wartet auf eine Antwort`,
  },
  issue: {
    subject: (kind, site) => `Problem auf ${site}: ${kind}`,
    foundBy: (who) => `Gefunden von ${who ?? 'jemandem aus dem Team'}`,
    badge: 'Problem',
    heading: 'Ein Gespräch hat ein Problem',
    forFixer: 'Für alle, die es beheben',
    noteOf: (who) => `Notiz von ${who ?? 'jemandem aus dem Team'}`,
    message: (who) => `Die Nachricht, um die es geht (${who})`,
    roles: { assistant: 'Assistent', staff: 'Team', system: 'Hinweis' },
    causes: {
      prompt: 'Prompt',
      knowledge: 'Wissen',
      workflow: 'Workflow',
      model: 'Modell',
      bug: 'Programmfehler',
      other: 'Etwas anderes',
    },
  },
  fixed: {
    subject: (kind, site) => `Behoben auf ${site}: ${kind}`,
    by: (who) => `Von ${who ?? 'jemandem aus dem Team'}`,
    badge: 'Behoben',
    heading: (kind) => `Ein Problem ist behoben: ${kind}`,
    headingYours: (kind) => `Das Problem, das Sie gefunden haben, ist behoben: ${kind}`,
    reportedAs: 'So wurde es gemeldet',
    reasonYours:
      'Sie bekommen dies, weil Sie das Problem gefunden haben. In Ihrem Konto können Sie diese E-Mails abschalten.',
  },
  incident: {
    severities: { warning: 'Warnung', error: 'Fehler', critical: 'Schwerer Fehler' },
    automation: 'einer Automatisierung',
    subject: (severity, where) => `${severity} in ${where}`,
    heading: (where) => `In ${where} ist etwas fehlgeschlagen`,
    reported: 'Was gemeldet wurde',
    text: 'Geschieht es wieder, wird mitgezählt. Eine weitere E-Mail kommt erst, wenn es als erledigt galt.',
    reasonAdmin: 'Sie bekommen dies, weil Sie Admin sind und der Fehler zu keiner Website gehört.',
  },
  invited: {
    subject: 'Sie sind zu Parlour eingeladen',
    preview: 'Wählen Sie ein Passwort, und schon sind Sie dabei.',
    heading: (name) => `Willkommen, ${name}`,
    what: 'Sie sind zu Parlour eingeladen. Dort liest und beantwortet Ihr Team die Gespräche seiner Websites.',
    how: 'Wählen Sie ein Passwort, und schon sind Sie dabei. Der Link gilt einmal, 7 Tage lang.',
    action: 'Passwort wählen',
    reason: (email) =>
      `Ein Admin des Teams hat ${email} eingeladen. Wenn Sie nicht wissen, worum es geht, tun Sie nichts: Die Einladung endet von selbst.`,
  },
  reset: {
    subject: 'Neues Passwort für Parlour wählen',
    preview: 'Der Link gilt einmal, eine Stunde lang.',
    heading: 'Neues Passwort wählen',
    what: (name) =>
      `Guten Tag, ${name}. Jemand möchte ein neues Passwort für Ihr Konto, höchstwahrscheinlich Sie.`,
    how: 'Der Link gilt einmal, eine Stunde lang. Bis Sie ein neues Passwort wählen, gilt das alte.',
    reason: (email) =>
      `Dies ging an ${email}. Wenn Sie es nicht wollten, tun Sie nichts: Ohne diese E-Mail kommt niemand hinein.`,
  },
  summary: {
    subject: (date, conversations, leads) =>
      `${date}: ${conversations} ${conversations === 1 ? 'Gespräch' : 'Gespräche'}, ${leads} ${leads === 1 ? 'Lead' : 'Leads'}`,
    preview: (waiting) =>
      waiting === 0
        ? 'Niemand wartet gerade.'
        : `${waiting} Besucher ${waiting === 1 ? 'wartet' : 'warten'} jetzt auf einen Menschen.`,
    badge: (waiting) => `${waiting} ${waiting === 1 ? 'wartet' : 'warten'} jetzt`,
    none: 'Kein Gespräch hat begonnen.',
    began: (conversations, completed) =>
      `${conversations} ${conversations === 1 ? 'Gespräch hat' : 'Gespräche haben'} begonnen, davon abgeschlossen: ${completed}.`,
    left: (leads) =>
      `${leads === 0 ? 'Niemand hat' : `${leads} Besucher ${leads === 1 ? 'hat' : 'haben'}`} eine E-Mail-Adresse oder Telefonnummer hinterlassen.`,
    head: ['Website', 'Gespräche', 'Abgeschlossen', 'Leads'],
    reason:
      'Sie bekommen dies, weil Sie die tägliche Zusammenfassung gewählt haben. In Ihrem Konto können Sie sie abschalten.',
  },
  trial: {
    subject: (site) => `Test von Parlour: ${site}`,
    badge: 'Es funktioniert',
    heading: 'E-Mails von Parlour kommen hier an',
    text: (site) => `So erfahren Sie, was auf ${site} geschieht. Sie müssen nichts tun.`,
    reason: (site) => `Ein Admin hat die E-Mail-Einstellungen von ${site} ausprobiert.`,
  },
};
