import type { integrationTexts as English } from '../en/integrations.ts';
import { number } from '../locale.ts';

/** The server counts no further than this. */
const many = (n: number) => (n >= 10_000 ? `Plus de ${number(10_000)}` : number(n));

/** What the settings of the integrations say. They load with the page of a site. */
export const integrationTexts: typeof English = {
  lead: 'Où partent d’eux-mêmes les prospects et les nouvelles, et par quels autres moyens on peut vous écrire ici.',
  loading: 'Chargement de leur état',
  failed: 'Leur état ne s’est pas chargé.',

  kinds: {
    webhook: {
      title: 'Webhook',
      text: 'Prévient n8n, ou tout autre programme, de ce qui se passe ici, au moment où cela se passe.',
    },
    monday: { title: 'Monday.com', text: 'Place chaque prospect sur un tableau et l’y tient à jour.' },
    messenger: {
      title: 'Facebook Messenger',
      text: 'Ce qu’on écrit à votre Page arrive ici et reçoit une réponse, comme dans le chat.',
    },
    email: {
      title: 'E-mail',
      text: 'Prévient votre équipe des prospects et des relectures, là où elle lit de toute façon.',
    },
  },

  open: 'Réglages',
  setUp: 'Configurer',
  close: 'Fermer',
  openOf: (title) => `(${title})`,

  states: {
    none: 'Non configuré',
    ready: 'Configuré',
    works: 'Fonctionne',
    failing: 'En échec',
    off: 'Désactivé',
  },
  lastSuccess: 'Dernier succès',
  lastFailure: 'Dernier échec',
  never: 'Rien n’a encore été envoyé',
  waiting: (n) => `${many(n)} en attente d’envoi`,
  dead: (n) => `${many(n)} ${n < 2 ? 'abandonné' : 'abandonnés'}`,
  offText: 'Le destinataire ne veut plus rien recevoir. Ce qui se passe entre-temps n’est pas envoyé.',
  enable: 'Réactiver',
  enabled: 'C’est réactivé. Ce qui se passe à partir de maintenant est envoyé.',
  enableFailed: 'La réactivation a échoué.',
  deliveries: 'Voir les envois',
  retry: 'Renvoyer ce qui a été abandonné',
  retried: (n) => `${many(n)} ${n < 2 ? 'repart' : 'repartent'} maintenant.`,
  retryFailed: 'Le renvoi a échoué.',

  test: { busy: 'En attente d’une réponse', failed: 'Le test lui-même n’a pas abouti.' },

  addressWrong: 'Une adresse commence par https:// ou http://.',
  headerWrong:
    'Un en-tête ne contient que des lettres, des chiffres et des traits d’union, et n’est pas de ceux qui disent comment le message est envoyé.',

  webhook: {
    url: 'Adresse',
    urlHint: 'Dans n8n : l’URL de production d’un nœud Webhook. Chaque message y est envoyé en JSON.',
    urlPlaceholder: 'https://n8n.example.com/webhook/…',
    events: 'Ce qu’on lui annonce',
    eventsMissing: 'Choisissez-en au moins un.',
    secret: 'Secret des signatures',
    secretHint:
      'Il signe chaque message (Standard Webhooks), pour que le destinataire soit sûr que le message vient d’ici.',
    noSecret: 'Aucun pour l’instant : les messages ne sont pas signés.',
    make: 'Créer un secret',
    replaceTitle: 'Créer un nouveau secret ?',
    replaceText:
      'Pendant 24 heures, les messages sont signés avec les deux, pour que vous puissiez tranquillement le changer chez le destinataire.',
    replaceAction: 'En créer un nouveau',
    made: 'Le secret des signatures',
    madeText: 'Donnez-le au destinataire, qui s’en sert pour vérifier les signatures.',
    makeFailed: 'Le secret n’a pas pu être créé.',
    bothUntil: 'Le précédent signe aussi jusqu’au',
    header: 'En-tête',
    headerHint:
      'Pour les destinataires qui ne savent pas vérifier les signatures, comme « Header Auth » dans n8n. Vide : Authorization.',
    headerSecret: 'Valeur de l’en-tête',
    headerSecretHint: 'Jointe à chaque message. Dans n8n, donnez la même au nœud Webhook.',
    more: 'Un en-tête qui prouve qui envoie',
    test: 'Envoyer un test',
    testText: 'Envoie un message de type « test » avec les réglages affichés ici, enregistrés ou non.',
    preview: 'Ce qui est envoyé',
    previewEvent: 'Exemple pour',
    previewReal: 'Tiré de la conversation la plus récente de ce site qui convient.',
    previewMadeUp: 'Un exemple inventé : ce site n’a pas encore de conversation qui convient.',
    previewFailed: 'L’exemple ne s’est pas chargé.',
    previewCode: 'Le message en JSON',
    workflows: 'Un workflow n8n qui exploite ce message est prêt à importer :',
    workflow: 'Télécharger « Prospect complet »',
  },

  events: {
    'lead.completed': {
      title: 'Prospect complet',
      text: 'Une conversation s’est terminée et a laissé un e-mail ou un téléphone. Une fois pour chacune.',
    },
    'lead.qualified': { title: 'Prospect qualifié', text: 'Quelqu’un de votre équipe l’a jugé prometteur.' },
    'lead.updated': {
      title: 'Prospect modifié',
      text: 'Chaque fois qu’une information est apprise ou modifiée.',
    },
    'session.completed': { title: 'Conversation terminée', text: 'Avec ou sans prospect.' },
    'session.abandoned': {
      title: 'Conversation abandonnée',
      text: 'Le visiteur n’a plus écrit depuis longtemps.',
    },
    'session.waiting': {
      title: 'Un visiteur attend',
      text: 'Quelqu’un dans le chat veut parler à une personne, et personne n’est là.',
    },
    'session.taken_over': {
      title: 'Prise de main',
      text: 'Quelqu’un de votre équipe répond à la place de l’IA.',
    },
    'review.issue': {
      title: 'Problème trouvé',
      text: 'Un relecteur a trouvé un problème dans une conversation.',
    },
    'review.fixed': { title: 'Problème corrigé', text: 'Quelqu’un indique que c’est réparé.' },
    'incident.opened': {
      title: 'Erreur de workflow',
      text: 'Une erreur d’un nouveau genre, ou une qui avait été résolue.',
    },
  },
};
