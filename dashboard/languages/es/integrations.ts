import type { integrationTexts as English } from '../en/integrations.ts';
import { number } from '../locale.ts';

const many = (n: number) => (n >= 10_000 ? `Más de ${number(10_000)}` : number(n));

/** What the settings of the integrations say. They load with the page of a site. */
export const integrationTexts: typeof English = {
  lead: 'Adónde van solos los leads y las novedades, y qué otras formas de escribirle llegan aquí.',
  loading: 'Cargando cómo van',
  failed: 'No se pudo cargar cómo van.',

  kinds: {
    webhook: {
      title: 'Webhook',
      text: 'Cuenta a n8n, o a cualquier otro programa, lo que ocurre aquí, en el momento en que ocurre.',
    },
    monday: { title: 'Monday.com', text: 'Pone cada lead en un tablero y lo mantiene al día allí.' },
    messenger: {
      title: 'Facebook Messenger',
      text: 'Lo que la gente escribe a su página llega aquí y se responde como el chat.',
    },
    email: { title: 'Correo', text: 'Avisa de leads y revisiones donde de todos modos se lee.' },
  },

  open: 'Ajustes',
  setUp: 'Configurar',
  close: 'Cerrar',
  openOf: (title) => `(${title})`,

  states: {
    none: 'Sin configurar',
    ready: 'Listo',
    works: 'Funciona',
    failing: 'Con fallos',
    off: 'Desactivado',
  },
  lastSuccess: 'Último éxito',
  lastFailure: 'Último fallo',
  never: 'Aún no se ha enviado nada',
  waiting: (n) => (n === 1 ? '1 espera para enviarse' : `${many(n)} esperan para enviarse`),
  dead: (n) => (n === 1 ? '1 fallida' : `${many(n)} fallidas`),
  offText: 'El destinatario pidió no recibir más. Lo que ocurra mientras tanto no se envía.',
  enable: 'Activar de nuevo',
  enabled: 'Activado de nuevo. Se envía lo que ocurra a partir de ahora.',
  enableFailed: 'No se pudo activar.',
  deliveries: 'Ver las entregas',
  retry: 'Enviar de nuevo las fallidas',
  retried: (n) => (n === 1 ? 'Se envía de nuevo 1.' : `Se envían de nuevo ${many(n)}.`),
  retryFailed: 'No se pudieron enviar de nuevo.',

  test: { busy: 'Esperando una respuesta', failed: 'La prueba no llegó a hacerse.' },

  addressWrong: 'Una dirección empieza por https:// o http://.',
  headerWrong:
    'Una cabecera solo tiene letras, cifras y guiones, y no puede ser una de las que dicen cómo se envía el mensaje.',

  webhook: {
    url: 'Dirección',
    urlHint: 'En n8n: la URL de producción de un nodo Webhook. Cada mensaje se envía ahí como JSON.',
    urlPlaceholder: 'https://n8n.example.com/webhook/…',
    events: 'De qué se le avisa',
    eventsMissing: 'Elija al menos uno.',
    secret: 'Secreto para las firmas',
    secretHint:
      'Cada mensaje se firma con él (Standard Webhooks), para que el destinatario sepa con certeza que viene de aquí.',
    noSecret: 'Aún no hay: los mensajes no se firman.',
    make: 'Crear un secreto',
    replaceTitle: '¿Crear un secreto nuevo?',
    replaceText:
      'Durante 24 horas los mensajes se firman con ambos, para cambiarlo con calma en el destinatario.',
    replaceAction: 'Crear uno nuevo',
    made: 'El secreto para las firmas',
    madeText: 'Es para el destinatario, que comprueba las firmas con él.',
    makeFailed: 'No se pudo crear el secreto.',
    bothUntil: 'El anterior sigue firmando también hasta',
    header: 'Cabecera',
    headerHint:
      'Para destinatarios que no comprueban firmas, como «Header Auth» en n8n. Vacío: Authorization.',
    headerSecret: 'Valor de la cabecera',
    headerSecretHint: 'Va con cada mensaje. En n8n, ponga el mismo en el nodo Webhook.',
    more: 'Una cabecera que demuestra quién envía',
    test: 'Enviar una prueba',
    testText: 'Envía un mensaje de tipo «test» con los ajustes tal como están aquí, guardados o no.',
    preview: 'Qué se envía',
    previewEvent: 'Ejemplo de',
    previewReal: 'De la conversación más reciente de este sitio que encaja.',
    previewMadeUp: 'Un ejemplo inventado: este sitio aún no tiene ninguna conversación que encaje.',
    previewFailed: 'El ejemplo no se cargó.',
    previewCode: 'El mensaje como JSON',
    workflows: 'Hay un flujo de n8n que lo descompone, listo para importar:',
    workflow: 'Descargar «Completed lead»',
  },

  events: {
    'lead.completed': {
      title: 'Lead completo',
      text: 'Una conversación terminó y dejó un correo o un teléfono. Una vez por cada una.',
    },
    'lead.qualified': { title: 'Lead calificado', text: 'Alguien de su equipo lo considera prometedor.' },
    'lead.updated': {
      title: 'Lead modificado',
      text: 'Cada vez que se averigua o cambia un dato.',
    },
    'session.completed': { title: 'Conversación completada', text: 'Con lead o sin él.' },
    'session.abandoned': {
      title: 'Conversación abandonada',
      text: 'El visitante lleva mucho tiempo sin escribir.',
    },
    'session.waiting': {
      title: 'Un visitante espera',
      text: 'Alguien en el chat pide una persona y no hay ninguna.',
    },
    'session.taken_over': {
      title: 'Una persona se hizo cargo',
      text: 'Alguien de su equipo responde en lugar de la IA.',
    },
    'review.issue': {
      title: 'Problema encontrado',
      text: 'En una revisión se vio algo mal en una conversación.',
    },
    'review.fixed': { title: 'Problema corregido', text: 'Alguien dice que está arreglado.' },
    'incident.opened': {
      title: 'Error de flujo',
      text: 'Un tipo de error nuevo, o uno que ya estaba resuelto.',
    },
  },
};
