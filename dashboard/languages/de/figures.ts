import type { figureTexts as English, lengthOf as EnglishLength } from '../en/figures.ts';
import { number as n } from '../locale.ts';

const percent = (share: number) => `${n(Math.round(share * 100))}\u00a0%`;
const pointWords = (by: number) => (by === 1 ? '1 Prozentpunkt' : `${n(by)} Prozentpunkte`);
/** ", 6 Prozentpunkte mehr als zuvor". */
const points = (now: number | null, before: number | null) => {
  if (now === null || before === null) return '';
  const by = Math.round(now * 100) - Math.round(before * 100);
  if (by === 0) return ', wie zuvor';
  return `, ${pointWords(Math.abs(by))} ${by > 0 ? 'mehr' : 'weniger'} als zuvor`;
};

/** What the page of figures says. It loads after the list, and so do its words. */
export const figureTexts: typeof English = {
  title: 'Zahlen',
  loading: 'Es wird gezählt',
  failed: 'Die Zahlen wurden nicht geladen',
  stale: 'Die neuesten Zahlen wurden nicht geladen. Diese sind etwas älter.',
  emptyTitle: 'Keine Gespräche in diesem Zeitraum',
  emptyText: 'Wählen Sie einen längeren Zeitraum, oder sehen Sie alle Websites an.',
  firstText:
    'Sobald Besucher schreiben, sehen Sie hier, wie viele zu Leads wurden, wie schnell sie Antwort bekamen und wie gut die Antworten waren. Bauen Sie dafür den Chat in eine Seite ein.',
  first: 'Chat einbauen',
  clear: 'Alles der letzten 30 Tage zeigen',
  period: 'Zeitraum',
  periods: { today: 'Heute', 7: '7 Tage', 30: '30 Tage', month: 'Dieser Monat', own: 'Eigener' },
  from: 'Von',
  to: 'Bis',
  site: 'Website',
  anySite: 'Alle Websites',
  channel: 'Kanal',
  anyChannel: 'Alle Kanäle',
  channels: { web: 'Web-Chat', messenger: 'Messenger', external: 'Anderswo' },
  version: 'Version des Assistenten',
  anyVersion: 'Alle Versionen',
  noVersion: 'Kein Assistent',
  timezone: 'Zeitzone',
  ownZone: (zone) => `Dieses Gerät: ${zone}`,
  siteZone: 'Die der Website',
  siteZoneOf: (zone) => `Website: ${zone}`,
  days: (zone) =>
    `Tage in der Zeitzone ${zone.replaceAll('_', ' ')}. Ein Gespräch zählt für den Tag, an dem es begann; verglichen wird mit ebenso vielen Tagen davor.`,
  tiles: {
    sessions: 'Gespräche',
    leads: 'Leads',
    completed: 'Abgeschlossen',
    reply: 'Erste Antwort',
    aiOnly: 'KI allein',
    rating: 'Bewertung',
    passed: 'Prüfung bestanden',
    fix: 'Zeit bis behoben',
  },
  shareOf: (part, whole) => `${n(part)} von ${n(whole)}`,
  p95: (time) => `95\u00a0% binnen ${time}`,
  ratings: (count) => (count === 1 ? '1 Bewertung' : `${n(count)} Bewertungen`),
  fixedOnes: (count) => `${n(count)} behoben`,
  none: '–',
  noChange: 'wie zuvor',
  changeBy: (by, up) => `${by} ${up ? 'mehr' : 'weniger'}`,
  points: pointWords,
  slower: (by) => `${by} langsamer`,
  faster: (by) => `${by} schneller`,
  newHere: 'zuvor keine',
  table: 'Tabelle',
  chart: 'Diagramm',
  showTable: (what) => `${what}: Tabelle zeigen`,
  showChart: (what) => `${what}: Diagramm zeigen`,
  csv: (what) => `${what}: als CSV speichern`,
  png: (what) => `${what}: als PNG speichern`,
  series: {
    title: 'Entwicklung',
    says: (sessions, leads, [before, leadsBefore]) =>
      `${sessions === 1 ? '1 Gespräch brachte' : `${n(sessions)} Gespräche brachten`} ${leads === 1 ? '1 Lead' : `${n(leads)} Leads`}, zuvor waren es ${n(before)} und ${n(leadsBefore)}.`,
    when: 'Wann',
    sets: { sessions: 'Gespräche', leads: 'Leads', completed: 'Abgeschlossen' },
  },
  funnel: {
    title: 'Von der Seite zum Lead',
    says: (leads, opened, now, before) =>
      `${n(leads)} von ${n(opened)} Besuchern ${leads === 1 ? 'hinterließ' : 'hinterließen'} E-Mail oder Telefon${points(now, before)}.`,
    step: 'Schritt',
    count: 'Wie viele',
    steps: {
      loaded: 'Seiten mit dem Chat',
      opened: 'Geöffnet',
      started: 'Etwas geschrieben',
      detail: 'Etwas angegeben',
      lead: 'E-Mail oder Telefon',
      completed: 'Abgeschlossen',
    },
    note: 'Seiten, die ein Besucher innerhalb einer Minute ansieht, zählen einmal. Wo Sie um Einwilligung bitten, zählt das Öffnen ab dem Ja.',
  },
  replies: {
    title: 'Wie schnell Besucher Antwort bekamen',
    says: (ai, person) =>
      `Die Hälfte aller ersten Antworten der KI kam binnen ${ai}${person ? `, die eines Menschen binnen ${person}` : ''}.`,
    nobody: 'In dieser Zeit bekam niemand eine Antwort.',
    within: 'Binnen',
    sets: { ai: 'KI', person: 'Mensch' },
    estimated: 'Bei so vielen Gesprächen stimmen die Zeiten auf 5\u00a0% genau.',
  },
  qa: {
    title: 'Qualität',
    says: (passed, checked, now, before) =>
      `${n(passed)} von ${n(checked)} geprüften Gesprächen ${passed === 1 ? 'hat' : 'haben'} bestanden${points(now, before)}.`,
    nothing: 'Aus diesem Zeitraum wurde noch kein Gespräch geprüft.',
    sets: { passed: 'Bestanden', issue: 'Mangel', fixed: 'Behoben' },
  },
  issues: {
    title: 'Was schiefging',
    says: (count, top) => `${n(count)} mit einem Mangel; am häufigsten: ${top}.`,
    unnamed: 'Ohne Angabe',
    kind: 'Art des Mangels',
    sets: { issue: 'Offen', fixed: 'Behoben' },
  },
  lists: {
    choose: 'Was die Tabelle zeigt',
    pages: 'Landingpages',
    sources: 'Quellen',
    mediums: 'Medien',
    campaigns: 'Kampagnen',
    versions: 'Versionen des Assistenten',
    reviewers: 'Prüfende',
    columns: {
      name: 'Name',
      sessions: 'Gespräche',
      leads: 'Leads',
      leadRate: 'Leadquote',
      completed: 'Abgeschlossen',
      completionRate: 'Abschlussquote',
      checked: 'Geprüft',
      issue: 'Mängel',
      fixed: 'Behoben',
      passRate: 'Bestanden',
    },
    empty: 'Nichts dieser Art in diesem Zeitraum.',
    sortBy: (column) => `Nach ${column} sortieren`,
  },
  count: n,
  percent,
};

/** 420 ms, 3,2 s, 4 Min., 2 Std., 3 Tage; rounded as one would say it. */
export const lengthOf: typeof EnglishLength = (ms) => {
  if (ms === null) return figureTexts.none;
  if (ms < 1_000) return `${Math.round(ms)}\u00a0ms`;
  const steps = [
    [1_000, 's', 60_000],
    [60_000, 'Min.', 3_600_000],
    [3_600_000, 'Std.', 86_400_000],
    [86_400_000, 'Tage', Number.POSITIVE_INFINITY],
  ] as const;
  const [unit, name] = steps.find(([, , end]) => ms < end)!;
  const value = ms / unit;
  const said = n(value, { maximumFractionDigits: value < 10 ? 1 : 0 });
  return `${said}\u00a0${name === 'Tage' && said === '1' ? 'Tag' : name}`;
};
