import type { deliveryTexts as English } from '../en/deliveries.ts';
import { number } from '../locale.ts';

const times = (n: number) => (n === 1 ? 'una vez' : n === 2 ? 'dos veces' : `${n} veces`);
const conversations = (n: number) => (n === 1 ? '1 conversación' : `${number(n)} conversaciones`);
const deliveries = (n: number) => (n === 1 ? '1 entrega' : `${number(n)} entregas`);
/** A word that follows as many conversations or deliveries. */
const word = (n: number, one: string) => (n === 1 ? one : `${one}s`);

/** What is said about what is sent out; loaded with those who show it. */
export const deliveryTexts: typeof English = {
  title: 'Entregas',
  list: 'Todo lo que se envía',
  loading: 'Cargando las entregas',
  failed: 'Las entregas no se cargaron',
  more: 'Mostrar más',
  loadingMore: 'Cargando más…',
  moreFailed: 'Las siguientes no se cargaron.',

  status: { dead: 'Fallida', failed: 'Se reintentará', pending: 'En espera', delivered: 'Enviada' },
  all: 'Todas',
  statusFilter: 'Cómo van',
  kind: 'Vía',
  anyKind: 'Cualquier vía',
  kinds: { webhook: 'Webhook', monday: 'Monday.com', email: 'Correo', messenger: 'Messenger' },
  site: 'Sitio',
  anySite: 'Todos los sitios',
  event: 'Motivo',
  anyEvent: 'Cualquier motivo',
  clear: 'Quitar los filtros',
  events: {
    'lead.completed': 'Lead nuevo',
    'lead.qualified': 'Lead calificado',
    'lead.updated': 'Lead modificado',
    'session.created': 'Nueva conversación',
    'session.completed': 'Conversación completada',
    'session.abandoned': 'Conversación abandonada',
    'session.archived': 'Conversación archivada',
    'session.taken_over': 'Conversación a cargo de una persona',
    'session.released': 'Conversación devuelta',
    'session.updated': 'Conversación modificada',
    'message.created': 'Mensaje',
    'review.issue': 'Problema encontrado',
    'review.fixed': 'Problema corregido',
    'incident.opened': 'Error nuevo',
    'staff.invited': 'Invitación',
    'staff.reset_requested': 'Nueva contraseña',
  },

  waiting: (to, tries) =>
    tries === 0 ? `A la espera de enviarse a ${to}.` : `A la espera de enviarse de nuevo a ${to}.`,
  sent: (to, tries) => (tries > 1 ? `Enviada a ${to} tras ${tries} intentos.` : `Enviada a ${to}.`),
  triedAgain: (to, tries, next) => `Enviada a ${to} ${times(tries)} sin éxito. ${next}`,
  givenUp: (to, tries) => `Enviada a ${to} ${times(tries)} sin éxito. No habrá más intentos.`,
  nextAt: (time) => `Próximo intento: ${time}.`,
  nextOn: (time) => `Próximo intento: ${time}.`,
  nextNow: 'Próximo intento en un momento.',
  visitorOnMessenger: 'el visitante en Messenger',
  mailedTo: {
    'staff.invited': 'la persona invitada',
    'staff.reset_requested': 'la persona que lo pidió',
    'incident.opened': 'los admins',
    'review.fixed': 'quien encontró el problema',
  },
  about: (event, to) => `${event} · ${to}`,

  pick: (what) => `Seleccionar: ${what}`,
  again: 'Enviar de nuevo',
  allAgain: 'Enviar todas de nuevo',
  selected: (n) => (n === 1 ? '1 seleccionada' : `${n} seleccionadas`),
  unselect: 'Quitar la selección',
  selectShown: 'Seleccionar las visibles',
  planned: (n) => (n === 1 ? 'Se está enviando de nuevo.' : `Se están enviando de nuevo ${deliveries(n)}.`),
  noneFitting: 'Aquí no hay nada por enviar de nuevo.',
  isUnderWay: 'Se está enviando ahora mismo.',
  notPlanned: 'No se pudo programar.',
  leadAgain: 'Enviar de nuevo este lead',
  leadPlanned: (n) =>
    n === 1 ? 'El lead está de nuevo en camino.' : `El lead está de nuevo en camino, a ${n} destinos.`,
  connect: 'Conectar',

  emptyTitle: 'Aún no se ha enviado nada',
  emptyText:
    'En cuanto un lead esté completo, aquí aparecerá lo que se envía a sus otras herramientas: webhooks, elementos de Monday.com, correos. El destino de los leads se indica en los ajustes del sitio.',
  toSites: 'Conectar algo',
  noneTitle: 'Aquí no hay nada',
  noneText: 'Ninguna entrega cumple estos filtros.',

  back: 'Volver a la lista',
  loadingOne: 'Cargando la entrega',
  oneFailed: 'La entrega no se cargó',
  notFound: 'Esta entrega no está aquí',
  notFoundText: 'Puede que se haya eliminado con su conversación o que el enlace no esté completo.',
  facts: 'Entrega',
  to: 'Para',
  way: 'Vía',
  conversation: 'Conversación',
  openConversation: 'Abrir la conversación',
  result: 'Resultado',
  openResult: {
    webhook: 'Abrirlo allí',
    monday: 'Abrir el elemento en Monday.com',
    email: 'Abrirlo allí',
    messenger: 'Abrirlo allí',
  },
  since: 'Programada',
  arrived: 'Llegada',
  tries: 'Intentos',
  noTries: 'Aún no se ha intentado.',
  number: (n) => `Intento ${n}`,
  took: (duration) => `tardó ${duration}`,
  unfinished: 'En camino o interrumpido.',
  accepted: 'El destinatario lo aceptó.',
  answered: (status) => `Respuesta ${status}`,
  answer: 'Comienzo de la respuesta',

  sentOut: 'Enviado',
  help: 'Las más recientes primero. Lo que no llega se reintenta solo durante unas 18 horas.',

  sync: {
    button: 'Comprobar todo',
    busy: 'Mirando cada conversación…',
    failed: 'La comprobación no llegó al final.',
    well: (checked) => `Todo va bien. Comprobado: ${checked}; nada quedó a medias.`,
    mended: (checked) => `Comprobado: ${checked}. Esto había quedado a medias y ya está arreglado:`,
    conversations,
    unfinished:
      'Hay más de lo que se puede mirar de una vez. El resto se comprueba solo, poco a poco, cada minuto.',
    close: 'Cerrar esto',
    created: (n) => `${conversations(n)} en otro lugar: ${word(n, 'traída')} aquí.`,
    completed: (n) =>
      `${conversations(n)} con todo lo que se pide y aún ${word(n, 'abierta')}: ${word(n, 'completada')}.`,
    abandoned: (n) => `${conversations(n)} sin una palabra desde hace una hora: ${word(n, 'cerrada')}.`,
    redelivered: (n) => `${deliveries(n)} sin programar: ya en camino.`,
    recounted: (n) =>
      `${conversations(n)} con un recuento de mensajes equivocado: ${word(n, 'contada')} de nuevo.`,
    answered: (n) =>
      `${conversations(n)} con un visitante a la espera de respuesta: ${word(n, 'respondida')}.`,
  },
};
