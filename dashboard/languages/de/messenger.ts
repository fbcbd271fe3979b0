import type { messengerTexts as English } from '../en/messenger.ts';

/** What the settings of Facebook Messenger say. They load with the page of a site. */
export const messengerTexts: typeof English = {
  stepsTitle: 'So verbinden Sie eine Seite',
  steps: [
    'Öffnen oder erstellen Sie auf developers.facebook.com eine App und fügen Sie Messenger hinzu. Sie müssen Admin der Seite sein.',
    'Verbinden Sie unter Messenger, „API settings“ die Seite und erzeugen Sie ihr Token. Kopieren Sie das Token und die ID der Seite in die Felder unten.',
    'Kopieren Sie unter „App settings“, „Basic“ das App-Geheimnis in sein Feld. Erstellen Sie hier ein Prüf-Token und speichern Sie dann diese Seite.',
    'Zurück unter Messenger, „Configure webhooks“: Fügen Sie die Callback-URL und das Prüf-Token ein und lassen Sie Facebook beides prüfen.',
    'Abonnieren Sie für die Seite messages, messaging_postbacks, messaging_referrals und message_echoes. Probieren Sie es dann unten aus.',
  ],
  pageId: 'ID der Seite',
  pageIdHint: 'Eine lange Zahl. Sie steht auch auf der Seite unter „Info“, „Seitentransparenz“.',
  pageToken: 'Token der Seite',
  pageTokenHint: 'Damit antwortet Parlour im Namen der Seite.',
  appSecret: 'App-Geheimnis',
  appSecretHint: 'Beweist, dass eine Nachricht von Facebook kommt. Ohne das wird keiner geglaubt.',
  verifyToken: 'Prüf-Token',
  verifyTokenHint: 'Ein Passwort, das Facebook einmal vorzeigt, wenn Sie den Webhook einrichten.',
  make: 'Erstellen',
  makeNew: 'Neues erstellen',
  made: 'Kopieren Sie es jetzt, es wird nicht noch einmal gezeigt. Es gilt, sobald Sie speichern.',
  verifySet: (hint) => (hint.length > 3 ? `Gesetzt, endet auf ${hint}` : 'Gesetzt'),
  callback: 'Callback-URL',
  callbackHint: 'Facebook muss sie erreichen können: eine Adresse mit https, die im Internet offen ist.',
  stateFailed: 'Die Callback-URL wurde nicht geladen.',
  graphUrl: 'Adresse von Facebook',
  graphUrlHint: 'Nur für den Weg über einen eigenen Proxy. Leer: Facebook selbst.',
  more: 'Mehr',
  testText:
    'Fragt Facebook nach der Seite, mit den Einstellungen, wie sie hier stehen, gespeichert oder nicht. Niemand bekommt eine Nachricht.',
  test: 'Ausprobieren',
  lastEvent: 'Facebook hat sich zuletzt gemeldet',
  never: 'Facebook hat sich noch nicht gemeldet. Schreiben Sie Ihrer Seite, um es auszuprobieren.',
};
