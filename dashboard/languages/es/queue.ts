import type { queueTexts as English } from '../en/queue.ts';
import { number as count } from '../locale.ts';

const conversations = (n: number) => (n === 1 ? '1 conversación' : `${count(n)} conversaciones`);

/** What is said where conversations are read and judged one after the other; loaded with that page. */
export const queueTexts: typeof English = {
  title: 'Revisión',
  loading: 'Cargando la lista de revisión',
  failed: 'La lista de revisión no se cargó',
  list: 'Qué leer a continuación',
  signals: {
    recheck: 'Revisar de nuevo',
    workflow_error: 'Error de flujo',
    fallback: 'Texto de reserva',
    no_reply: 'Sin respuesta',
    wants_person: 'Pide una persona',
    low_rating: 'Mala valoración',
    strong_words: 'Palabras fuertes',
    contradiction: 'Contradicción',
    repeated_question: 'Pregunta repetida',
    corrected_detail: 'Dato corregido',
    slow_reply: 'Respuesta lenta',
    left_after_contact: 'Se fue al dar datos',
    left_after_question: 'Se fue en una pregunta',
    sample: 'Al azar',
  },
  reasons: {
    recheck: 'Marcada como corregida: conviene volver a revisar.',
    workflow_error: 'Algo falló aquí en el flujo.',
    fallback: 'El asistente no pudo responder y mostró el texto de reserva.',
    no_reply: 'Nadie respondió a lo último que escribió el visitante.',
    wants_person: 'El visitante pidió hablar con una persona y no acudió nadie.',
    low_rating: 'El visitante valoró la conversación con 1 o 2 de 5.',
    strong_words: 'El visitante usó palabras fuertes.',
    contradiction: 'El visitante dijo que algo está mal o que ya lo había dicho.',
    repeated_question: 'El visitante volvió a preguntar lo mismo.',
    corrected_detail: 'El visitante corrigió un dato que se había anotado.',
    slow_reply: 'El visitante esperó mucho una respuesta.',
    left_after_contact: 'El visitante se fue cuando se le pidieron sus datos de contacto.',
    left_after_question: 'El visitante se fue justo después de una pregunta.',
    sample: 'Elegida al azar.',
  },
  moreReasons: (n) => (n === 1 ? '1 motivo más' : `${n} motivos más`),

  anyReason: 'Cualquier motivo',
  reason: 'Motivo',
  withCount: (name, n) => `${name} (${count(n)})`,
  anySite: 'Todos los sitios',
  site: 'Sitio',
  clear: 'Mostrar todas',
  coverage: (reviewed, eligible, days, waiting) => {
    const share = eligible === 0 ? 0 : Math.round((reviewed / eligible) * 100);
    const read = reviewed === 1 ? 'leída' : 'leídas';
    return `${count(reviewed)} de ${conversations(eligible)} de los últimos ${days} días ${read} (${share}\u00a0%), ${count(waiting)} en espera.`;
  },
  share: 'Parte de las conversaciones que se leyó',
  sitting: (n) => (n === 1 ? '1 revisada en esta sesión' : `${count(n)} revisadas en esta sesión`),
  skipped: (n) => (n === 1 ? '1 saltada' : `${count(n)} saltadas`),
  showSkipped: 'Mostrar de nuevo',
  more: 'Mostrar más',
  loadingMore: 'Cargando más…',
  moreFailed: 'Las siguientes no se cargaron.',

  cases: 'Casos guardados',
  startTitle: (n) => `${conversations(n)} por leer`,
  startText:
    'Primero está la que más necesita una mirada. Cada una dice por qué está aquí. Intro la abre, j y k avanzan y retroceden, de 1 a 4 se da el veredicto y s salta.',
  start: 'Empezar a leer',
  emptyTitle: 'Ahora no hay nada que leer',
  emptyText:
    'Una conversación aparece aquí unos minutos después de su última palabra cuando algo en ella pide una mirada: un texto de reserva, una pregunta repetida, palabras fuertes, una mala valoración. Algunas se eligen al azar.',
  emptyNone: 'Ninguna conversación de los últimos 30 días está lista para leerse.',
  howTitle: 'Cómo mejora una mala respuesta',
  how: [
    'Lo que necesita una mirada llega aquí solo y dice por qué.',
    'Se lee y se aprueba, o se nombra el problema y se dice cuál debió ser la respuesta.',
    'Quien pueda corregirlo cambia el asistente y repite la conversación para ver las nuevas respuestas.',
    'Se guarda como caso, y todos los casos se repiten después de cada cambio.',
  ],
  filteredTitle: 'Nada con estos filtros',
  filteredText: 'Puede que esperen otras conversaciones.',
  doneTitle: 'Todo leído',
  doneText: 'Ya no espera nada. Lo próximo que necesite una mirada aparecerá aquí solo.',

  back: 'Volver a la lista',
  place: (at, of) => `${at} de ${of}`,
  skip: 'Saltar',
  skipHint: 'Ahora no: vuelve en la próxima sesión',
  inConversations: 'Abrir en conversaciones',
  verdict: 'Veredicto',
  why: 'Por qué está aquí',
  notWaiting: 'Esta conversación no está en la lista de revisión.',
  pointedAt: 'El motivo señala este mensaje',
  opened: (name, reason) => `${name}. ${reason}`,

  judged: (status, name) => (name ? `${status}: ${name}` : status),
  openAgain: 'Abrir de nuevo',
  undoFailed: 'No se pudo retirar el veredicto. Sigue como estaba.',
  judgedBy: (who, name, status) => `${who} dio su veredicto sobre ${name}: ${status}.`,
};
