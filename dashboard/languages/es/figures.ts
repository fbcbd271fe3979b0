import type { figureTexts as English, lengthOf as EnglishLength } from '../en/figures.ts';
import { number as n } from '../locale.ts';

const percent = (share: number) => `${n(Math.round(share * 100))}\u00a0%`;
const pointWords = (by: number) => (by === 1 ? '1 punto' : `${n(by)} puntos`);
/** ", 6 puntos más que antes". */
const points = (now: number | null, before: number | null) => {
  if (now === null || before === null) return '';
  const by = Math.round(now * 100) - Math.round(before * 100);
  if (by === 0) return ', igual que antes';
  return `, ${pointWords(Math.abs(by))} ${by > 0 ? 'más' : 'menos'} que antes`;
};

/** What the page of figures says. It loads after the list, and so do its words. */
export const figureTexts: typeof English = {
  title: 'Métricas',
  loading: 'Contando',
  failed: 'Las métricas no se cargaron',
  stale: 'Las últimas métricas no se cargaron. Estas son algo más antiguas.',
  emptyTitle: 'No hay conversaciones en este periodo',
  emptyText: 'Elija un periodo más largo o mire todos los sitios.',
  firstText:
    'En cuanto los visitantes escriban, aquí verá cuántos se convirtieron en leads, con qué rapidez recibieron respuesta y la calidad de las respuestas. Para invitarlos, ponga el chat en una página.',
  first: 'Poner el chat en una página',
  clear: 'Mostrar todo de los últimos 30 días',
  period: 'Periodo',
  periods: { today: 'Hoy', 7: '7 días', 30: '30 días', month: 'Este mes', own: 'Otro' },
  from: 'Desde',
  to: 'Hasta',
  site: 'Sitio',
  anySite: 'Todos los sitios',
  channel: 'Canal',
  anyChannel: 'Todos los canales',
  channels: { web: 'Chat web', messenger: 'Messenger', external: 'Otro lugar' },
  version: 'Versión del asistente',
  anyVersion: 'Todas las versiones',
  noVersion: 'Sin asistente',
  timezone: 'Zona horaria',
  ownZone: (zone) => `Este dispositivo: ${zone}`,
  siteZone: 'La del sitio',
  siteZoneOf: (zone) => `El sitio: ${zone}`,
  days: (zone) =>
    `Días en la zona horaria ${zone.replaceAll('_', ' ')}. Una conversación cuenta para el día en que empezó; los cambios se miden frente a otros tantos días anteriores.`,
  tiles: {
    sessions: 'Conversaciones',
    leads: 'Leads',
    completed: 'Completadas',
    reply: 'Primera respuesta',
    aiOnly: 'Solo IA',
    rating: 'Valoración',
    passed: 'Aprobadas',
    fix: 'Hasta corregir',
  },
  shareOf: (part, whole) => `${n(part)} de ${n(whole)}`,
  p95: (time) => `el 95\u00a0% en ${time}`,
  ratings: (count) => (count === 1 ? '1 valoración' : `${n(count)} valoraciones`),
  fixedOnes: (count) => (count === 1 ? '1 corregida' : `${n(count)} corregidas`),
  none: '–',
  noChange: 'igual que antes',
  changeBy: (by, up) => `${by} ${up ? 'más' : 'menos'}`,
  points: pointWords,
  slower: (by) => `${by} más lento`,
  faster: (by) => `${by} más rápido`,
  newHere: 'nada antes',
  table: 'Tabla',
  chart: 'Gráfico',
  showTable: (what) => `${what}: mostrar la tabla`,
  showChart: (what) => `${what}: mostrar el gráfico`,
  csv: (what) => `${what}: guardar como CSV`,
  png: (what) => `${what}: guardar como PNG`,
  series: {
    title: 'Evolución',
    says: (sessions, leads, [before, leadsBefore]) =>
      `${sessions === 1 ? '1 conversación trajo' : `${n(sessions)} conversaciones trajeron`} ${leads === 1 ? '1 lead' : `${n(leads)} leads`}, frente a ${n(before)} y ${n(leadsBefore)} antes.`,
    when: 'Cuándo',
    sets: { sessions: 'Conversaciones', leads: 'Leads', completed: 'Completadas' },
  },
  funnel: {
    title: 'De la página al lead',
    says: (leads, opened, now, before) =>
      `${n(leads)} de ${n(opened)} visitantes ${leads === 1 ? 'dejó' : 'dejaron'} un correo o un teléfono${points(now, before)}.`,
    step: 'Paso',
    count: 'Cuántos',
    steps: {
      loaded: 'Páginas con el chat',
      opened: 'Lo abrieron',
      started: 'Escribieron algo',
      detail: 'Dieron algún dato',
      lead: 'Dejaron correo o teléfono',
      completed: 'Llegaron al final',
    },
    note: 'Las páginas que un visitante mira en el mismo minuto cuentan una vez. Donde se pide consentimiento, abrir el chat cuenta a partir del sí.',
  },
  replies: {
    title: 'Con qué rapidez se respondió',
    says: (ai, person) =>
      `La mitad de las primeras respuestas de la IA llegó en ${ai}${person ? `; las de una persona, en ${person}` : ''}.`,
    nobody: 'Nadie recibió respuesta en este periodo.',
    within: 'En',
    sets: { ai: 'IA', person: 'Persona' },
    estimated: 'Con tantas conversaciones, los tiempos tienen un margen del 5\u00a0%.',
  },
  qa: {
    title: 'Calidad',
    says: (passed, checked, now, before) =>
      checked === 1
        ? `${n(passed)} de 1 conversación revisada se aprobó${points(now, before)}.`
        : `${n(passed)} de ${n(checked)} conversaciones revisadas ${passed === 1 ? 'se aprobó' : 'se aprobaron'}${points(now, before)}.`,
    nothing: 'Aún no se ha revisado ninguna conversación de este periodo.',
    sets: { passed: 'Aprobadas', issue: 'Con problema', fixed: 'Corregidas' },
  },
  issues: {
    title: 'Qué salió mal',
    says: (count, top) => `${n(count)} con algún problema; el más frecuente: ${top}.`,
    unnamed: 'Sin indicar',
    kind: 'Tipo de problema',
    sets: { issue: 'Abiertos', fixed: 'Corregidos' },
  },
  lists: {
    choose: 'Qué muestra la tabla',
    pages: 'Páginas de destino',
    sources: 'Fuentes',
    mediums: 'Medios',
    campaigns: 'Campañas',
    versions: 'Versiones del asistente',
    reviewers: 'Quién revisó',
    columns: {
      name: 'Nombre',
      sessions: 'Conversaciones',
      leads: 'Leads',
      leadRate: 'Tasa de leads',
      completed: 'Completadas',
      completionRate: '% completadas',
      checked: 'Revisadas',
      issue: 'Problemas',
      fixed: 'Corregidas',
      passRate: 'Aprobadas',
    },
    empty: 'Nada de este tipo en este periodo.',
    sortBy: (column) => `Ordenar por ${column}`,
  },
  count: n,
  percent,
};

/** 420 ms, 3,2 s, 4 min, 2 h, 3 días; rounded as one would say it. */
export const lengthOf: typeof EnglishLength = (ms) => {
  if (ms === null) return figureTexts.none;
  if (ms < 1_000) return `${Math.round(ms)}\u00a0ms`;
  const steps = [
    [1_000, 's', 60_000],
    [60_000, 'min', 3_600_000],
    [3_600_000, 'h', 86_400_000],
    [86_400_000, 'días', Number.POSITIVE_INFINITY],
  ] as const;
  const [unit, name] = steps.find(([, , end]) => ms < end)!;
  const value = ms / unit;
  const said = n(value, { maximumFractionDigits: value < 10 ? 1 : 0 });
  return `${said}\u00a0${name === 'días' && said === '1' ? 'día' : name}`;
};
