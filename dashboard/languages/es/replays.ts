import type { replayTexts as English } from '../en/replays.ts';
import { number } from '../locale.ts';

const turns = (n: number) => (n === 1 ? '1 turno' : `${n} turnos`);
const percent = (rate: number) => `${Math.round(rate * 100)}\u00a0%`;

/** What is said about running conversations again, kept cases and versions; loaded with those who show them. */
export const replayTexts: typeof English = {
  title: 'Repetir',
  panelText:
    'Preguntar al asistente, tal como es ahora, lo que preguntó este visitante. No se guarda ni se envía nada.',
  open: 'Repetir',
  isCase: 'Guardada como caso',

  loading: 'Cargando la conversación',
  failedTitle: 'No se cargó',
  back: 'Volver a la conversación',
  earlier: 'Entonces',
  expected: 'Esperado',
  now: 'Ahora',
  greeting: 'Saludo',
  visitor: 'Visitante',
  sameAnswer: 'Misma respuesta',
  noAnswer: 'Sin respuesta',
  lead: 'Lead',
  field: 'Dato',
  noLead: 'Ni entonces ni ahora se averiguó nada sobre el visitante.',
  missing: 'no se sabe',
  version: (number) => (number ? `Asistente v${number}` : 'El asistente'),
  ranBy: (who) => `repetida por ${who}`,
  waiting: 'Esperando su turno…',
  running: (done, total) => `Preguntando… ${done} de ${turns(total)}`,
  outcomes: {
    same: 'Mismas respuestas, mismo lead',
    changed_replies: 'Otras respuestas',
    changed_lead: 'Otro lead',
    fault: 'Sin respuesta',
  },
  changed: (changed, all) =>
    `${changed === 1 ? 'Cambió 1' : `Cambiaron ${changed}`} de ${all === 1 ? '1 respuesta' : `${all} respuestas`}`,
  faultText: 'El asistente no pudo responder aquí, así que no se preguntó nada más.',
  again: 'Repetir',
  keep: 'Guardar como caso',
  kept: 'Guardada. A partir de ahora se repite con todos los demás casos.',
  accept: 'Esperar esto desde ahora',
  accepted: 'Aceptado. Esto es lo que el caso espera desde ahora.',
  fix: (number) => (number ? `Marcar como corregida en v${number}` : 'Marcar como corregida'),
  fixed: 'Marcada como corregida.',
  fixNote: 'Repetida con el asistente modificado.',
  failed: 'No se pudo hacer.',

  cases: {
    title: 'Casos',
    text: 'Conversaciones que deben salir bien. Conviene repetirlas tras un cambio del asistente para ver qué se responde de otro modo.',
    emptyTitle: 'Aún no hay casos',
    emptyText:
      'Abra una conversación, pulse «Repetir» a su lado y guárdela como caso cuando las respuestas sean correctas.',
    toConversations: 'Elegir una conversación',
    runAll: 'Repetir todos',
    running: (done, total) => `${done} de ${total}`,
    never: 'Aún sin repetir',
    see: 'Ver qué cambió',
    remove: 'Quitar',
    removed: 'Quitada de los casos. La conversación se queda.',
    expects: (version) => (version ? `espera v${version}` : 'espera las primeras respuestas'),
    turns,
    count: (n) => (n === 1 ? '1 caso' : `${n} casos`),
    progress: 'Casos repetidos',
  },

  history: {
    text: 'Cada cambio de aquello con lo que responde el asistente, y con qué frecuencia sus conversaciones tuvieron un problema.',
    now: 'responde ahora',
    first: 'La primera versión.',
    by: (name) => `por ${name}`,
    nobody: 'el propio Parlour',
    settings: {
      'agent.kind': 'Quién responde',
      'agent.fallbackText': 'Qué leen los visitantes cuando no puede responder',
      'agent.replyTimeoutSeconds': 'Espera máxima de una respuesta (segundos)',
      'agent.n8n.url': 'URL del chat del flujo',
      'agent.n8n.authHeader': 'Cabecera para el secreto',
      'agent.n8n.authSecret': 'Secreto del flujo',
      'agent.openai.baseUrl': 'Dirección del servidor del modelo',
      'agent.openai.apiKey': 'Clave de API del modelo',
      'agent.openai.systemPrompt': 'Instrucciones',
      'widget.greeting': 'Saludo',
      'lead.fields': 'Campos del lead y su orden',
    },
    lists: {
      knowledge: (question) => `Respuesta a «${question}»`,
      page: (title) => `Página «${title}»`,
    },
    partOfField: (field, part) => `Campo ${field}: ${part.toLowerCase()}`,
    emptyDiff: 'Ninguna diferencia en los ajustes.',
    secret: 'Se cambió un secreto.',
    more: (n) => (n === 1 ? 'y 1 cambio más' : `y ${n} cambios más`),
    show: (n) => (n === 1 ? '1 cambio' : `${n} cambios`),
    conversations: (n) =>
      n === 0 ? 'Ninguna conversación' : n === 1 ? '1 conversación' : `${number(n)} conversaciones`,
    rate: (issues, reviewed) =>
      `${issues} de ${reviewed === 1 ? '1 revisada' : `${reviewed} revisadas`} con problema (${percent(issues / reviewed)})`,
    unreviewed: 'ninguna revisada aún',
    compare: (before, after) =>
      before === after
        ? `La tasa de problemas siguió en el ${percent(after)}.`
        : `Con este cambio, la tasa de problemas ${after < before ? 'bajó' : 'subió'} del ${percent(before)} al ${percent(after)}.`,
    failedTitle: 'El historial no se cargó',
    cases: 'Repetir los casos guardados',
  },
};
