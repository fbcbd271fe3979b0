import type { faultTexts as English } from '../en/faults.ts';

/** What staff read about how answers came about, and why some did not. */
export const faultTexts: typeof English = {
  assistantFailedAt: (step) => `Der Assistent ist bei „${step}“ gescheitert.`,
  assistantFailed: 'Der Assistent konnte nicht antworten.',
  workflowFailedAt: (workflow, step) => `Der Workflow „${workflow}“ ist bei „${step}“ gescheitert.`,
  workflowFailed: (workflow) => `Der Workflow „${workflow}“ ist gescheitert.`,
  stepFailed: (step) => `Ein Workflow ist bei „${step}“ gescheitert.`,
  someWorkflowFailed: 'Ein Workflow hat einen Fehler gemeldet.',
  sawFallback: 'Der Besucher hat den Ersatztext gesehen.',
  times: (times) => `${times} Versuche`,
  openRun: 'Ausführung öffnen',
  run: (id) => `Ausführung ${id}`,
  resolved: 'Erledigt',
  muted: 'Stumm',

  version: (number) => (number ? `Assistent v${number}` : ''),
  versionFromHere: (number) => `Ab hier Assistent v${number}.`,
  late: 'Kam später: Der Besucher hatte zuerst den Ersatztext.',
  how: 'Wie diese Antwort entstand',
  model: 'Modell',
  tokens: 'Tokens',
  tokenCount: (input, output) => `${input} gelesen, ${output} geschrieben`,
  cost: 'Kosten',
  workflow: 'Workflow',
  runLabel: 'Ausführung',
  tools: 'Benutzte Werkzeuge',
};
