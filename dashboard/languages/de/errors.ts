import type { errorTexts as English } from '../en/errors.ts';
import { number } from '../locale.ts';

const count = (n: number) => (n === 1 ? 'Einmal' : n === 2 ? 'Zweimal' : `${number(n)}-mal`);

/** What is said about errors of workflows and assistants; loaded with those who show them. */
export const errorTexts: typeof English = {
  title: 'Fehler',
  list: 'Fehler von Workflows und Assistenten',
  loading: 'Fehler werden geladen',
  failed: 'Die Fehler wurden nicht geladen',
  more: 'Mehr zeigen',
  loadingMore: 'Wird geladen…',
  moreFailed: 'Die nächsten wurden nicht geladen.',

  statusFilter: 'Welche Fehler',
  status: { open: 'Offen', resolved: 'Erledigt', muted: 'Stumm' },
  all: 'Alle',
  site: 'Website',
  anySite: 'Alle Websites',
  clear: 'Filter entfernen',
  severity: { warning: 'Warnung', error: 'Fehler', critical: 'Kritisch' },

  assistant: 'Assistent',
  workflow: 'Workflow',
  node: 'Schritt',
  times: count,
  happened: 'Aufgetreten',
  first: 'Zuerst',
  last: 'Zuletzt',

  emptyTitle: 'Keine offenen Fehler',
  emptyText:
    'Wenn ein Assistent oder ein Workflow versagt, erscheint das hier von selbst, und an seiner Stelle im Verlauf.',
  noneTitle: 'Hier ist nichts',
  noneText: 'Kein Fehler passt zu diesen Filtern.',
  showOpen: 'Die offenen zeigen',
  connectTitle: 'Von jedem Fehler Ihrer n8n-Workflows erfahren',
  connectAdmin: 'Ein Admin kann n8n verbinden, dann kommen Fehler aller Ihrer Workflows hierher.',
  connectMany: 'Für jede Website gibt es einen fertigen Workflow für n8n, der Fehler hierher meldet.',
  download: 'Workflow herunterladen',
  toSites: 'Website auswählen',

  back: 'Zurück zur Liste',
  loadingOne: 'Der Fehler wird geladen',
  oneFailed: 'Der Fehler wurde nicht geladen',
  notFound: 'Dieser Fehler ist nicht hier',
  notFoundText: 'Vielleicht wurde er mit seinen Gesprächen entfernt, oder der Link ist nicht vollständig.',
  resolve: 'Erledigt',
  reopen: 'Wieder öffnen',
  mute: 'Stummschalten',
  settled: {
    open: 'Der Fehler ist wieder offen.',
    resolved: 'Fehler erledigt.',
    muted: 'Fehler stummgeschaltet.',
  },
  notSettled: 'Das konnte nicht gespeichert werden.',
  facts: 'Fehler',
  kindOf: 'Art',
  stack: 'Wo im Code',
  recent: 'Die letzten Male',
  recentMax: (n) => `Die letzten ${n} Male`,
  noRecent: 'Kein einzelnes Mal ist aufbewahrt.',
  openConversation: 'Gespräch',
  openRun: 'Ausführung öffnen',
  run: (id) => `Ausführung ${id}`,
  resolvedHint: 'Er öffnet sich von selbst wieder, wenn er wieder auftritt.',
  mutedHint: 'Er wird weiter gezählt, aber niemandem gemeldet.',
};
