import type { HeldConversation, PersonCounts } from '../../../backend/privacy/schema.ts';
import type { privacyTexts as English, countWords as EnglishCounts } from '../en/privacy.ts';
import { number } from '../locale.ts';

const many = (one: string, more: string) => (n: number) => `${number(n)} ${n === 1 ? one : more}`;

const counted: Record<keyof PersonCounts, (n: number) => string> = {
  sessions: many('Gespräch', 'Gespräche'),
  messages: many('Nachricht', 'Nachrichten'),
  leads: many('Lead', 'Leads'),
  notes: many('Notiz des Teams', 'Notizen des Teams'),
  reviews: many('Prüfung', 'Prüfungen'),
  deliveries: many('Zustellung', 'Zustellungen'),
  incidents: many('Workflow-Fehler', 'Workflow-Fehler'),
  mentions: many('Erwähnung an anderer Stelle', 'Erwähnungen an anderer Stelle'),
};

/** "2 Gespräche", "14 Nachrichten", without what there is none of. */
export const countWords: typeof EnglishCounts = (counts) =>
  (Object.keys(counted) as (keyof PersonCounts)[])
    .filter((name) => (counts[name] ?? 0) > 0)
    .map((name) => counted[name](counts[name] ?? 0));

export const foundIn: Record<HeldConversation['foundIn'][number], string> = {
  lead: 'ist der Lead',
  history: 'stand früher im Lead',
  message: 'steht in einer Nachricht',
  visit: 'steht in der Herkunft',
};

/** What Settings > Privacy says. It loads with that page. */
export const privacyTexts: typeof English = {
  text: 'Geben Sie Auskunft, was Sie über eine Person gespeichert haben, oder löschen Sie es.',

  person: 'Eine Person',
  personText:
    'Alles wird durchsucht: Leads und was früher darin stand, jede Nachricht, Notizen, Zustellungen und Fehler.',
  contact: 'E-Mail oder Telefon',
  contactHint: 'Eine Telefonnummer mit Ländervorwahl, etwa +49.',
  find: 'Suchen',
  finding: 'Jedes Gespräch wird gelesen…',
  missing: 'Geben Sie eine E-Mail-Adresse oder Telefonnummer ein.',
  nothing: (contact) => `Über ${contact} ist nichts gespeichert.`,
  nothingText: 'Wenn die Person eine andere Adresse oder Nummer benutzt hat, suchen Sie auch danach.',
  held: (contact) => `Gespeichert über ${contact}`,
  conversations: 'Gespräche',
  visitor: (page) => (page ? `Besucher von ${page}` : 'Ein Besucher'),
  newest: (n) => `Die neuesten ${n} werden gezeigt.`,
  mentionsHint: 'Wo andere Gespräche die Adresse oder Nummer erwähnen, wird nur die Erwähnung entfernt.',

  download: 'Alles herunterladen',
  downloaded: 'Die Datei liegt in Ihren Downloads.',
  downloadBroke: 'Die Datei kam nicht vollständig an. Bitte versuchen Sie es noch einmal.',
  fileName: (day) => `person-${day}.json`,

  erase: 'Löschen…',
  eraseTitle: (contact) => `Alles über ${contact} löschen?`,
  eraseText: 'Dies verschwindet endgültig und für alle. Es lässt sich nicht rückgängig machen:',
  eraseAfter:
    'Es bleibt auch gelöscht, wenn eine ältere Sicherung eingespielt wird. Was schon hinausging, etwa E-Mails, Webhooks und Einträge bei Monday.com, wird nicht zurückgeholt.',
  typeWord: (word) => `Tippen Sie „${word}“, um fortzufahren`,
  word: 'löschen',
  eraseNow: 'Endgültig löschen',
  keep: 'Behalten',
  erased: (what) => (what ? `Gelöscht: ${what}.` : 'Es gab nichts mehr zu löschen.'),

  retention: 'Wie lange Gespräche aufbewahrt werden',
  retentionText: 'Gezählt ab der letzten Nachricht. Ältere werden jede Stunde entfernt, mit ihren Leads.',
  retentionFailed: 'Die Websites wurden nicht geladen.',
  forEver: 'Für immer',
  days: (n) => (n === 1 ? '1 Tag' : `${number(n)} Tage`),
  change: 'Ändern',

  history: 'Bisherige Löschungen',
  historyText: 'Wann, durch wen und wie viel. Um wen es ging, wird nicht aufbewahrt.',
  historyFailed: 'Die Löschungen wurden nicht geladen.',
  historyEmpty: 'Noch keine Löschungen.',
  by: {
    staff: 'Jemand',
    api_key: 'Ein API-Schlüssel',
    visitor: 'Ein Besucher, im Chat',
    system: 'Parlour',
  },
  key: (name) => `Der Schlüssel ${name}`,
  nothingErased: 'nichts war gespeichert',
  again: 'Noch einmal, weil eine Sicherung es zurückgebracht hatte',
};
