import type { HeldConversation, PersonCounts } from '../../../backend/privacy/schema.ts';
import type { privacyTexts as English, countWords as EnglishCounts } from '../en/privacy.ts';
import { number } from '../locale.ts';

const many = (one: string, more: string) => (n: number) => `${number(n)} ${n === 1 ? one : more}`;

const counted: Record<keyof PersonCounts, (n: number) => string> = {
  sessions: many('conversación', 'conversaciones'),
  messages: many('mensaje', 'mensajes'),
  leads: many('lead', 'leads'),
  notes: many('nota del equipo', 'notas del equipo'),
  reviews: many('revisión', 'revisiones'),
  deliveries: many('entrega', 'entregas'),
  incidents: many('error de flujo', 'errores de flujo'),
  mentions: many('mención en otro lugar', 'menciones en otro lugar'),
};

/** "2 conversaciones", "14 mensajes", without what there is none of. */
export const countWords: typeof EnglishCounts = (counts) =>
  (Object.keys(counted) as (keyof PersonCounts)[])
    .filter((name) => (counts[name] ?? 0) > 0)
    .map((name) => counted[name](counts[name] ?? 0));

export const foundIn: Record<HeldConversation['foundIn'][number], string> = {
  lead: 'es el lead',
  history: 'estuvo antes en el lead',
  message: 'aparece en un mensaje',
  visit: 'aparece en cómo llegó',
};

/** What Settings > Privacy says. It loads with that page. */
export const privacyTexts: typeof English = {
  text: 'Para responder a quien pregunte qué se guarda sobre su persona, o pida borrarlo.',

  person: 'Una persona',
  personText:
    'Se busca en todo: los leads y lo que decían antes, cada mensaje, las notas, las entregas y los errores.',
  contact: 'Correo o teléfono',
  contactHint: 'Un teléfono con su prefijo de país, como +34.',
  find: 'Buscar',
  finding: 'Leyendo todas las conversaciones…',
  missing: 'Escriba un correo o un teléfono.',
  nothing: (contact) => `No se guarda nada sobre ${contact}.`,
  nothingText: 'Si esa persona usó otro correo o teléfono, búsquelo también.',
  held: (contact) => `Lo que se guarda sobre ${contact}`,
  conversations: 'Conversaciones',
  visitor: (page) => (page ? `Visitante de ${page}` : 'Un visitante'),
  newest: (n) => `Se muestran las ${n} más recientes.`,
  mentionsHint: 'Donde otras conversaciones mencionan el correo o el teléfono, solo se quita la mención.',

  download: 'Descargar todo',
  downloaded: 'El archivo está en sus descargas.',
  downloadBroke: 'El archivo no llegó entero. Inténtelo de nuevo.',
  fileName: (day) => `persona-${day}.json`,

  erase: 'Borrar…',
  eraseTitle: (contact) => `¿Borrar todo sobre ${contact}?`,
  eraseText: 'Esto desaparece definitivamente, para todos, y no se puede deshacer:',
  eraseAfter:
    'Seguirá borrado aunque se restaure una copia de seguridad anterior. Lo que ya se envió, como correos, webhooks y elementos de Monday.com, no se recupera.',
  typeWord: (word) => `Escriba «${word}» para continuar`,
  word: 'borrar',
  eraseNow: 'Borrar definitivamente',
  keep: 'Conservar',
  erased: (what) => (what ? `Borrado: ${what}.` : 'No quedaba nada que borrar.'),

  retention: 'Cuánto se guardan las conversaciones',
  retentionText: 'Se cuenta desde el último mensaje. Las más antiguas se quitan cada hora, con sus leads.',
  retentionFailed: 'Los sitios no se cargaron.',
  forEver: 'Para siempre',
  days: (n) => (n === 1 ? '1 día' : `${number(n)} días`),
  change: 'Cambiar',

  history: 'Borrados hasta ahora',
  historyText: 'Cuándo, por quién y cuánto. No se guarda de quién se trataba.',
  historyFailed: 'Los borrados no se cargaron.',
  historyEmpty: 'Aún no se ha borrado a nadie.',
  by: {
    staff: 'Alguien',
    api_key: 'Una clave de API',
    visitor: 'Un visitante, en el chat',
    system: 'Parlour',
  },
  key: (name) => `La clave ${name}`,
  nothingErased: 'no se guardaba nada',
  again: 'Repetido, porque una copia de seguridad lo había traído de vuelta',
};
