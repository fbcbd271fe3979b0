import type { Scene } from '../scene.ts';

/** Yesterday and today: what is still open. */
export const today: readonly Scene[] = [
  {
    began: { days: 1, at: '09:19' },
    page: 'offices',
    from: 'search',
    steps: [
      'We need furniture for a new branch, twelve people, reception included',
      'Teresa Maier',
      'teresa.maier@maier-bau.example',
      '+49 30 23125 193',
      '20,000 euros',
      'In 1 to 3 months',
    ],
    rating: { score: 5 },
    labels: ['Big project'],
    sent: 'dead',
    fault: 'sheet',
  },
  {
    began: { days: 1, at: '10:57' },
    page: 'acoustics',
    steps: ['Does felt on the walls really help?', 'We are a music school with four practice rooms', 'Ada'],
    device: 'Chrome on Android',
  },
  {
    began: { days: 1, at: '13:36' },
    page: 'prices',
    from: 'partner',
    steps: [
      'Please call me back, I have a question about your offer',
      'Viktor Szabo',
      'viktor@szabo-wein.example',
      '+49 30 23125 198',
    ],
    labels: ['Call back'],
  },
  {
    began: { days: 1, at: '17:21' },
    page: 'contact',
    device: 'Safari on iPhone',
    steps: ['This bot is useless, it never understands me'],
    rating: { score: 1, comment: 'I only wanted a phone number.' },
  },
  {
    began: { minutesAgo: 260 },
    page: 'home',
    steps: ['What are your opening hours?'],
  },
  {
    began: { minutesAgo: 190 },
    page: 'offices',
    from: 'search',
    steps: [
      'Two desks and a sofa for a small studio, please',
      'Hannah Reed',
      'hannah@reed-illustration.example',
      'no phone',
      '2500 euros',
      'Within a month',
    ],
    rating: { score: 5, comment: 'Lovely.' },
    sent: 'delivered',
  },
  {
    began: { minutesAgo: 75 },
    page: 'prices',
    steps: ['How much does a standing desk cost?'],
    device: 'Edge on Windows',
  },
  {
    began: { minutesAgo: 38 },
    page: 'offices',
    from: 'spring',
    steps: [
      'Can you furnish a room of 40 square metres before the end of the month?',
      'Paul Lindner',
      'paul@lindner-software.example',
      '+49 30 23125 207',
      '10,000 euros',
    ],
  },
  {
    began: { minutesAgo: 16 },
    page: 'contact',
    device: 'Chrome on Android',
    steps: [
      'I have a problem with a chair you delivered last week',
      'I would like to talk to a person, please',
    ],
  },
  {
    began: { minutesAgo: 6 },
    page: 'acoustics',
    from: 'search',
    steps: ['We record podcasts and hear every car outside. What can you do?', 'Greta Sand'],
  },
];
