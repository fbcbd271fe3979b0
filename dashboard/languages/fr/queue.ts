import type { queueTexts as English } from '../en/queue.ts';
import { number } from '../locale.ts';

const conversations = (n: number) => `${number(n)} ${n < 2 ? 'conversation' : 'conversations'}`;

/** What is said where conversations are read and judged one after the other; loaded with that page. */
export const queueTexts: typeof English = {
  title: 'Relecture',
  loading: 'Chargement de ce qui est à relire',
  failed: 'La file ne s’est pas chargée',
  list: 'À relire ensuite',
  signals: {
    recheck: 'À revérifier',
    workflow_error: 'Erreur de workflow',
    fallback: 'Texte de secours',
    no_reply: 'Sans réponse',
    wants_person: 'Veut une personne',
    low_rating: 'Mauvaise note',
    strong_words: 'Ton vif',
    contradiction: 'Contradiction',
    repeated_question: 'Question répétée',
    corrected_detail: 'Info corrigée',
    slow_reply: 'Réponse lente',
    left_after_contact: 'Parti aux coordonnées',
    left_after_question: 'Parti à la question',
    sample: 'Au hasard',
  },
  reasons: {
    recheck: 'Déclarée corrigée : à vérifier à nouveau.',
    workflow_error: 'Quelque chose a échoué ici dans le workflow.',
    fallback: 'L’assistant n’a pas pu répondre et a montré le texte de secours.',
    no_reply: 'Personne n’a répondu aux derniers mots du visiteur.',
    wants_person: 'Le visiteur a demandé une personne et personne n’est venu.',
    low_rating: 'Le visiteur a noté la conversation 1 ou 2 sur 5.',
    strong_words: 'Le visiteur a pris un ton vif.',
    contradiction: 'Le visiteur a dit que quelque chose était faux ou déjà dit.',
    repeated_question: 'Le visiteur a reposé la même question.',
    corrected_detail: 'Le visiteur a corrigé une information qui avait été notée.',
    slow_reply: 'Le visiteur a attendu longtemps une réponse.',
    left_after_contact: 'Le visiteur est parti quand on lui a demandé ses coordonnées.',
    left_after_question: 'Le visiteur est parti juste après une question.',
    sample: 'Choisie au hasard.',
  },
  moreReasons: (n) => `${n} autre${n < 2 ? '' : 's'} raison${n < 2 ? '' : 's'}`,

  anyReason: 'Toutes les raisons',
  reason: 'Raison',
  withCount: (name, n) => `${name} (${number(n)})`,
  anySite: 'Tous les sites',
  site: 'Site',
  clear: 'Tout afficher',
  coverage: (reviewed, eligible, days, waiting) => {
    const share = eligible === 0 ? 0 : Math.round((reviewed / eligible) * 100);
    const since = days < 2 ? 'du dernier jour' : `des ${days} derniers jours`;
    return `${number(reviewed)} ${reviewed < 2 ? 'relue' : 'relues'} sur ${conversations(eligible)} ${since} (${share} %), ${number(waiting)} en attente.`;
  },
  share: 'Part des conversations relues',
  sitting: (n) => `${number(n)} ${n < 2 ? 'relue' : 'relues'} pendant cette séance`,
  skipped: (n) => `${number(n)} ${n < 2 ? 'passée' : 'passées'}`,
  showSkipped: 'Réafficher',
  more: 'Afficher plus',
  loadingMore: 'Chargement…',
  moreFailed: 'La suite ne s’est pas chargée.',

  cases: 'Cas gardés',
  startTitle: (n) => `${conversations(n)} à relire`,
  startText:
    'Celle qui en a le plus besoin vient en premier. Chacune dit pourquoi elle est ici. Entrée l’ouvre, j et k avancent et reculent, 1 à 4 donnent le verdict, s passe.',
  start: 'Commencer',
  emptyTitle: 'Rien à relire pour l’instant',
  emptyText:
    'Une conversation apparaît ici quelques minutes après son dernier mot quand quelque chose y demande un coup d’œil : un texte de secours, une question répétée, un ton vif, une mauvaise note. Quelques-unes sont prises au hasard.',
  emptyNone: 'Aucune conversation des 30 derniers jours n’est encore prête à être relue.',
  howTitle: 'Comment une mauvaise réponse s’améliore',
  how: [
    'Ce qui demande un coup d’œil arrive ici tout seul, et dit pourquoi.',
    'Vous lisez et validez, ou vous nommez le problème et dites ce que la réponse aurait dû être.',
    'Qui peut le corriger modifie l’assistant et rejoue la conversation pour voir les nouvelles réponses.',
    'Gardez-la comme cas, et rejouez tous les cas après chaque modification.',
  ],
  filteredTitle: 'Rien avec ces filtres',
  filteredText: 'D’autres conversations attendent peut-être.',
  doneTitle: 'Tout est relu',
  doneText: 'Plus rien n’attend. Ce qui demandera un coup d’œil apparaîtra ici tout seul.',

  back: 'Retour à la file',
  place: (at, of) => `${at} sur ${of}`,
  skip: 'Passer',
  skipHint: 'Pas maintenant : elle revient à votre prochaine séance',
  inConversations: 'Ouvrir dans les conversations',
  verdict: 'Verdict',
  why: 'Pourquoi elle est ici',
  notWaiting: 'Cette conversation n’attend pas dans la file.',
  pointedAt: 'La raison désigne ce message',
  opened: (name, reason) => `${name}. ${reason}`,

  judged: (status, name) => (name ? `${status} : ${name}` : status),
  openAgain: 'Rouvrir',
  undoFailed: 'Le verdict n’a pas pu être annulé. Il reste tel quel.',
  judgedBy: (who, name, status) => `${who} a donné son verdict sur ${name} : ${status}.`,
};
