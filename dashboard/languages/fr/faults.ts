import type { faultTexts as English } from '../en/faults.ts';

/** What staff read about how answers came about, and why some did not. */
export const faultTexts: typeof English = {
  assistantFailedAt: (step) => `L’assistant a échoué à « ${step} ».`,
  assistantFailed: 'L’assistant n’a pas pu répondre.',
  workflowFailedAt: (workflow, step) => `Le workflow « ${workflow} » a échoué à « ${step} ».`,
  workflowFailed: (workflow) => `Le workflow « ${workflow} » a échoué.`,
  stepFailed: (step) => `Un workflow a échoué à « ${step} ».`,
  someWorkflowFailed: 'Un workflow a signalé une erreur.',
  sawFallback: 'Le visiteur a vu le texte de secours.',
  times: (times) => `${times} ${times < 2 ? 'essai' : 'essais'}`,
  openRun: 'Ouvrir l’exécution',
  run: (id) => `Exécution ${id}`,
  resolved: 'Résolue',
  muted: 'Ignorée',

  version: (number) => (number ? `Assistant v${number}` : ''),
  versionFromHere: (number) => `Assistant v${number} à partir d’ici.`,
  late: 'Arrivée plus tard : le visiteur a d’abord eu le texte de secours.',
  how: 'D’où vient cette réponse',
  model: 'Modèle',
  tokens: 'Tokens',
  tokenCount: (input, output) => `${input} lus, ${output} écrits`,
  cost: 'Coût',
  workflow: 'Workflow',
  runLabel: 'Exécution',
  tools: 'Outils utilisés',
};
