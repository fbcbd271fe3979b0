import type { takeoverTexts as English } from '../en/takeover.ts';
import { number } from '../locale.ts';

/** What the dashboard says about taking conversations over, writing in them, and being told of them. */
export const takeoverTexts: typeof English = {
  assistantAnswers: 'Aquí responde el asistente.',
  youHaveIt: 'Esta conversación está a su cargo. El asistente calla.',
  otherHasIt: (name) => `Esta conversación está a cargo de ${name}.`,
  colleague: 'Alguien del equipo',
  takeOver: 'Hacerse cargo',
  takeOverFrom: (name) => `Relevar a ${name}`,
  handBack: 'Devolver al asistente',
  tookItFirst: (name) => `${name} se adelantó por un momento. Si lo han hablado, puede hacerse cargo.`,
  write: 'Escribir al visitante',
  send: 'Enviar',
  sendHint: 'Intro envía; Mayús e Intro hace una línea nueva.',
  tooLong: (over) => (over === 1 ? 'Sobra un carácter.' : `Sobran ${number(over)} caracteres.`),
  visitorTypes: (name) => `${name} está escribiendo`,
  typing: 'Escribiendo…',
  waiting: 'Espera',
  waitingFor: (time) => `Espera ${time}`,
  waitingSince: (time) => `El visitante espera una respuesta desde: ${time}`,
  wantsPerson: 'Pide una persona',
  wantsPersonSince: (time) => `El asistente avisó al equipo de que se pide una persona: ${time}`,

  messenger: {
    soon: (hours) =>
      `Facebook acepta respuestas durante ${hours === 1 ? '1 hora' : `${hours} horas`} más. Después, solo lo que escriba una persona.`,
    onlyPeople: (days) =>
      `El asistente ya no puede responder aquí. Facebook acepta lo que escriba una persona durante ${days === 1 ? '1 día' : `${days} días`} más.`,
    closed: 'Facebook ya no acepta respuestas: la persona lleva 7 días sin escribir.',
    never: 'La persona aún no ha escrito. Facebook solo acepta una respuesta después.',
  },

  notify: {
    title: 'Notificaciones',
    text: 'Solo para este navegador. Cada conversación nueva se avisa una vez, y también cuando un visitante espera su respuesta.',
    on: 'Avisar de conversaciones nuevas y en espera',
    previews: 'Mostrar lo que escribió el visitante',
    previewsText:
      'Desactivado: la notificación nombra la página y nada personal. Otros pueden ver su pantalla.',
    blocked:
      'Su navegador bloquea las notificaciones de esta página. Permítalas en los ajustes del sitio y vuelva aquí.',
    unsupported: 'Este navegador no puede mostrar notificaciones de una página.',
    newTitle: 'Nueva conversación',
    waitingTitle: 'Un visitante espera su respuesta',
    wantedTitle: 'Un visitante quiere hablar con una persona',
    from: (path, site) => `De ${path} en ${site}`,
    onSite: (site) => `En ${site}`,
  },
};
