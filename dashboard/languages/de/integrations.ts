import type { integrationTexts as English } from '../en/integrations.ts';
import { number } from '../locale.ts';

const many = (n: number) => (n >= 10_000 ? `Mehr als ${number(10_000)}` : number(n));

/** What the settings of the integrations say. They load with the page of a site. */
export const integrationTexts: typeof English = {
  lead: 'Wohin Leads und Neuigkeiten von selbst gehen, und auf welchen anderen Wegen man Ihnen hierher schreiben kann.',
  loading: 'Ihr Stand wird geladen',
  failed: 'Ihr Stand wurde nicht geladen.',

  kinds: {
    webhook: {
      title: 'Webhook',
      text: 'Sagt n8n oder einem anderen Programm, was hier geschieht, in dem Moment, in dem es geschieht.',
    },
    monday: { title: 'Monday.com', text: 'Setzt jeden Lead auf ein Board und hält ihn dort aktuell.' },
    messenger: {
      title: 'Facebook Messenger',
      text: 'Was Menschen Ihrer Seite schreiben, kommt hier an und wird wie im Chat beantwortet.',
    },
    email: { title: 'E-Mail', text: 'Meldet Leads und Prüfungen dort, wo Ihr Team ohnehin liest.' },
  },

  open: 'Einstellungen',
  setUp: 'Einrichten',
  close: 'Schließen',
  openOf: (title) => `(${title})`,

  states: {
    none: 'Nicht eingerichtet',
    ready: 'Eingerichtet',
    works: 'Funktioniert',
    failing: 'Gestört',
    off: 'Ausgeschaltet',
  },
  lastSuccess: 'Zuletzt gelungen',
  lastFailure: 'Zuletzt gescheitert',
  never: 'Noch nichts gesendet',
  waiting: (n) => (n === 1 ? '1 wartet auf Versand' : `${many(n)} warten auf Versand`),
  dead: (n) => (n === 1 ? '1 wurde aufgegeben' : `${many(n)} wurden aufgegeben`),
  offText: 'Der Empfänger möchte nichts mehr bekommen. Was inzwischen geschieht, wird nicht gesendet.',
  enable: 'Wieder einschalten',
  enabled: 'Wieder eingeschaltet. Was ab jetzt geschieht, wird gesendet.',
  enableFailed: 'Es konnte nicht eingeschaltet werden.',
  deliveries: 'Zustellungen ansehen',
  retry: 'Aufgegebene erneut senden',
  retried: (n) => (n === 1 ? '1 wird jetzt erneut gesendet.' : `${many(n)} werden jetzt erneut gesendet.`),
  retryFailed: 'Sie konnten nicht erneut gesendet werden.',

  test: { busy: 'Warten auf eine Antwort', failed: 'Der Test selbst kam nicht durch.' },

  addressWrong: 'Eine Adresse beginnt mit https:// oder http://.',
  headerWrong:
    'Ein Header hat nur Buchstaben, Ziffern und Bindestriche, und ist keiner, der sagt, wie die Nachricht gesendet wird.',

  webhook: {
    url: 'Adresse',
    urlHint:
      'In n8n: die Production URL eines Webhook-Knotens. Jede Nachricht wird dorthin als JSON gesendet.',
    urlPlaceholder: 'https://n8n.example.com/webhook/…',
    events: 'Was er erfährt',
    eventsMissing: 'Wählen Sie mindestens eines.',
    secret: 'Geheimnis für Signaturen',
    secretHint:
      'Jede Nachricht wird damit signiert (Standard Webhooks), damit der Empfänger sicher sein kann, dass sie von hier kommt.',
    noSecret: 'Noch keines: Nachrichten werden nicht signiert.',
    make: 'Geheimnis erstellen',
    replaceTitle: 'Neues Geheimnis erstellen?',
    replaceText:
      '24 Stunden lang wird mit beiden signiert, damit Sie es beim Empfänger in Ruhe ändern können.',
    replaceAction: 'Neues erstellen',
    made: 'Das Geheimnis für Signaturen',
    madeText: 'Geben Sie es dem Empfänger, der damit Signaturen prüft.',
    makeFailed: 'Das Geheimnis konnte nicht erstellt werden.',
    bothUntil: 'Das vorige signiert noch mit bis',
    header: 'Header',
    headerHint:
      'Für Empfänger, die keine Signaturen prüfen können, etwa „Header Auth“ in n8n. Leer: Authorization.',
    headerSecret: 'Wert des Headers',
    headerSecretHint: 'Geht mit jeder Nachricht mit. Geben Sie dem Webhook-Knoten in n8n denselben.',
    more: 'Ein Header, der beweist, wer sendet',
    test: 'Test senden',
    testText:
      'Sendet eine Nachricht der Art „test“, mit den Einstellungen, wie sie hier stehen, gespeichert oder nicht.',
    preview: 'Was gesendet wird',
    previewEvent: 'Beispiel für',
    previewReal: 'Aus dem neuesten passenden Gespräch dieser Website.',
    previewMadeUp: 'Ein erfundenes Beispiel: Diese Website hat noch kein passendes Gespräch.',
    previewFailed: 'Das Beispiel wurde nicht geladen.',
    previewCode: 'Die Nachricht als JSON',
    workflows: 'Ein Workflow für n8n, der das auseinandernimmt, ist fertig zum Importieren:',
    workflow: '„Completed lead“ herunterladen',
  },

  events: {
    'lead.completed': {
      title: 'Lead vollständig',
      text: 'Ein Gespräch ging zu Ende und hinterließ eine E-Mail-Adresse oder Telefonnummer. Einmal für jeden.',
    },
    'lead.qualified': {
      title: 'Lead qualifiziert',
      text: 'Jemand aus Ihrem Team hält ihn für aussichtsreich.',
    },
    'lead.updated': { title: 'Lead geändert', text: 'Bei jeder neuen oder geänderten Angabe.' },
    'session.completed': { title: 'Gespräch abgeschlossen', text: 'Mit oder ohne Lead.' },
    'session.abandoned': {
      title: 'Gespräch abgebrochen',
      text: 'Der Besucher hat lange nichts geschrieben.',
    },
    'session.waiting': {
      title: 'Besucher wartet',
      text: 'Jemand im Chat möchte einen Menschen, und keiner ist da.',
    },
    'session.taken_over': {
      title: 'Mensch hat übernommen',
      text: 'Jemand aus Ihrem Team antwortet anstelle der KI.',
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
  },
};
