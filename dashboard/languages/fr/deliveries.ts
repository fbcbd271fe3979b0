import type { deliveryTexts as English } from '../en/deliveries.ts';
import { number } from '../locale.ts';

const conversations = (n: number) => `${number(n)} ${n < 2 ? 'conversation' : 'conversations'}`;
const deliveries = (n: number) => `${number(n)} ${n < 2 ? 'envoi' : 'envois'}`;

/** What is said about what is sent out; loaded with those who show it. */
export const deliveryTexts: typeof English = {
  title: 'Envois',
  list: 'Tout ce qui est envoyé',
  loading: 'Chargement des envois',
  failed: 'Les envois ne se sont pas chargés',
  more: 'Afficher plus',
  loadingMore: 'Chargement…',
  moreFailed: 'La suite ne s’est pas chargée.',

  status: { dead: 'Abandonné', failed: 'Sera retenté', pending: 'En attente', delivered: 'Envoyé' },
  all: 'Tous',
  statusFilter: 'Où ils en sont',
  kind: 'Moyen',
  anyKind: 'Tous les moyens',
  kinds: { webhook: 'Webhook', monday: 'Monday.com', email: 'E-mail', messenger: 'Messenger' },
  site: 'Site',
  anySite: 'Tous les sites',
  event: 'Sujet',
  anyEvent: 'Tous les sujets',
  clear: 'Effacer les filtres',
  events: {
    'lead.completed': 'Nouveau prospect',
    'lead.qualified': 'Prospect qualifié',
    'lead.updated': 'Prospect modifié',
    'session.created': 'Nouvelle conversation',
    'session.completed': 'Conversation terminée',
    'session.abandoned': 'Conversation abandonnée',
    'session.archived': 'Conversation archivée',
    'session.taken_over': 'Prise de main',
    'session.released': 'Main rendue à l’assistant',
    'session.updated': 'Conversation modifiée',
    'message.created': 'Message',
    'review.issue': 'Problème trouvé',
    'review.fixed': 'Problème corrigé',
    'incident.opened': 'Nouvelle erreur',
    'staff.invited': 'Invitation',
    'staff.reset_requested': 'Nouveau mot de passe',
  },

  waiting: (to, tries) =>
    tries === 0 ? `En attente d’envoi à ${to}.` : `En attente d’un nouvel envoi à ${to}.`,
  sent: (to, tries) => (tries > 1 ? `Envoyé à ${to} après ${tries} essais.` : `Envoyé à ${to}.`),
  triedAgain: (to, tries, next) => `Envoyé ${tries} fois à ${to} sans succès. ${next}`,
  givenUp: (to, tries) => `Envoyé ${tries} fois à ${to} sans succès. Abandonné.`,
  nextAt: (time) => `Prochain essai à ${time}.`,
  nextOn: (time) => `Prochain essai ${time}.`,
  nextNow: 'Prochain essai dans un instant.',
  visitorOnMessenger: 'un visiteur sur Messenger',
  mailedTo: {
    'staff.invited': 'la personne invitée',
    'staff.reset_requested': 'la personne qui l’a demandé',
    'incident.opened': 'toute l’équipe admin',
    'review.fixed': 'la personne qui a vu le problème',
  },
  about: (event, to) => `${event} · ${to}`,

  pick: (what) => `Sélectionner : ${what}`,
  again: 'Renvoyer',
  allAgain: 'Tout renvoyer',
  selected: (n) => `${n} ${n < 2 ? 'sélectionné' : 'sélectionnés'}`,
  unselect: 'Vider la sélection',
  selectShown: 'Sélectionner les affichés',
  planned: (n) => (n < 2 ? 'Nouvel envoi en cours.' : `${deliveries(n)} repartent.`),
  noneFitting: 'Rien ici n’attend d’être renvoyé.',
  isUnderWay: 'L’envoi est en cours.',
  notPlanned: 'Cela n’a pas pu être programmé.',
  leadAgain: 'Renvoyer ce prospect',
  leadPlanned: (n) => (n < 2 ? 'Le prospect repart.' : `Le prospect repart vers ${n} endroits.`),
  connect: 'Connecter',

  emptyTitle: 'Rien n’a encore été envoyé',
  emptyText:
    'Dès qu’un prospect est complet, ce qui part vers vos autres outils apparaît ici : webhooks, éléments Monday.com, e-mails. Dites où envoyer les prospects dans les réglages de votre site.',
  toSites: 'Connecter un outil',
  noneTitle: 'Rien ici',
  noneText: 'Aucun envoi ne correspond à ces filtres.',

  back: 'Retour à la liste',
  loadingOne: 'Chargement de l’envoi',
  oneFailed: 'L’envoi ne s’est pas chargé',
  notFound: 'Cet envoi n’est pas ici',
  notFoundText: 'Il a peut-être été supprimé avec sa conversation, ou le lien est incomplet.',
  facts: 'Envoi',
  to: 'À',
  way: 'Moyen',
  conversation: 'Conversation',
  openConversation: 'Ouvrir la conversation',
  result: 'Résultat',
  openResult: {
    webhook: 'L’ouvrir là-bas',
    monday: 'Ouvrir l’élément dans Monday.com',
    email: 'L’ouvrir là-bas',
    messenger: 'L’ouvrir là-bas',
  },
  since: 'Programmé',
  arrived: 'Arrivé',
  tries: 'Essais',
  noTries: 'Pas encore tenté.',
  number: (n) => `Essai ${n}`,
  took: (duration) => `en ${duration}`,
  unfinished: 'En cours, ou interrompu.',
  accepted: 'Le destinataire l’a accepté.',
  answered: (status) => `Réponse ${status}`,
  answer: 'Début de la réponse',

  sentOut: 'Envois',
  help: 'Du plus récent au plus ancien. Ce qui n’est pas arrivé est retenté tout seul, pendant environ 18 heures.',

  sync: {
    button: 'Tout vérifier',
    busy: 'Examen de chaque conversation…',
    failed: 'La vérification n’est pas allée au bout.',
    well: (checked) => `Tout va bien. ${checked} : rien n’était resté à moitié fait.`,
    mended: (checked) => `${checked}. Ceci était resté à moitié fait, et c’est réparé :`,
    conversations: (n) => `${conversations(n)} ${n < 2 ? 'vérifiée' : 'vérifiées'}`,
    unfinished:
      'Il y en a trop pour un seul passage. Le reste est vérifié tout seul, petit à petit, chaque minute.',
    close: 'Fermer',
    created: (n) =>
      `${conversations(n)} ${n < 2 ? 'menée ailleurs : importée' : 'menées ailleurs : importées'}.`,
    completed: (n) =>
      `${conversations(n)} avec tout ce qui est demandé, encore ${n < 2 ? 'ouverte : terminée' : 'ouvertes : terminées'}.`,
    abandoned: (n) => `${conversations(n)} sans un mot depuis une heure : ${n < 2 ? 'fermée' : 'fermées'}.`,
    redelivered: (n) =>
      `${deliveries(n)} jamais ${n < 2 ? 'programmé : en route' : 'programmés : en route'} maintenant.`,
    recounted: (n) =>
      `${conversations(n)} avec un nombre de messages faux : ${n < 2 ? 'recomptée' : 'recomptées'}.`,
    answered: (n) => `${conversations(n)} où un visiteur attendait une réponse : réponse envoyée.`,
  },
};
