/**
 * What Parlour itself says to a visitor, outside the guided agent and where the site has no words of its own.
 */
import { type Language, languageOf } from '../agents/language.ts';

export interface VisitorTexts {
  greeting: string;
  willTellTeam: string;
  teamWasTold: string;
  emailIncomplete: string;
  phoneIncomplete: string;
  countryMissing: string;
}

const TEXTS: Readonly<Record<Language, VisitorTexts>> = {
  en: {
    greeting: 'Hello. How can we help you?',
    willTellTeam: 'I’ll let the team know.',
    teamWasTold: 'The team has been told that a person is wanted here.',
    emailIncomplete: 'That address looks incomplete. Could you check it?',
    phoneIncomplete: 'That number looks incomplete. Could you check it?',
    countryMissing: 'Please add the country code, such as +44.',
  },
  de: {
    greeting: 'Guten Tag. Wie können wir Ihnen helfen?',
    willTellTeam: 'Ich sage dem Team Bescheid.',
    teamWasTold: 'Das Team weiß jetzt, dass hier ein Mensch gewünscht ist.',
    emailIncomplete: 'Diese Adresse sieht unvollständig aus. Könnten Sie sie prüfen?',
    phoneIncomplete: 'Diese Nummer sieht unvollständig aus. Könnten Sie sie prüfen?',
    countryMissing: 'Bitte ergänzen Sie die Ländervorwahl, etwa +49.',
  },
  es: {
    greeting: 'Hola. ¿En qué podemos ayudarle?',
    willTellTeam: 'Avisaré al equipo.',
    teamWasTold: 'Se ha avisado al equipo de que aquí se desea hablar con una persona.',
    emailIncomplete: 'Esa dirección parece incompleta. ¿Puede revisarla?',
    phoneIncomplete: 'Ese número parece incompleto. ¿Puede revisarlo?',
    countryMissing: 'Añada el prefijo del país, como +34.',
  },
  fr: {
    greeting: 'Bonjour. Comment pouvons-nous vous aider ?',
    willTellTeam: 'Je préviens l’équipe.',
    teamWasTold: 'L’équipe a été prévenue que vous souhaitez parler à une personne.',
    emailIncomplete: 'Cette adresse semble incomplète. Pouvez-vous la vérifier ?',
    phoneIncomplete: 'Ce numéro semble incomplet. Pouvez-vous le vérifier ?',
    countryMissing: 'Ajoutez l’indicatif du pays, comme +33.',
  },
  ar: {
    greeting: 'مرحبًا. كيف يمكننا مساعدتك؟',
    willTellTeam: 'سأخبر الفريق.',
    teamWasTold: 'تم إبلاغ الفريق برغبتك في التحدث إلى شخص.',
    emailIncomplete: 'يبدو هذا العنوان غير مكتمل. هل يمكنك التحقق منه؟',
    phoneIncomplete: 'يبدو هذا الرقم غير مكتمل. هل يمكنك التحقق منه؟',
    countryMissing: 'أضف رمز الدولة، مثل ‎+966.',
  },
};

/** In the language of a conversation, see `languageOf`. */
export const textsFor = (siteLocale: string, visitorLocale: string | null): VisitorTexts =>
  TEXTS[languageOf(siteLocale, visitorLocale)];
