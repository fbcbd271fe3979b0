import type { KnowledgeEntry } from './agent-schema.ts';
import type { SiteCreate } from './schema.ts';

export const demoKnowledge: KnowledgeEntry[] = [
  {
    question: 'How much does it cost? What are your prices?',
    answer:
      'Most small offices come to between 3,000 and 12,000 euros, furniture included. You get a fixed price before anything starts.',
  },
  {
    question: 'How long does it take?',
    answer:
      'About four weeks from the first visit to the finished room. The work on site takes two to five days.',
  },
  {
    question: 'Where do you work? Do you come to my city?',
    answer:
      'We work all over Germany and Austria. The first visit is free within 100 km of Leipzig; further away we start by video.',
  },
  {
    question: 'Can I see examples of your work?',
    answer: 'Yes. The team can send you photos of three rooms close to yours in size and budget.',
  },
  {
    question: 'What guarantee do you give on furniture?',
    answer: 'Five years on everything we build, two years on chairs and lamps.',
  },
  {
    question: 'What are your opening hours? When can I call?',
    answer: 'The team is there Monday to Friday from 9 to 17. You can write here at any time.',
  },
];

/** The site behind /demo: an invented company that fits out small offices. */
export const demoSite: SiteCreate = {
  name: 'Linden & Loft',
  allowedOrigins: [],
  timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  widget: { title: 'Linden & Loft', launcherText: 'Ask us anything' },
  agent: {
    guided: {
      knowledge: demoKnowledge,
    },
  },
};
