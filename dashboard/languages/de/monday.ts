import type { mondayTexts as English } from '../en/monday.ts';

/** What the settings of Monday.com say. They load with the page of a site. */
export const mondayTexts: typeof English = {
  token: 'Token',
  tokenHint:
    'In Monday: Ihr Bild oben rechts, Developers, „My access tokens“. Einträge werden im Namen des Besitzers erstellt.',
  connect: 'Verbinden',
  connectAgain: 'Anderes Board wählen',
  refresh: 'Boards neu lesen',
  connecting: 'Monday wird nach seinen Boards gefragt',
  reading: 'Das Board wird gelesen',
  connected: (n) => (n === 1 ? 'Verbunden. Es gibt ein Board.' : `Verbunden. Es gibt ${n} Boards.`),
  failed: 'Monday konnte nicht gefragt werden.',
  apiUrl: 'Adresse der API',
  apiUrlHint: 'Nur für einen eigenen Proxy. Leer: die von Monday.',
  more: 'Andere Adresse',

  board: 'Board',
  boardHint: 'Jeder Lead wird ein Eintrag darauf.',
  group: 'Gruppe',
  groupHint: 'Wo neue Einträge erscheinen.',
  firstGroup: 'Die erste Gruppe',

  when: 'Welche Leads',
  whens: { completed: 'Jeder vollständige Lead', qualified: 'Nur qualifizierte Leads' },
  whenHint: {
    completed: 'Sobald ein Gespräch abgeschlossen ist und es eine E-Mail-Adresse oder Telefonnummer gibt.',
    qualified: 'Sobald jemand aus Ihrem Team den Lead als qualifiziert markiert.',
  },
  followUp:
    'Spätere Änderungen am Lead ändern den Eintrag. Was Sie auf dem Board ändern, bleibt, wie es ist.',

  columns: 'Was wohin kommt',
  told: 'Was der Besucher sagt',
  around: 'Zum Gespräch',
  campaign: 'Kampagne und mehr',
  itemName: 'Name des Eintrags',
  notSent: 'Nicht gesendet',
  noFit: (types) => `Keine Spalte des Boards passt: ${types}`,
  taken: ', schon vergeben',
  gone: 'Eine Spalte, die es nicht mehr gibt',
  suggest: 'Nach Name und Typ auswählen',
  suggested: (n) =>
    n === 0
      ? 'Keine Spalte passt dem Namen nach. Wählen Sie sie selbst.'
      : n === 1
        ? '1 Spalte wurde nach Name und Typ ausgewählt. Sehen Sie sie durch, bevor Sie speichern.'
        : `${n} Spalten wurden nach Name und Typ ausgewählt. Sehen Sie sie durch, bevor Sie speichern.`,
  idHint: 'Damit wird der Eintrag sicher wiedergefunden, was auch immer dazwischen geschieht.',

  sources: {
    name: 'Name',
    email: 'E-Mail',
    phone: 'Telefon',
    company: 'Firma',
    'session.link': 'Link zum Gespräch',
    'session.startedAt': 'Beginn',
    'session.transcript': 'Das ganze Gespräch',
    'session.id': 'ID des Gesprächs',
    'page.url': 'Seite, als Link',
    'page.title': 'Titel der Seite',
    'site.name': 'Name der Website',
    'lead.score': 'Punkte',
    'lead.qualification': 'Qualifizierung',
    'lead.consent': 'Einwilligung',
    'utm.source': 'Quelle der Kampagne',
    'utm.medium': 'Medium der Kampagne',
    'utm.campaign': 'Kampagne',
    'utm.term': 'Suchbegriff der Kampagne',
    'utm.content': 'Inhalt der Kampagne',
  },
  /** Types of columns as Monday calls them. */
  types: {
    text: 'Text',
    long_text: 'Langer Text',
    email: 'E-Mail',
    phone: 'Telefon',
    status: 'Status',
    dropdown: 'Dropdown',
    date: 'Datum',
    numbers: 'Zahlen',
    link: 'Link',
    checkbox: 'Kontrollkästchen',
  },

  test: 'Verbindung testen',
  testText:
    'Sucht das Board, die Gruppe und jede Spalte, mit den Einstellungen, wie sie hier stehen. Es wird nichts angelegt.',
  link: 'Eintrag auf Monday',
  open: 'Eintrag öffnen',
};
