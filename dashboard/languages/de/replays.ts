import type { replayTexts as English } from '../en/replays.ts';
import { number } from '../locale.ts';

const turns = (n: number) => (n === 1 ? '1 Frage' : `${n} Fragen`);
const percent = (rate: number) => `${Math.round(rate * 100)}\u00a0%`;

/** What is said about running conversations again, kept cases and versions; loaded with those who show them. */
export const replayTexts: typeof English = {
  title: 'Nachspielen',
  panelText:
    'Den Assistenten, wie er jetzt ist, dasselbe fragen wie dieser Besucher. Nichts wird gespeichert oder gesendet.',
  open: 'Nachspielen',
  isCase: 'Als Fall behalten',

  loading: 'Das Gespräch wird geladen',
  failedTitle: 'Das wurde nicht geladen',
  back: 'Zurück zum Gespräch',
  earlier: 'Damals',
  expected: 'Erwartet',
  now: 'Jetzt',
  greeting: 'Begrüßung',
  visitor: 'Besucher',
  sameAnswer: 'Gleiche Antwort',
  noAnswer: 'Keine Antwort',
  lead: 'Lead',
  field: 'Angabe',
  noLead: 'Weder damals noch jetzt wurde etwas über den Besucher erfahren.',
  missing: 'nicht bekannt',
  version: (number) => (number ? `Assistent v${number}` : 'Der Assistent'),
  ranBy: (who) => `nachgespielt von ${who}`,
  waiting: 'Kommt gleich an die Reihe…',
  running: (done, total) => `Es wird gefragt… ${done} von ${turns(total)}`,
  outcomes: {
    same: 'Gleiche Antworten, gleicher Lead',
    changed_replies: 'Andere Antworten',
    changed_lead: 'Anderer Lead',
    fault: 'Keine Antwort',
  },
  changed: (changed, all) => `${changed} von ${all === 1 ? '1 Antwort' : `${all} Antworten`} geändert`,
  faultText: 'Der Assistent konnte hier nicht antworten, deshalb wurde danach nichts mehr gefragt.',
  again: 'Wiederholen',
  keep: 'Als Fall behalten',
  kept: 'Behalten. Ab jetzt wird es mit allen anderen Fällen nachgespielt.',
  accept: 'Ab jetzt dies erwarten',
  accepted: 'Angenommen. Das erwartet der Fall ab jetzt.',
  fix: (number) => (number ? `In v${number} behoben` : 'Als behoben markieren'),
  fixed: 'Als behoben markiert.',
  fixNote: 'Mit dem geänderten Assistenten nachgespielt.',
  failed: 'Das hat nicht geklappt.',

  cases: {
    title: 'Fälle',
    text: 'Gespräche, die gut gehen müssen. Spielen Sie sie nach einer Änderung am Assistenten nach und sehen Sie, was anders beantwortet wird.',
    emptyTitle: 'Noch kein Fall',
    emptyText:
      'Öffnen Sie ein Gespräch, klicken Sie daneben auf „Nachspielen“, und behalten Sie es als Fall, wenn die Antworten stimmen.',
    toConversations: 'Gespräch auswählen',
    runAll: 'Alle nachspielen',
    running: (done, total) => `${done} von ${total}`,
    never: 'Noch nicht nachgespielt',
    see: 'Unterschiede ansehen',
    remove: 'Entfernen',
    removed: 'Aus den Fällen entfernt. Das Gespräch bleibt.',
    expects: (version) => (version ? `erwartet v${version}` : 'erwartet die ersten Antworten'),
    turns,
    count: (n) => (n === 1 ? '1 Fall' : `${n} Fälle`),
    progress: 'Nachgespielte Fälle',
  },

  history: {
    text: 'Jede Änderung an dem, woraus der Assistent antwortet, und wie oft seine Gespräche einen Mangel hatten.',
    now: 'antwortet jetzt',
    first: 'Die erste Version.',
    by: (name) => `von ${name}`,
    nobody: 'Parlour selbst',
    settings: {
      'agent.kind': 'Wer antwortet',
      'agent.fallbackText': 'Was Besucher lesen, wenn er nicht antworten kann',
      'agent.replyTimeoutSeconds': 'Auf eine Antwort warten, höchstens (Sekunden)',
      'agent.n8n.url': 'Chat-URL des Workflows',
      'agent.n8n.authHeader': 'Header für das Geheimnis',
      'agent.n8n.authSecret': 'Geheimnis des Workflows',
      'agent.openai.baseUrl': 'Adresse des Modell-Servers',
      'agent.openai.apiKey': 'API-Schlüssel des Modells',
      'agent.openai.systemPrompt': 'Anweisungen',
      'widget.greeting': 'Begrüßung',
      'lead.fields': 'Lead-Felder und ihre Reihenfolge',
    },
    lists: {
      knowledge: (question) => `Antwort auf „${question}“`,
      page: (title) => `Seite „${title}“`,
    },
    partOfField: (field, part) => `Lead-Feld ${field}: ${part}`,
    emptyDiff: 'Kein Unterschied in den Einstellungen.',
    secret: 'Ein Geheimnis wurde geändert.',
    more: (n) => (n === 1 ? 'und 1 weitere Änderung' : `und ${n} weitere Änderungen`),
    show: (n) => (n === 1 ? '1 Änderung' : `${n} Änderungen`),
    conversations: (n) =>
      n === 0 ? 'Noch kein Gespräch' : n === 1 ? '1 Gespräch' : `${number(n)} Gespräche`,
    rate: (issues, reviewed) =>
      `${issues} von ${reviewed} geprüften mit Mangel (${percent(issues / reviewed)})`,
    unreviewed: 'noch keines geprüft',
    compare: (before, after) =>
      before === after
        ? `Der Anteil mit Mangel blieb bei ${percent(after)}.`
        : `Der Anteil mit Mangel ${after < before ? 'sank' : 'stieg'} mit dieser Änderung von ${percent(before)} auf ${percent(after)}.`,
    failedTitle: 'Die Geschichte wurde nicht geladen',
    cases: 'Fälle nachspielen',
  },
};
