/** Every language the guided agent speaks. */
import type { Language } from '../language.ts';
import { german as hearsGerman } from './hears/de.ts';
import { english as hearsEnglish } from './hears/en.ts';
import type { Hears } from './hears/hears.ts';
import { german } from './says/de.ts';
import { english } from './says/en.ts';
import type { Sayings } from './says/sayings.ts';

export const SAYS: Readonly<Record<Language, Sayings>> = {
  en: english,
  de: german,
  es: english,
  fr: english,
  ar: english,
};

const TONGUES: Readonly<Record<Language, readonly Hears[]>> = {
  en: [hearsEnglish],
  de: [hearsGerman, hearsEnglish],
  es: [hearsEnglish],
  fr: [hearsEnglish],
  ar: [hearsEnglish],
};

/** What is understood in a conversation: its language, then English. */
export const tonguesIn = (language: Language): readonly Hears[] => TONGUES[language];
