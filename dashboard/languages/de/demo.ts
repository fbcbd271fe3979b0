import type { demoTexts as English } from '../en/demo.ts';

/** What is said about sample conversations. */
export const demoTexts: typeof English = {
  offer: 'Mit Beispielgesprächen füllen',
  offerHint:
    'Zwei Wochen davon, um jede Seite in Betrieb zu sehen. Niemandem wird etwas gesendet, und ein Klick entfernt sie.',
  progress: (done, total) => `${done} von ${total} angelegt…`,
  banner: (n) => `${n} Beispielgespräche stehen zwischen Ihren eigenen. Ihretwegen wird nichts gesendet.`,
  filling: (done, total) => `Beispielgespräche werden angelegt: ${done} von ${total}…`,
  removing: 'Die Beispielgespräche werden entfernt…',
  remove: 'Entfernen',
  goOn: 'Den Rest anlegen',
  filled: 'Die Beispielgespräche sind da. Sehen Sie sich um.',
  removed: 'Die Beispielgespräche sind weg.',
  ask: {
    heading: 'Beispielgespräche entfernen?',
    text: 'Ihre Leads, ihre Zahlen und ihre Website gehen mit. Was echten Besuchern gehört, bleibt.',
    action: 'Entfernen',
  },
};
