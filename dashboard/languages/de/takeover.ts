import type { takeoverTexts as English } from '../en/takeover.ts';
import { number } from '../locale.ts';

/** What the dashboard says about taking conversations over, writing in them, and being told of them. */
export const takeoverTexts: typeof English = {
  assistantAnswers: 'Hier antwortet der Assistent.',
  youHaveIt: 'Sie haben dieses Gespräch. Der Assistent schweigt.',
  otherHasIt: (name) => `${name} hat dieses Gespräch.`,
  colleague: 'Jemand aus dem Team',
  takeOver: 'Übernehmen',
  takeOverFrom: (name) => `Von ${name} übernehmen`,
  handBack: 'An den Assistenten zurückgeben',
  tookItFirst: (name) =>
    `${name} war einen Moment schneller. Wenn Sie sich abgesprochen haben, können Sie übernehmen.`,
  write: 'An den Besucher schreiben',
  send: 'Senden',
  sendHint: 'Eingabetaste sendet, mit Umschalttaste eine neue Zeile.',
  tooLong: (over) => (over === 1 ? 'Ein Zeichen zu lang.' : `${number(over)} Zeichen zu lang.`),
  visitorTypes: (name) => `${name} schreibt`,
  typing: 'Schreibt…',
  waiting: 'Wartet',
  waitingFor: (time) => `Wartet ${time}`,
  waitingSince: (time) => `Der Besucher wartet auf eine Antwort seit ${time}`,
  wantsPerson: 'Möchte einen Menschen',
  wantsPersonSince: (time) => `Der Assistent hat dem Team gemeldet, dass ein Mensch gewünscht ist: ${time}`,

  messenger: {
    soon: (hours) =>
      `Facebook nimmt noch ${hours === 1 ? '1 Stunde' : `${hours} Stunden`} lang Antworten an. Danach nur, was ein Mensch schreibt.`,
    onlyPeople: (days) =>
      `Der Assistent darf hier nicht mehr antworten. Facebook nimmt noch ${days === 1 ? '1 Tag' : `${days} Tage`} lang an, was ein Mensch schreibt.`,
    closed: 'Facebook nimmt keine Antwort mehr an: Die Person hat seit 7 Tagen nicht geschrieben.',
    never: 'Die Person hat noch nicht geschrieben. Erst danach nimmt Facebook eine Antwort an.',
  },

  notify: {
    title: 'Benachrichtigungen',
    text: 'Nur für diesen Browser. Jedes neue Gespräch wird einmal gemeldet, und Sie erfahren, wenn ein Besucher auf Ihre Antwort wartet.',
    on: 'Neue und wartende Gespräche melden',
    previews: 'Zeigen, was der Besucher geschrieben hat',
    previewsText:
      'Aus: Eine Benachrichtigung nennt die Seite und nichts Persönliches. Andere sehen vielleicht Ihren Bildschirm.',
    blocked:
      'Ihr Browser blockiert Benachrichtigungen dieser Seite. Erlauben Sie sie in den Einstellungen des Browsers für diese Website und kommen Sie dann zurück.',
    unsupported: 'Dieser Browser kann keine Benachrichtigungen einer Seite zeigen.',
    newTitle: 'Neues Gespräch',
    waitingTitle: 'Ein Besucher wartet auf Ihre Antwort',
    wantedTitle: 'Ein Besucher möchte mit einem Menschen sprechen',
    from: (path, site) => `Von ${path} auf ${site}`,
    onSite: (site) => `Auf ${site}`,
  },
};
