/**
 * A sample conversation as it is written down. What the assistant says is not: it answers for itself, by the rules that
 * hold for every visitor, and so do leads, completion and scores.
 */
import type { ReviewWrite } from '../reviews/schema.ts';

/** What happens after the greeting, in this order. A plain text is what the visitor says. */
export type Step = string | { staff: string } | 'hand back';

export interface Scene {
  /** So many days ago (the time of day stands with it), or only minutes ago. */
  began: { days: number; at: string } | { minutesAgo: number };
  page: keyof typeof PAGES;
  from?: keyof typeof CAMPAIGNS;
  device?: string;
  locale?: 'de';
  steps: readonly Step[];
  /** 1 to 5, and what the visitor wrote beside it. */
  rating?: { score: number; comment?: string };
  verdicts?: readonly ReviewWrite[];
  labels?: ReadonlyArray<keyof typeof LABELS>;
  note?: string;
  qualification?: 'qualified' | 'disqualified';
  fault?: keyof typeof FAULTS;
  /** What became of the lead that was sent on. */
  sent?: 'delivered' | 'late' | 'dead';
  archived?: true;
}

const SHOP = 'https://linden-loft.example';
export const PAGES = {
  home: { url: `${SHOP}/`, title: 'Linden & Loft: small offices, fitted out' },
  offices: { url: `${SHOP}/offices`, title: 'Offices for two to twenty' },
  prices: { url: `${SHOP}/prices`, title: 'What it costs' },
  acoustics: { url: `${SHOP}/acoustics`, title: 'Quiet rooms' },
  contact: { url: `${SHOP}/contact`, title: 'Contact' },
} as const;

export const CAMPAIGNS = {
  spring: { source: 'newsletter', medium: 'email', campaign: 'spring-offices' },
  search: { source: 'google', medium: 'cpc', campaign: 'small-office-leipzig' },
  partner: { source: 'coworking-guide.example', medium: 'referral' },
} as const;

export const LABELS = {
  'Call back': 'amber',
  'Quote sent': 'teal',
  'Big project': 'violet',
} as const;

export const FAULTS = {
  calendar: {
    workflow: { id: 'sample-visits', name: 'Book a first visit' },
    node: 'Calendar',
    message: 'The calendar did not answer within 30 seconds',
  },
  sheet: {
    workflow: { id: 'sample-sheet', name: 'Copy leads into the sheet' },
    node: 'Append row',
    message: 'Quota exceeded for write requests per minute',
  },
} as const;
