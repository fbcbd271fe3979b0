/** Every language the guided agent speaks. */
import type { Language } from '../language.ts';
import { arabic as hearsArabic } from './hears/ar.ts';
import { german as hearsGerman } from './hears/de.ts';
import { english as hearsEnglish } from './hears/en.ts';
import { spanish as hearsSpanish } from './hears/es.ts';
import { french as hearsFrench } from './hears/fr.ts';
import type { Hears } from './hears/hears.ts';
import { arabic } from './says/ar.ts';
import { german } from './says/de.ts';
import { english } from './says/en.ts';
import { spanish } from './says/es.ts';
import { french } from './says/fr.ts';
import type { Sayings } from './says/sayings.ts';

export const SAYS: Readonly<Record<Language, Sayings>> = {
  en: english,
  de: german,
  es: spanish,
  fr: french,
  ar: arabic,
};

const TONGUES: Readonly<Record<Language, readonly Hears[]>> = {
  en: [hearsEnglish],
  de: [hearsGerman, hearsEnglish],
  es: [hearsSpanish, hearsEnglish],
  fr: [hearsFrench, hearsEnglish],
  ar: [hearsArabic, hearsEnglish],
};

/** What is understood in a conversation: its language, then English. */
export const tonguesIn = (language: Language): readonly Hears[] => TONGUES[language];
