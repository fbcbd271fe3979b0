import type { faultTexts as English } from '../en/faults.ts';

/** What staff read about how answers came about, and why some did not. */
export const faultTexts: typeof English = {
  assistantFailedAt: (step) => `El asistente falló en «${step}».`,
  assistantFailed: 'El asistente no pudo responder.',
  workflowFailedAt: (workflow, step) => `El flujo «${workflow}» falló en «${step}».`,
  workflowFailed: (workflow) => `El flujo «${workflow}» falló.`,
  stepFailed: (step) => `Un flujo falló en «${step}».`,
  someWorkflowFailed: 'Un flujo comunicó un error.',
  sawFallback: 'El visitante vio el texto de reserva.',
  times: (times) => `${times} intentos`,
  openRun: 'Abrir la ejecución',
  run: (id) => `Ejecución ${id}`,
  resolved: 'Resuelto',
  muted: 'Silenciado',

  version: (number) => (number ? `Asistente v${number}` : ''),
  versionFromHere: (number) => `Asistente v${number} a partir de aquí.`,
  late: 'Llegó más tarde: el visitante vio antes el texto de reserva.',
  how: 'Cómo surgió esta respuesta',
  model: 'Modelo',
  tokens: 'Tokens',
  tokenCount: (input, output) => `${input} leídos, ${output} escritos`,
  cost: 'Costo',
  workflow: 'Flujo',
  runLabel: 'Ejecución',
  tools: 'Herramientas usadas',
};
