/**
 * What a new site starts with: everything needed to chat at once, in plain words.
 */
import { leadFieldsIn } from '../agents/guided/default-fields.ts';
import { languageOf } from '../agents/language.ts';
import type { AgentSettings } from './agent-schema.ts';
import { defaultTexts } from './languages.ts';
import type { LeadSettings, WidgetSettings } from './schema.ts';

export const DEFAULT_TIMEZONE = 'UTC';
export const DEFAULT_LOCALE = 'en';

export function defaultWidget(siteName: string, locale: string): WidgetSettings {
  const { launcherText, consent } = defaultTexts(locale);
  return {
    title: siteName.slice(0, 80),
    greeting: '',
    launcherText,
    position: 'right',
    accent: '#0f766e',
    theme: 'auto',
    consent: {
      required: false,
      text: consent,
      version: '1',
    },
  };
}

export function defaultLead(locale: string): LeadSettings {
  return { fields: leadFieldsIn(languageOf(locale, null)) };
}

export function defaultAgent(locale: string): AgentSettings {
  return {
    kind: 'guided',
    fallbackText: defaultTexts(locale).fallbackText,
    replyTimeoutSeconds: 30,
    guided: { knowledge: [] },
  };
}
