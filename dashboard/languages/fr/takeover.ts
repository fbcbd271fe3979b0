import type { takeoverTexts as English } from '../en/takeover.ts';
import { number } from '../locale.ts';

/** What the dashboard says about taking conversations over, writing in them, and being told of them. */
export const takeoverTexts: typeof English = {
  assistantAnswers: 'L’assistant répond ici.',
  youHaveIt: 'Vous avez la main. L’assistant se tait.',
  otherHasIt: (name) => `${name} a la main.`,
  colleague: 'Un collègue',
  takeOver: 'Prendre la main',
  takeOverFrom: (name) => `Relayer ${name}`,
  handBack: 'Rendre la main à l’assistant',
  tookItFirst: (name) =>
    `${name} a été plus rapide d’un instant. Vous pouvez prendre la main si vous en avez parlé ensemble.`,
  write: 'Écrire au visiteur',
  send: 'Envoyer',
  sendHint: 'Entrée envoie, Maj et Entrée passent à la ligne.',
  tooLong: (over) => (over < 2 ? 'Un caractère de trop.' : `${number(over)} caractères de trop.`),
  visitorTypes: (name) => `${name} écrit`,
  typing: 'Écrit…',
  waiting: 'Attend',
  waitingFor: (time) => `Attend depuis ${time}`,
  waitingSince: (time) => `Le visiteur attend une réponse depuis le ${time}`,
  wantsPerson: 'Veut une personne',
  wantsPersonSince: (time) => `L’assistant a prévenu l’équipe le ${time} qu’une personne est demandée`,

  messenger: {
    soon: (hours) =>
      `Facebook accepte des réponses pendant encore ${hours} ${hours < 2 ? 'heure' : 'heures'}. Ensuite, seulement ce qu’écrit une personne.`,
    onlyPeople: (days) =>
      `L’assistant n’a plus le droit de répondre ici. Facebook accepte ce qu’écrit une personne pendant encore ${days} ${days < 2 ? 'jour' : 'jours'}.`,
    closed: 'Facebook n’accepte plus de réponse : la personne n’a pas écrit depuis 7 jours.',
    never: 'La personne n’a pas encore écrit. Facebook n’accepte une réponse qu’après son message.',
  },

  notify: {
    title: 'Notifications',
    text: 'Pour ce navigateur seulement. Chaque nouvelle conversation est annoncée une fois, et vous êtes prévenu quand un visiteur attend votre réponse.',
    on: 'Me prévenir des conversations nouvelles et en attente',
    previews: 'Montrer ce que le visiteur a écrit',
    previewsText:
      'Désactivé : une notification indique la page et rien de personnel. D’autres peuvent voir votre écran.',
    blocked:
      'Votre navigateur bloque les notifications de cette page. Autorisez-les dans ses réglages de site, puis revenez.',
    unsupported: 'Ce navigateur ne peut pas afficher de notifications depuis une page.',
    newTitle: 'Nouvelle conversation',
    waitingTitle: 'Un visiteur attend votre réponse',
    wantedTitle: 'Un visiteur aimerait parler à une personne',
    from: (path, site) => `Depuis ${path} sur ${site}`,
    onSite: (site) => `Sur ${site}`,
  },
};
