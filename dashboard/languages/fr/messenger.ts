import type { messengerTexts as English } from '../en/messenger.ts';

/** What the settings of Facebook Messenger say. They load with the page of a site. */
export const messengerTexts: typeof English = {
  stepsTitle: 'Comment connecter une Page',
  steps: [
    'Sur developers.facebook.com, ouvrez ou créez une app et ajoutez-y Messenger. Il faut être admin de la Page.',
    'Sous Messenger, « Paramètres de l’API », connectez la Page et générez son token. Copiez le token et l’identifiant de la Page dans les champs ci-dessous.',
    'Sous « Paramètres de l’app », « Général », copiez la clé secrète dans son champ. Créez ici un token de vérification, puis enregistrez cette page.',
    'De retour sous Messenger, « Configurer les webhooks », collez l’URL de rappel et le token de vérification, et laissez Facebook les vérifier.',
    'Abonnez la Page à messages, messaging_postbacks, messaging_referrals et message_echoes. Puis essayez ci-dessous.',
  ],
  pageId: 'Identifiant de la Page',
  pageIdHint: 'Un long nombre. Il figure aussi sur la Page sous « À propos », « Transparence de la Page ».',
  pageToken: 'Token de la Page',
  pageTokenHint: 'Permet à Parlour de répondre au nom de la Page.',
  appSecret: 'Clé secrète de l’app',
  appSecretHint: 'Prouve qu’un message vient de Facebook. Sans elle, tous sont refusés.',
  verifyToken: 'Token de vérification',
  verifyTokenHint: 'Un mot de passe que Facebook présente une fois, quand vous configurez le webhook.',
  make: 'En créer un',
  makeNew: 'En créer un nouveau',
  made: 'Copiez-le maintenant, il ne sera plus affiché. Il servira une fois enregistré.',
  verifySet: (hint) => (hint.length > 3 ? `Défini, se termine par ${hint}` : 'Défini'),
  callback: 'URL de rappel',
  callbackHint: 'Facebook doit pouvoir l’atteindre : une adresse en https, ouverte sur internet.',
  stateFailed: 'L’URL de rappel ne s’est pas chargée.',
  graphUrl: 'Adresse de Facebook',
  graphUrlHint: 'Seulement pour passer par votre propre proxy. Vide : Facebook directement.',
  more: 'Plus',
  testText:
    'Interroge Facebook sur la Page avec les réglages affichés ici, enregistrés ou non. Personne ne reçoit de message.',
  test: 'Essayer',
  lastEvent: 'Dernière nouvelle de Facebook',
  never: 'Aucune nouvelle de Facebook pour l’instant. Écrivez à votre Page pour essayer.',
};
