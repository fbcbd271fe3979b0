import type { TimeRule } from '../timeline.ts';
import { timesBy } from './times-by.ts';

export const times: readonly TimeRule[] = timesBy({
  asSoonAsPossible:
    '(?:des|aussitot|le plus (?:tot|vite|rapidement)) que possible|des que possible|le plus (?:tot|vite|rapidement) possible|au plus (?:vite|tot)|asap',
  atOnce: "tout de suite|immediatement|des maintenant|d'urgence|urgent|en urgence",
  noRush:
    "(?:il n'y a |y a )?(?:pas|aucune) (?:d'|de )?(?:urgence|presse|urgent)|rien ne presse|ce n'est pas (?:presse|urgent)|je ne suis pas presse|pas presse",
  counts: {
    un: 1,
    une: 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    douze: 12,
    quinze: 15,
    quelques: 4,
  },
  units: { day: 'jours?', week: 'semaines?', month: 'mois', quarter: 'trimestres?', year: 'ans?|annees?' },
  within: "d'ici(?: a)?|dans(?: les| environ)?|sous|en moins de|moins de|les prochaines|les prochains",
  to: 'a|ou',
  moreThan: 'plus de|apres|au-dela de',
  months: [
    'janvier',
    'fevrier',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'aout',
    'septembre',
    'octobre',
    'novembre',
    'decembre',
  ],
  by: "(?:pour|en|avant|d'ici|a partir de|jusqu'a|au)(?: debut| fin| mi| la fin| le mois de)?|debut|fin|mi|courant",
  seasons: {
    printemps: 2,
    'le printemps': 2,
    ete: 5,
    "l'ete": 5,
    "l'automne": 8,
    automne: 8,
    hiver: 11,
    "l'hiver": 11,
  },
  endOf: (unit) =>
    `(?:pour |avant |d'ici )?(?:la )?(?:fin|debut|milieu) (?:de |du |d')?(?:la |l'|cette |ce )?${unit}`,
  next: (unit) =>
    `(?:des |pour )?(?:le |la |l')?${unit} (?:prochaine?|qui vient|suivante?)|(?:ce|cette|le|la) (?:prochaine? )?${unit}(?: prochaine?)?`,
  soon: "aujourd'hui|demain|maintenant|bientot|tres bientot|prochainement",
  later:
    "plus tard|un jour|a l'avenir|je regarde (?:seulement|juste)|juste pour regarder|flexible|pas de date",
});
