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
  /** What the website vouches for can't be replaced in the form. */
  signedInAs(who: string): string;
  /** In the place of a person's name that visitors are not shown. */
  ourTeam: string;
  joined(name: string): string;
  tookOver(name: string, before: string): string;
  left(name: string): string;
  /** The person did not answer in time; without a name, nobody did. */
  couldNotAnswer(name?: string): string;
}

const TEXTS: Readonly<Record<Language, VisitorTexts>> = {
  en: {
    greeting: 'Hello. How can we help you?',
    willTellTeam: 'I’ll let the team know.',
    teamWasTold: 'The team has been told that a person is wanted here.',
    emailIncomplete: 'That address looks incomplete. Could you check it?',
    phoneIncomplete: 'That number looks incomplete. Could you check it?',
    countryMissing: 'Please add the country code, such as +44.',
    signedInAs: (who) => `You are signed in here as ${who}, so that stays as it is.`,
    ourTeam: 'Our team',
    joined: (name) => `${name} joined the conversation.`,
    tookOver: (name, before) => `${name} took over from ${before}.`,
    left: (name) => `${name} left the conversation. The assistant answers again.`,
    couldNotAnswer: (name) =>
      `${name ?? 'Nobody'} could${name ? ' not' : ''} answer just now. The assistant answers again.`,
  },
  de: {
    greeting: 'Guten Tag. Wie können wir Ihnen helfen?',
    willTellTeam: 'Ich sage dem Team Bescheid.',
    teamWasTold: 'Das Team weiß jetzt, dass hier ein Mensch gewünscht ist.',
    emailIncomplete: 'Diese Adresse sieht unvollständig aus. Könnten Sie sie prüfen?',
    phoneIncomplete: 'Diese Nummer sieht unvollständig aus. Könnten Sie sie prüfen?',
    countryMissing: 'Bitte ergänzen Sie die Ländervorwahl, etwa +49.',
    signedInAs: (who) => `Sie sind hier als ${who} angemeldet, deshalb bleibt das so.`,
    ourTeam: 'Unser Team',
    joined: (name) => `${name} ist jetzt im Gespräch.`,
    tookOver: (name, before) => `${name} übernimmt das Gespräch von ${before}.`,
    left: (name) => `${name} hat das Gespräch verlassen. Der Assistent antwortet wieder.`,
    couldNotAnswer: (name) =>
      `${name ?? 'Niemand'} konnte gerade ${name ? 'nicht ' : ''}antworten. Der Assistent antwortet wieder.`,
  },
  es: {
    greeting: 'Hola. ¿En qué podemos ayudarle?',
    willTellTeam: 'Avisaré al equipo.',
    teamWasTold: 'Se ha avisado al equipo de que aquí se desea hablar con una persona.',
    emailIncomplete: 'Esa dirección parece incompleta. ¿Puede revisarla?',
    phoneIncomplete: 'Ese número parece incompleto. ¿Puede revisarlo?',
    countryMissing: 'Añada el prefijo del país, como +34.',
    signedInAs: (who) => `Ha iniciado sesión aquí como ${who}, así que eso no cambia.`,
    ourTeam: 'Nuestro equipo',
    joined: (name) => `${name} se ha unido a la conversación.`,
    tookOver: (name, before) => `${name} sigue la conversación en lugar de ${before}.`,
    left: (name) => `${name} ha dejado la conversación. El asistente vuelve a responder.`,
    couldNotAnswer: (name) =>
      `${name ? `${name} no` : 'Nadie'} ha podido responder ahora. El asistente vuelve a responder.`,
  },
  fr: {
    greeting: 'Bonjour. Comment pouvons-nous vous aider ?',
    willTellTeam: 'Je préviens l’équipe.',
    teamWasTold: 'L’équipe a été prévenue que vous souhaitez parler à une personne.',
    emailIncomplete: 'Cette adresse semble incomplète. Pouvez-vous la vérifier ?',
    phoneIncomplete: 'Ce numéro semble incomplet. Pouvez-vous le vérifier ?',
    countryMissing: 'Ajoutez l’indicatif du pays, comme +33.',
    signedInAs: (who) => `Vous êtes connecté ici en tant que ${who}, cela reste donc tel quel.`,
    ourTeam: 'Notre équipe',
    joined: (name) => `${name} a rejoint la conversation.`,
    tookOver: (name, before) => `${name} prend le relais de ${before}.`,
    left: (name) => `${name} a quitté la conversation. L’assistant répond à nouveau.`,
    couldNotAnswer: (name) =>
      `${name ? `${name} n’a pas` : 'Personne n’a'} pu répondre pour le moment. L’assistant répond à nouveau.`,
  },
  ar: {
    greeting: 'مرحبًا. كيف يمكننا مساعدتك؟',
    willTellTeam: 'سأخبر الفريق.',
    teamWasTold: 'تم إبلاغ الفريق برغبتك في التحدث إلى شخص.',
    emailIncomplete: 'يبدو هذا العنوان غير مكتمل. هل يمكنك التحقق منه؟',
    phoneIncomplete: 'يبدو هذا الرقم غير مكتمل. هل يمكنك التحقق منه؟',
    countryMissing: 'أضف رمز الدولة، مثل ‎+966.',
    signedInAs: (who) => `سجّلت الدخول هنا باسم ${who}، لذلك يبقى هذا كما هو.`,
    ourTeam: 'فريقنا',
    joined: (name) => `انضم إلى المحادثة: ${name}.`,
    tookOver: (name, before) => `يتابع المحادثة الآن ${name} بدلًا من ${before}.`,
    left: (name) => `غادر المحادثة: ${name}. يجيب المساعد من جديد.`,
    couldNotAnswer: (name) =>
      `${name ? `تعذّر على ${name} الرد الآن` : 'لم يتمكن أحد من الرد الآن'}. يجيب المساعد من جديد.`,
  },
};

/** In the language of a conversation, see `languageOf`. */
export const textsFor = (siteLocale: string, visitorLocale: string | null): VisitorTexts =>
  TEXTS[languageOf(siteLocale, visitorLocale)];
