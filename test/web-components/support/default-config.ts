import type { WidgetConfig } from '../../../backend/visitor/schema.ts';

/** The settings of a site that asks for nothing special. */
export const defaultConfig: WidgetConfig = {
  siteKey: 'demo',
  title: 'Linden & Loft',
  greeting: 'Hello. How can we help you?',
  launcherText: '',
  locale: 'en',
  theme: 'light',
  position: 'right',
  accent: '#0d655f',
  consent: { required: false, text: '', version: '1' },
  leadForm: {
    fields: [
      { name: 'name', type: 'text', label: 'Name', question: 'Your name?', required: true },
      { name: 'email', type: 'email', label: 'E-mail', question: 'Your e-mail?', required: false },
      {
        name: 'budget',
        type: 'choice',
        label: 'Budget',
        question: 'Your budget?',
        required: false,
        choices: ['5k', '10k'],
      },
    ],
  },
};
