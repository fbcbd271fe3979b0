import type { Talk } from './talk.ts';

export const german: readonly Talk[] = [
  [
    [
      'Guten Tag',
      'Ich brauche eine neue Website für meine Bäckerei',
      'Mein Name ist Jörg Weiß',
      'joerg@weiss.de',
      'nein danke',
      '1.500 €',
      'nächste Woche',
    ],
    {
      need: 'Ich brauche eine neue Website für meine Bäckerei',
      name: 'Jörg Weiß',
      email: 'joerg@weiss.de',
      budget: '1.500 €',
      timeline: 'Innerhalb eines Monats',
    },
    [
      'Guten Tag.',
      'Wie heißen Sie?',
      'Freut mich, Jörg.',
      'das können wir überspringen',
      /^Vielen Dank, Jörg\./,
    ],
  ],
  [
    [
      'Ich heiße Ana von der Firma Acme GmbH, ana@acme.de, etwa fünftausend Euro',
      'Ein neues Logo',
      'lieber nicht',
      'so bald wie möglich',
    ],
    {
      need: 'Ein neues Logo',
      name: 'Ana',
      company: 'Acme GmbH',
      email: 'ana@acme.de',
      budget: '5000 Euro',
      timeline: 'So bald wie möglich',
    },
    [/Firma: Acme GmbH/],
  ],
  [
    [
      'Sind Sie ein Roboter?',
      'Ich suche einen Maler',
      'Kann ich mit einem Menschen sprechen?',
      '0151 23456789',
      'weiß nicht',
      'Ich bin Zahnärztin',
      'Peter',
      'zwischen 5.000 und 10.000 Euro',
      'im März',
    ],
    {
      need: 'Ich suche einen Maler',
      name: 'Peter',
      phone: '+4915123456789',
      budget: '5.000 bis 10.000 Euro',
      timeline: 'In 1 bis 3 Monaten',
    },
    ['automatischer Assistent', 'Wie kann man Sie erreichen?', 'Freut mich, Peter.'],
  ],
  [
    [
      'Ich bin Ana und suche einen Fotografen für unsere Hochzeit',
      'möchte ich nicht sagen',
      'nein',
      'Danke',
      'tschüss',
    ],
    { need: 'suche einen Fotografen für unsere Hochzeit', name: 'Ana' },
    [
      'Wäre Ihnen eine Telefonnummer lieber?',
      'Noch kann es Sie nicht erreichen',
      'Gern geschehen.',
      'schönen Tag',
    ],
  ],
  [
    ['I need a logo for my shop', "I'm Bob, bob@x.org", 'no', 'no', 'asap'],
    { need: 'I need a logo for my shop', name: 'Bob', email: 'bob@x.org', timeline: 'So bald wie möglich' },
    ['Freut mich, Bob.'],
  ],
];
