/**
 * What a new site starts with: everything needed to chat at once, in plain words.
 */
import { defaultLeadFields } from '../agents/guided/default-fields.ts';
import type { AgentSettings, LeadSettings, WidgetSettings } from './schema.ts';

export const DEFAULT_TIMEZONE = 'UTC';
export const DEFAULT_LOCALE = 'en';

export function defaultWidget(siteName: string): WidgetSettings {
  return {
    title: siteName.slice(0, 80),
    greeting: '',
    launcherText: 'Chat with us',
    position: 'right',
    accent: '#0f766e',
    theme: 'auto',
    consent: {
      required: false,
      text: 'I agree that what I write here is stored so that you can answer me.',
      version: '1',
    },
  };
}

export function defaultLead(): LeadSettings {
  return { fields: defaultLeadFields };
}

export function defaultAgent(): AgentSettings {
  return {
    kind: 'guided',
    fallbackText:
      'I can’t answer right now. Please leave your e-mail or phone number, and the team will get back to you.',
    replyTimeoutSeconds: 30,
    guided: { knowledge: [] },
  };
}
