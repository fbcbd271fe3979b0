import type { Talk } from './talk.ts';

export const french: readonly Talk[] = [
  [
    [
      'Bonjour',
      'Je cherche un nouveau site web pour ma boulangerie',
      'Je m’appelle Zoé Lefèvre',
      'zoe@acme.fr',
      'je préfère ne pas le donner',
      '1 500 €',
      'le mois prochain',
    ],
    {
      need: 'Je cherche un nouveau site web pour ma boulangerie',
      name: 'Zoé Lefèvre',
      email: 'zoe@acme.fr',
      budget: '1 500 €',
      timeline: 'D’ici un mois',
    },
    [
      'Bonjour.',
      'Comment vous appelez-vous ?',
      'Enchanté, Zoé.',
      'Pas de problème, passons.',
      /^Merci, Zoé\./,
    ],
  ],
  [
    [
      'Je suis Ana de chez Acme, ana@acme.fr, environ cinq mille euros',
      'Un nouveau logo',
      'non',
      'Dès que possible',
    ],
    {
      need: 'Un nouveau logo',
      name: 'Ana',
      company: 'Acme',
      email: 'ana@acme.fr',
      budget: '5000 euros',
      timeline: 'Dès que possible',
    },
    [/Société: Acme/],
  ],
  [
    [
      'Êtes-vous un robot ?',
      'Combien coûte un site web ?',
      "je voudrais parler à quelqu'un",
      '01 42 68 53 00',
      'je ne sais pas',
      'Pierre',
      'entre 5 000 et 10 000 euros',
      'en mars',
    ],
    {
      need: 'Combien coûte un site web ?',
      name: 'Pierre',
      phone: '+33142685300',
      budget: '5 000 à 10 000 euros',
      timeline: 'Dans 1 à 3 mois',
    },
    ['assistant automatique', 'Comment peut-on vous joindre ?', 'Enchanté, Pierre.'],
  ],
  [
    [
      'Je suis Ana et je cherche un photographe pour notre mariage',
      'je préfère ne pas',
      'non',
      'Merci',
      'au revoir',
    ],
    { need: 'je cherche un photographe pour notre mariage', name: 'Ana' },
    [
      'Préférez-vous donner un numéro de téléphone ?',
      'pas encore de moyen de vous joindre',
      'Je vous en prie.',
      'Bonne journée.',
    ],
  ],
];
