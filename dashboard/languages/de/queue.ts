import type { queueTexts as English } from '../en/queue.ts';
import { number as count } from '../locale.ts';

const conversations = (n: number) => (n === 1 ? '1 Gespräch' : `${count(n)} Gespräche`);

/** What is said where conversations are read and judged one after the other; loaded with that page. */
export const queueTexts: typeof English = {
  title: 'Prüfung',
  loading: 'Die Prüfliste wird geladen',
  failed: 'Die Prüfliste wurde nicht geladen',
  list: 'Was als Nächstes zu lesen ist',
  signals: {
    recheck: 'Noch einmal prüfen',
    workflow_error: 'Workflow-Fehler',
    fallback: 'Ersatztext',
    no_reply: 'Keine Antwort',
    wants_person: 'Möchte einen Menschen',
    low_rating: 'Schlecht bewertet',
    strong_words: 'Harte Worte',
    contradiction: 'Widerspruch',
    repeated_question: 'Noch einmal gefragt',
    corrected_detail: 'Angabe korrigiert',
    slow_reply: 'Langsame Antwort',
    left_after_contact: 'Ging beim Kontakt',
    left_after_question: 'Ging bei einer Frage',
    sample: 'Zufällig',
  },
  reasons: {
    recheck: 'Gilt als behoben: bitte noch einmal prüfen.',
    workflow_error: 'Hier ist im Workflow etwas fehlgeschlagen.',
    fallback: 'Der Assistent konnte nicht antworten und hat den Ersatztext gezeigt.',
    no_reply: 'Auf die letzten Worte des Besuchers hat niemand geantwortet.',
    wants_person: 'Der Besucher hat nach einem Menschen gefragt, und niemand kam.',
    low_rating: 'Der Besucher hat das Gespräch mit 1 oder 2 von 5 bewertet.',
    strong_words: 'Der Besucher hat sich heftig ausgedrückt.',
    contradiction: 'Der Besucher hat gesagt, dass etwas nicht stimmt oder schon gesagt wurde.',
    repeated_question: 'Der Besucher hat dasselbe noch einmal gefragt.',
    corrected_detail: 'Der Besucher hat eine notierte Angabe berichtigt.',
    slow_reply: 'Der Besucher hat lange auf eine Antwort gewartet.',
    left_after_contact: 'Der Besucher ist gegangen, als nach den Kontaktdaten gefragt wurde.',
    left_after_question: 'Der Besucher ist direkt nach einer Frage gegangen.',
    sample: 'Zufällig ausgewählt.',
  },
  moreReasons: (n) => (n === 1 ? '1 weiterer Grund' : `${n} weitere Gründe`),

  anyReason: 'Alle Gründe',
  reason: 'Grund',
  withCount: (name, n) => `${name} (${count(n)})`,
  anySite: 'Alle Websites',
  site: 'Website',
  clear: 'Alle zeigen',
  coverage: (reviewed, eligible, days, waiting) => {
    const share = eligible === 0 ? 0 : Math.round((reviewed / eligible) * 100);
    const of = eligible === 1 ? '1 Gespräch' : `${count(eligible)} Gesprächen`;
    return `${count(reviewed)} von ${of} der letzten ${days} Tage gelesen (${share}\u00a0%), ${waiting === 1 ? '1 wartet' : `${count(waiting)} warten`}.`;
  },
  share: 'Anteil der gelesenen Gespräche',
  sitting: (n) => `${count(n)} in dieser Sitzung geprüft`,
  skipped: (n) => `${count(n)} übersprungen`,
  showSkipped: 'Wieder zeigen',
  more: 'Mehr zeigen',
  loadingMore: 'Wird geladen…',
  moreFailed: 'Die nächsten wurden nicht geladen.',

  cases: 'Fälle',
  startTitle: (n) => `${conversations(n)} zu lesen`,
  startText:
    'Das dringendste steht oben. Jedes sagt, warum es hier ist. Die Eingabetaste öffnet es, j und k gehen weiter und zurück, mit 1 bis 4 urteilen Sie, s überspringt.',
  start: 'Jetzt lesen',
  emptyTitle: 'Gerade gibt es nichts zu lesen',
  emptyText:
    'Ein Gespräch erscheint hier wenige Minuten nach seinem letzten Wort, wenn etwas darin auffällt: ein Ersatztext, eine wiederholte Frage, harte Worte, eine schlechte Bewertung. Einige werden zufällig ausgewählt.',
  emptyNone: 'Noch ist kein Gespräch der letzten 30 Tage bereit zum Lesen.',
  howTitle: 'Wie eine schlechte Antwort besser wird',
  how: [
    'Was auffällt, kommt von selbst hierher und sagt, warum.',
    'Sie lesen es und lassen es bestehen, oder Sie nennen den Mangel und sagen, wie die Antwort hätte lauten sollen.',
    'Wer ihn beheben kann, ändert den Assistenten und spielt das Gespräch nach, um die neuen Antworten zu sehen.',
    'Behalten Sie es als Fall, und spielen Sie nach jeder späteren Änderung alle Fälle nach.',
  ],
  filteredTitle: 'Nichts mit diesen Filtern',
  filteredText: 'Andere Gespräche warten vielleicht noch.',
  doneTitle: 'Alles gelesen',
  doneText: 'Nichts wartet mehr. Was als Nächstes auffällt, erscheint hier von selbst.',

  back: 'Zurück zur Prüfliste',
  place: (at, of) => `${at} von ${of}`,
  skip: 'Überspringen',
  skipHint: 'Nicht jetzt: Es kommt in Ihrer nächsten Sitzung wieder',
  inConversations: 'In Gesprächen öffnen',
  verdict: 'Urteil',
  why: 'Warum es hier ist',
  notWaiting: 'Dieses Gespräch steht nicht auf der Prüfliste.',
  pointedAt: 'Der Grund zeigt auf diese Nachricht',
  opened: (name, reason) => `${name}. ${reason}`,

  judged: (status, name) => (name ? `${status}: ${name}` : status),
  openAgain: 'Wieder öffnen',
  undoFailed: 'Das Urteil konnte nicht zurückgenommen werden. Es bleibt, wie es war.',
  judgedBy: (who, name, status) => `${who} hat über ${name} geurteilt: ${status}.`,
};
