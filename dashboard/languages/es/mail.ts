import type { mailTexts as English } from '../en/mail.ts';

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** What is said about mail: in a site's settings, in the outbox and in one's own account. */
export const mailTexts: typeof English = {
  card: {
    to: 'Quién recibe correos',
    toHint: 'Una dirección por línea. Cada una recibe su propio correo.',
    toPlaceholder: 'team@example.com',
    toWrong: (text) => `«${text}» no parece una dirección de correo.`,
    toMany: 'Como máximo 50 direcciones.',
    events: 'De qué se les avisa',
    eventsMissing: 'Elija al menos uno.',
    test: 'Enviar un correo de prueba',
    testText: 'Envía un correo a cada dirección tal como está aquí, guardada o no.',
    stateFailed: 'No se pudo saber si el correo funciona.',
    sends: (from) => `Los correos se envían desde ${from}.`,
    noBounces:
      'Sin RESEND_WEBHOOK_SECRET nadie se entera cuando una dirección rechaza correos. El README explica cómo definirlo.',
    outbox:
      'El correo no está configurado: falta RESEND_API_KEY. Hasta entonces los correos se guardan y no se pierde nada.',
    toOutbox: (n) =>
      n === 0
        ? 'Ver la bandeja de salida'
        : n === 1
          ? 'Ver 1 correo en la bandeja de salida'
          : `Ver ${n} correos en la bandeja de salida`,
    marked: 'A estas direcciones no se envía nada',
    clear: 'Volver a enviar',
    cleared: (address) => `Se vuelven a enviar correos a ${address}.`,
    clearFailed: 'No se pudo quitar el bloqueo.',
  },

  marks: {
    bounced: 'Correo devuelto',
    complained: 'Marcado como spam',
    suppressed: 'Bloqueado en Resend',
    failed: 'No se pudo enviar',
  },

  events: {
    'lead.completed': {
      title: 'Lead nuevo',
      text: 'Una conversación terminó y dejó un correo o un teléfono.',
    },
    'session.waiting': {
      title: 'Un visitante espera',
      text: 'Alguien pidió una persona, o espera a la que se hizo cargo.',
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
    'session.abandoned': {
      title: 'Conversación abandonada',
      text: 'El visitante lleva mucho tiempo sin escribir.',
    },
  },

  outbox: {
    text: 'Correos que se escribieron cuando nada podía enviarlos. Se guardan 90 días.',
    canSend: 'El correo ya está configurado. Lo que hay aquí no se envía solo: envíe lo que todavía importe.',
    cannotSend:
      'Defina RESEND_API_KEY y MAIL_FROM y se enviarán los correos nuevos. Lo que hay aquí se queda hasta que lo envíe.',
    failedTitle: 'La bandeja de salida no se cargó',
    emptyTitle: 'La bandeja de salida está vacía',
    emptyText: 'Si el correo no está configurado, aquí se guarda, para leerlo, lo que se habría enviado.',
    emptyReady: 'El correo está configurado, así que aquí no hay que guardar nada.',
    to: (address) => `para ${address}`,
    sent: 'Enviado',
    open: 'Leer',
    looks: 'Como se ve',
    plain: 'Como texto',
    how: 'Cómo mostrarlo',
    frame: (subject) => `El correo «${subject}»`,
    loading: 'Cargando el correo',
    hidesLink:
      'El enlace de este correo está oculto aquí, porque solo puede tenerlo su destinatario. En Personas se puede crear uno para dárselo.',
    toPeople: 'Ir a Personas',
    conversation: 'Abrir la conversación',
    send: 'Enviar ahora',
    sendAgain: 'Enviar de nuevo',
    sending: 'Se está enviando. El resultado aparece entre las entregas.',
    sendFailed: 'No se pudo enviar.',
    needsKey: 'Se podrá enviar cuando el correo esté configurado.',
  },

  account: {
    title: 'Sus correos',
    text: 'Qué correos recibe. Los que tratan de su inicio de sesión llegan siempre.',
    daily: 'Resumen diario',
    dailyText:
      'A las ocho de la mañana: conversaciones, leads y problemas abiertos del día anterior. Tras un día tranquilo no llega ninguno.',
    fixed: 'Cuando se corrige un problema que encontré',
    fixedText: 'Para poder comprobarlo.',
    failed: 'Sus preferencias no se cargaron.',
    saveFailed: 'No se pudo guardar.',
    problem: (why) =>
      `No se envía nada a su correo: ${lowerFirst(why)}. Un admin puede quitarlo en Personas.`,
  },

  people: { clear: 'Volver a enviarle correos' },
};
