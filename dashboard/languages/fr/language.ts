import type { languageTexts as English } from '../en/language.ts';

export const languageTexts: typeof English = {
  label: 'Langue',
  browser: 'Celle du navigateur',
  loseTitle: 'Modifications non enregistrées',
  loseText:
    'Changer de langue recharge cette page. Ce que vous avez saisi sans l’enregistrer ni l’envoyer serait perdu.',
  change: 'Changer de langue',
};
