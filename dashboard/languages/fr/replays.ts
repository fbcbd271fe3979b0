import type { replayTexts as English } from '../en/replays.ts';
import { number } from '../locale.ts';

const turns = (n: number) => `${n} ${n < 2 ? 'tour' : 'tours'}`;
const percent = (rate: number) => `${Math.round(rate * 100)} %`;

/** What is said about running conversations again, kept cases and versions; loaded with those who show them. */
export const replayTexts: typeof English = {
  title: 'Rejouer',
  panelText:
    'Posez à l’assistant d’aujourd’hui les questions de ce visiteur. Rien n’est enregistré ni envoyé.',
  open: 'Rejouer',
  isCase: 'Gardée comme cas',

  loading: 'Chargement de la conversation',
  failedTitle: 'Le chargement a échoué',
  back: 'Retour à la conversation',
  earlier: 'Avant',
  expected: 'Référence',
  now: 'Maintenant',
  greeting: 'Accueil',
  visitor: 'Visiteur',
  sameAnswer: 'Même réponse',
  noAnswer: 'Pas de réponse',
  lead: 'Prospect',
  field: 'Information',
  noLead: 'Ni avant ni maintenant, rien n’a été appris sur le visiteur.',
  missing: 'inconnu',
  version: (number) => (number ? `Assistant v${number}` : 'L’assistant'),
  ranBy: (who) => `rejouée par ${who}`,
  waiting: 'En attente de son tour…',
  running: (done, total) => `Questions en cours… ${done} sur ${turns(total)}`,
  outcomes: {
    same: 'Mêmes réponses, même prospect',
    changed_replies: 'Autres réponses',
    changed_lead: 'Autre prospect',
    fault: 'Pas de réponse',
  },
  changed: (changed, all) =>
    `${changed} ${changed < 2 ? 'réponse' : 'réponses'} sur ${all} ${changed < 2 ? 'a changé' : 'ont changé'}`,
  faultText: 'L’assistant n’a pas pu répondre ici : rien de ce qui suit n’a été demandé.',
  again: 'Rejouer',
  keep: 'Garder comme cas',
  kept: 'Gardée. Elle sera désormais rejouée avec tous les autres cas.',
  accept: 'En faire la référence',
  accepted: 'C’est désormais la référence de ce cas.',
  fix: (number) => (number ? `Marquer corrigé en v${number}` : 'Marquer comme corrigé'),
  fixed: 'Marqué comme corrigé.',
  fixNote: 'Rejouée avec l’assistant modifié.',
  failed: 'Cela n’a pas fonctionné.',

  cases: {
    title: 'Cas',
    text: 'Des conversations qui doivent bien se passer. Rejouez-les après une modification de l’assistant pour voir ce qui change dans ses réponses.',
    emptyTitle: 'Pas encore de cas',
    emptyText:
      'Ouvrez une conversation, appuyez sur « Rejouer » à côté, et gardez-la comme cas quand les réponses sont bonnes.',
    toConversations: 'Choisir une conversation',
    runAll: 'Tout rejouer',
    running: (done, total) => `${done} sur ${total}`,
    never: 'Jamais rejouée',
    see: 'Voir ce qui a changé',
    remove: 'Retirer',
    removed: 'Retirée des cas. La conversation reste.',
    expects: (version) => (version ? `référence : v${version}` : 'référence : premières réponses'),
    turns,
    count: (n) => `${n} cas`,
    progress: 'Cas rejoués',
  },

  history: {
    text: 'Chaque changement de ce qui sert à l’assistant pour répondre, et la part de ses conversations avec un problème.',
    now: 'répond maintenant',
    first: 'La première version.',
    by: (name) => `par ${name}`,
    nobody: 'Parlour lui-même',
    settings: {
      'agent.kind': 'Qui répond',
      'agent.fallbackText': 'Ce que les visiteurs lisent quand il ne peut pas répondre',
      'agent.replyTimeoutSeconds': 'Attendre une réponse au plus (secondes)',
      'agent.n8n.url': 'URL du chat du workflow',
      'agent.n8n.authHeader': 'En-tête du secret',
      'agent.n8n.authSecret': 'Secret du workflow',
      'agent.openai.baseUrl': 'Adresse du serveur du modèle',
      'agent.openai.apiKey': 'Clé API du modèle',
      'agent.openai.systemPrompt': 'Instructions',
      'widget.greeting': 'Message d’accueil',
      'lead.fields': 'Champs prospect et leur ordre',
    },
    lists: {
      knowledge: (question) => `Réponse à « ${question} »`,
      page: (title) => `Page « ${title} »`,
    },
    partOfField: (field, part) => `Champ prospect ${field} : ${part.toLowerCase()}`,
    emptyDiff: 'Aucune différence dans les réglages.',
    secret: 'Un secret a été modifié.',
    more: (n) => (n < 2 ? `et ${n} autre modification` : `et ${n} autres modifications`),
    show: (n) => `${n} ${n < 2 ? 'modification' : 'modifications'}`,
    conversations: (n) =>
      n === 0 ? 'Pas encore de conversation' : `${number(n)} ${n === 1 ? 'conversation' : 'conversations'}`,
    rate: (issues, reviewed) =>
      `${issues} avec un problème sur ${reviewed} ${reviewed < 2 ? 'relue' : 'relues'} (${percent(issues / reviewed)})`,
    unreviewed: 'aucune relue pour l’instant',
    compare: (before, after) =>
      before === after
        ? `La part de problèmes est restée à ${percent(after)}.`
        : `La part de problèmes est ${after < before ? 'descendue' : 'montée'} de ${percent(before)} à ${percent(after)} avec cette modification.`,
    failedTitle: 'L’historique ne s’est pas chargé',
    cases: 'Rejouer les cas gardés',
  },
};
