import type { labelTexts as English } from '../en/labels.ts';
import { number } from '../locale.ts';

/** What the settings say about labels. */
export const labelTexts: typeof English = {
  text: 'Wörter, mit denen Ihr Team Gespräche wiederfindet. Was Sie hier ändern, ändert sich überall.',
  create: 'Neues Etikett',
  createTitle: 'Neues Etikett',
  changeTitle: (name) => `„${name}“ ändern`,
  name: 'Name',
  nameHint: 'Zum Beispiel: zurückrufen, großer Auftrag',
  missingName: 'Geben Sie dem Etikett einen Namen.',
  color: 'Farbe',
  colors: {
    grey: 'Grau',
    teal: 'Petrol',
    green: 'Grün',
    amber: 'Gelb',
    red: 'Rot',
    violet: 'Violett',
    blue: 'Blau',
  },
  make: 'Etikett anlegen',
  made: (name) => `Das Etikett „${name}“ wurde angelegt.`,
  saved: (name) => `Das Etikett „${name}“ wurde gespeichert.`,
  change: (name) => `${name} ändern`,
  remove: (name) => `${name} entfernen`,
  active: (n) => (n === 1 ? '1 Gespräch' : `${number(n)} Gespräche`),
  archived: (n) => `${number(n)} archiviert`,
  many: (n) => `${number(n)} Gespräche oder mehr`,
  unused: 'An keinem Gespräch',
  failedTitle: 'Die Etiketten wurden nicht geladen',
  emptyTitle: 'Noch keine Etiketten',
  emptyText:
    'Legen Sie hier oder neben einem offenen Gespräch eines an. Die Liste lässt sich dann darauf eingrenzen.',
  onlyAdmins: 'Nur Admins können Etiketten entfernen, denn dann verliert sie jedes Gespräch.',
  askRemove: (name) => `Etikett „${name}“ entfernen?`,
  askRemoveUnused: 'Kein Gespräch trägt es.',
  askRemoveText: (n) =>
    n === 1
      ? '1 Gespräch verliert es. Das lässt sich nicht zurücknehmen.'
      : `${number(n)} Gespräche verlieren es. Das lässt sich nicht zurücknehmen.`,
  askRemoveMany: (n) => `${number(n)} Gespräche oder mehr verlieren es. Das lässt sich nicht zurücknehmen.`,
  removeIt: 'Entfernen',
  removed: (name) => `Das Etikett „${name}“ wurde entfernt.`,
};
