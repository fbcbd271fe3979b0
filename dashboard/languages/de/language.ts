import type { languageTexts as English } from '../en/language.ts';

export const languageTexts: typeof English = {
  label: 'Sprache',
  browser: 'Wie der Browser',
  loseTitle: 'Hier ist etwas noch nicht gespeichert',
  loseText:
    'Eine andere Sprache lädt diese Seite neu. Was Sie getippt und nicht gespeichert oder gesendet haben, ginge verloren.',
  change: 'Sprache wechseln',
};
