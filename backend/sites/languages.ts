/**
 * The language of a site, and what is said in its name until somebody writes their own words.
 */
import type { Context } from 'koa';

/** A site's locale where each page decides: its chat speaks what `<html lang>` says ("undetermined", BCP 47). */
export const PAGE_LANGUAGE = 'und';

interface DefaultTexts {
  launcherText: string;
  consent: string;
  fallbackText: string;
}

const TEXTS: Readonly<Record<string, DefaultTexts>> = {
  en: {
    launcherText: 'Chat with us',
    consent: 'I agree that what I write here is stored so that you can answer me.',
    fallbackText:
      'I can’t answer right now. Please leave your e-mail or phone number, and the team will get back to you.',
  },
  de: {
    launcherText: 'Chatten Sie mit uns',
    consent:
      'Ich bin einverstanden, dass gespeichert wird, was ich hier schreibe, damit Sie mir antworten können.',
    fallbackText:
      'Ich kann gerade nicht antworten. Bitte hinterlassen Sie Ihre E-Mail-Adresse oder Telefonnummer, dann meldet sich das Team bei Ihnen.',
  },
  es: {
    launcherText: 'Hable con nosotros',
    consent: 'Acepto que se guarde lo que escriba aquí para que puedan responderme.',
    fallbackText:
      'Ahora mismo no puedo responder. Deje su correo o su teléfono, y el equipo se pondrá en contacto con usted.',
  },
  fr: {
    launcherText: 'Discutez avec nous',
    consent: 'J’accepte que ce que j’écris ici soit enregistré afin que vous puissiez me répondre.',
    fallbackText:
      'Je ne peux pas répondre pour le moment. Laissez votre e-mail ou votre numéro de téléphone, et l’équipe vous répondra.',
  },
  ar: {
    launcherText: 'تحدث معنا',
    consent: 'أوافق على حفظ ما أكتبه هنا حتى تتمكنوا من الرد عليّ.',
    fallbackText: 'لا أستطيع الإجابة الآن. اترك بريدك الإلكتروني أو رقم هاتفك، وسيتواصل معك الفريق.',
  },
};

/** The words a new site of this locale starts with; English where there are none. */
export const defaultTexts = (locale: string): DefaultTexts =>
  TEXTS[locale.toLowerCase().split('-')[0]!] ?? TEXTS.en!;

/** One of a site's texts; where it is still one that new sites start with, in this language. */
export function textIn(language: string, name: keyof DefaultTexts, text: string): string {
  const isAsItCame = Object.values(TEXTS).some((texts) => texts[name] === text);
  return isAsItCame ? defaultTexts(language)[name] : text;
}

/**
 * What whoever asks for a page or a file would like to read, where the site leaves its language to the page; else ''.
 * The answer is then another one for other readers.
 */
export function languageOfReader(ctx: Context, { locale }: { locale: string }): string {
  if (locale !== PAGE_LANGUAGE) return '';
  ctx.vary('Accept-Language');
  return languageTag(ctx.acceptsLanguages()[0]);
}

/** A language as addresses and headers name it, such as `de-AT`; empty where it is none. */
export const languageTag = (given: unknown): string =>
  typeof given === 'string' && /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(given) ? given : '';
