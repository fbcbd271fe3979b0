import type { figureTexts as English } from '../en/figures.ts';
import { number } from '../locale.ts';

const percent = (share: number) => `${Math.round(share * 100)} %`;
const conversations = (n: number) => `${number(n)} ${n < 2 ? 'conversation' : 'conversations'}`;
const pointsOf = (by: number) => `${by} ${by < 2 ? 'point' : 'points'}`;
/** ", 6 points de plus qu’avant". */
const points = (now: number | null, before: number | null) => {
  if (now === null || before === null) return '';
  const by = Math.round(now * 100) - Math.round(before * 100);
  if (by === 0) return ', comme avant';
  return `, ${pointsOf(Math.abs(by))} de ${by > 0 ? 'plus' : 'moins'} qu’avant`;
};

/** What the page of figures says. It loads after the list, and so do its words. */
export const figureTexts: typeof English = {
  title: 'Chiffres',
  loading: 'Calcul en cours',
  failed: 'Les chiffres ne se sont pas chargés',
  stale: 'Les derniers chiffres ne se sont pas chargés. Ceux-ci sont un peu plus anciens.',
  emptyTitle: 'Aucune conversation pendant cette période',
  emptyText: 'Choisissez une période plus longue, ou regardez tous les sites.',
  firstText:
    'Dès que des visiteurs écrivent, vous voyez ici combien sont devenus des prospects, en combien de temps ils ont eu une réponse et si les réponses étaient bonnes. Pour les inviter, mettez le chat sur une page.',
  first: 'Mettre le chat sur une page',
  clear: 'Tout afficher sur 30 jours',
  period: 'Période',
  periods: { today: 'Aujourd’hui', 7: '7 jours', 30: '30 jours', month: 'Ce mois-ci', own: 'Autre' },
  from: 'Du',
  to: 'Au',
  site: 'Site',
  anySite: 'Tous les sites',
  channel: 'Canal',
  anyChannel: 'Tous les canaux',
  channels: { web: 'Chat du site', messenger: 'Messenger', external: 'Ailleurs' },
  version: 'Version de l’assistant',
  anyVersion: 'Toutes les versions',
  noVersion: 'Sans assistant',
  timezone: 'Fuseau horaire',
  ownZone: (zone) => `Cet appareil : ${zone}`,
  siteZone: 'Celui du site',
  siteZoneOf: (zone) => `Le site : ${zone}`,
  days: (zone) =>
    `Jours du fuseau ${zone.replaceAll('_', ' ')}. Une conversation compte pour le jour où elle a commencé ; les évolutions se mesurent par rapport à autant de jours juste avant.`,
  tiles: {
    sessions: 'Conversations',
    leads: 'Prospects',
    completed: 'Terminées',
    reply: 'Première réponse',
    aiOnly: 'IA seule',
    rating: 'Note',
    passed: 'Validées',
    fix: 'Délai de correction',
  },
  shareOf: (part, whole) => `${number(part)} sur ${number(whole)}`,
  p95: (time) => `95 % en moins de ${time}`,
  ratings: (count) => `${number(count)} ${count < 2 ? 'note' : 'notes'}`,
  fixedOnes: (count) => `${number(count)} ${count < 2 ? 'corrigé' : 'corrigés'}`,
  none: '–',
  noChange: 'comme avant',
  changeBy: (by, up) => `${by} de ${up ? 'plus' : 'moins'}`,
  points: pointsOf,
  slower: (by) => `${by} plus lent`,
  faster: (by) => `${by} plus rapide`,
  newHere: 'rien avant',
  table: 'Tableau',
  chart: 'Graphique',
  showTable: (what) => `${what} : afficher le tableau`,
  showChart: (what) => `${what} : afficher le graphique`,
  csv: (what) => `${what} : enregistrer en CSV`,
  png: (what) => `${what} : enregistrer en PNG`,
  series: {
    title: 'Au fil du temps',
    says: (sessions, leads, [before, leadsBefore]) =>
      `${conversations(sessions)} et ${number(leads)} ${leads < 2 ? 'prospect' : 'prospects'}, contre ${number(before)} et ${number(leadsBefore)} avant.`,
    when: 'Quand',
    sets: { sessions: 'Conversations', leads: 'Prospects', completed: 'Terminées' },
  },
  funnel: {
    title: 'De la page au prospect',
    says: (leads, opened, now, before) =>
      `${number(leads)} ${leads < 2 ? 'visiteur' : 'visiteurs'} sur ${number(opened)} ${leads < 2 ? 'a' : 'ont'} laissé un e-mail ou un téléphone${points(now, before)}.`,
    step: 'Étape',
    count: 'Combien',
    steps: {
      loaded: 'Pages avec le chat',
      opened: 'L’ont ouvert',
      started: 'Ont écrit',
      detail: 'Ont donné une info',
      lead: 'E-mail ou téléphone',
      completed: 'Terminées',
    },
    note: 'Les pages qu’un visiteur regarde dans la même minute comptent une fois. Si vous demandez un consentement, l’ouverture compte à partir de son accord.',
  },
  replies: {
    title: 'En combien de temps les visiteurs ont eu une réponse',
    says: (ai, person) =>
      `La moitié des premières réponses de l’IA sont venues en moins de ${ai}${person ? `, et la moitié de celles d’une personne en moins de ${person}` : ''}.`,
    nobody: 'Personne n’a reçu de réponse pendant cette période.',
    within: 'En moins de',
    sets: { ai: 'IA', person: 'Personne' },
    estimated: 'Sur autant de conversations, les durées sont exactes à 5 % près.',
  },
  qa: {
    title: 'Qualité',
    says: (passed, checked, now, before) =>
      `${conversations(checked)} ${checked < 2 ? 'relue' : 'relues'}, dont ${number(passed)} ${passed < 2 ? 'validée' : 'validées'}${points(now, before)}.`,
    nothing: 'Aucune conversation de cette période n’a encore été relue.',
    sets: { passed: 'Validée', issue: 'Problème', fixed: 'Corrigé' },
  },
  issues: {
    title: 'Ce qui n’allait pas',
    says: (count, top) => `${number(count)} avec un problème ; le plus souvent : ${top}.`,
    unnamed: 'Non précisé',
    kind: 'Type de problème',
    sets: { issue: 'Ouvert', fixed: 'Corrigé' },
  },
  lists: {
    choose: 'Ce que montre le tableau',
    pages: 'Pages d’arrivée',
    sources: 'Sources',
    mediums: 'Supports',
    campaigns: 'Campagnes',
    versions: 'Versions de l’assistant',
    reviewers: 'Relecteurs',
    columns: {
      name: 'Nom',
      sessions: 'Conversations',
      leads: 'Prospects',
      leadRate: 'Taux de prospects',
      completed: 'Terminées',
      completionRate: 'Taux d’achèvement',
      checked: 'Relues',
      issue: 'Problèmes',
      fixed: 'Corrigés',
      passRate: 'Validées',
    },
    empty: 'Rien de ce genre pendant cette période.',
    sortBy: (column) => `Trier par ${column}`,
  },
  count: (value) => number(value),
  percent,
};

/** 420 ms, 3,2 s, 4 min, 2 h, 3 jours; rounded as one would say it. */
export function lengthOf(ms: number | null): string {
  if (ms === null) return figureTexts.none;
  if (ms < 1_000) return `${Math.round(ms)}\u00a0ms`;
  const steps = [
    [1_000, 's', 60_000],
    [60_000, 'min', 3_600_000],
    [3_600_000, 'h', 86_400_000],
    [86_400_000, 'j', Number.POSITIVE_INFINITY],
  ] as const;
  const [unit, name] = steps.find(([, , end]) => ms < end)!;
  const value = ms / unit;
  return `${number(value, { maximumFractionDigits: value < 10 ? 1 : 0 })}\u00a0${name}`;
}
