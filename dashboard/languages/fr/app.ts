import type { texts as English } from '../en/app.ts';

/*
 * The words of the French dashboard, the same everywhere; people are addressed as « vous ».
 *
 * conversation: conversation (f.)      lead: prospect                  visitor: visiteur
 * review: relecture, relire            reviewer: relecteur             verdict: verdict
 * passed: validée                      issue: problème                 fixed: corrigé
 * unchecked: sans verdict              case: cas                       run again: rejouer
 * delivery: envoi                      given up: abandonné             outbox: boîte d’envoi
 * error: erreur                        resolved: résolue               muted: ignorée
 * figures: chiffres                    rating: note                    score: score
 * completed: terminée                  abandoned: abandonnée           in progress: en cours
 * archive: archiver                    move to active: désarchiver     owner: responsable
 * take over: prendre la main           hand back: rendre la main       fallback text: texte de secours
 * site: site                           look: apparence                 lead fields: champs prospect
 * knowledge: connaissances             assistant: assistant            consent: consentement
 * label: étiquette                     note of the team: note de l’équipe   staff, team: équipe
 * admin, agent (roles): admin, agent   workflow: workflow              run: exécution
 * step: étape                          webhook: webhook                API key: clé API
 * sign in / out: se connecter / se déconnecter                         settings: réglages
 *
 * A narrow no-break space stands before ; ? ! % and inside « », a no-break space before a colon. 0 and 1 are singular.
 */
export const texts: typeof English = {
  product: 'Parlour',
  skipToContent: 'Aller au contenu',
  mainNavigation: 'Principale',
  more: 'Plus',
  conversations: 'Conversations',
  review: 'Relecture',
  cases: 'Cas',
  waitingToRead: (n) => `${n} à relire`,
  deliveries: 'Envois',
  givenUp: (n) => `${n} ${n < 2 ? 'abandonné' : 'abandonnés'}`,
  errorsPage: 'Erreurs',
  openErrors: (n) => `${n} ${n < 2 ? 'ouverte' : 'ouvertes'}`,
  leads: 'Prospects',
  figures: 'Chiffres',
  exportConversations: 'Exporter',
  settings: 'Réglages',
  sites: 'Sites',
  signIn: 'Connexion',
  choosePassword: 'Choisir un nouveau mot de passe',
  notFoundTitle: 'Il n’y a rien à cette adresse',
  notFoundText: 'Le lien est peut-être ancien, ou il manque une lettre.',
  toConversations: 'Voir les conversations',
  tryAgain: 'Réessayer',
  updated: 'Parlour a été mis à jour',
  updatedText: 'Cette page a besoin de la nouvelle version.',
  loadAgain: 'Recharger',
  close: 'Fermer',
  undo: 'Annuler',
  undone: 'C’est annulé.',
  cancel: 'Annuler',

  connection: {
    lost: 'Connexion perdue. Nouvel essai…',
  },

  errors: {
    noServer: 'Parlour ne répond pas',
    unreachable: 'Le serveur est injoignable. Vérifiez votre connexion et réessayez.',
    unexpected: 'Un problème est survenu de notre côté. Réessayez dans un instant.',
    tooMany: (wait) => `Trop d’essais. Attendez ${wait}, puis réessayez.`,
    aMoment: 'un instant',
    seconds: (n) => `${n} ${n < 2 ? 'seconde' : 'secondes'}`,
    minutes: (n) => `${n} ${n < 2 ? 'minute' : 'minutes'}`,
  },

  account: {
    menu: (name) => `Votre compte, ${name}`,
    signOut: 'Se déconnecter',
    theme: 'Thème',
    system: 'Comme mon système',
    light: 'Clair',
    dark: 'Sombre',
    shortcuts: 'Raccourcis clavier',
    signOutFailed: 'La déconnexion n’a pas fonctionné. Réessayez.',
    roles: { admin: 'Admin', agent: 'Agent' },
  },

  settingsPage: {
    appearance: 'Apparence',
    appearanceText: 'Pour ce navigateur seulement.',
    keyboard: 'Clavier',
    singleKeys: 'Raccourcis à une touche',
    singleKeysText:
      'Se déplacer, ouvrir et archiver d’une seule touche. À désactiver si vous dictez à la voix.',
    account: 'Compte',
    name: 'Nom',
    email: 'E-mail',
    role: 'Rôle',
  },

  list: {
    active: 'Actives',
    archived: 'Archivées',
    archiveFilter: 'Quelles conversations',
    completionFilter: 'Où elles en sont',
    all: 'Toutes',
    loading: 'Chargement des conversations',
    loadMore: 'Afficher plus',
    loadingMore: 'Chargement…',
    moreFailed: 'La suite ne s’est pas chargée.',
    failedTitle: 'Les conversations ne se sont pas chargées',
    newConversation: (name) => `Nouvelle conversation : ${name}`,
    emptyTitle: 'Pas encore de conversation',
    emptyText:
      'Dès que quelqu’un écrit sur votre site, la conversation apparaît ici d’elle-même. Pour inviter vos visiteurs, mettez ceci à l’endroit du chat sur une page WordPress :',
    emptyDemo: 'Ou essayez vous-même sur la page de démo',
    emptyOtherWays: 'Autres façons de le mettre sur une page',
    copy: 'Copier',
    copied: 'Copié',
    emptyFilteredTitle: 'Rien ici',
    emptyArchivedText: 'Les conversations que vous archivez sont gardées ici.',
    emptyFilteredText: 'Aucune conversation ne correspond à ces filtres.',
    clearFilters: 'Afficher les actives',
    search: 'Chercher conversations et prospects',
    clearSearch: 'Effacer la recherche',
    noHitsTitle: (q) => `Rien trouvé pour « ${q} »`,
    noHitsText:
      'Les mots sont cherchés tels qu’ils ont été écrits. Essayez avec moins de mots ou des mots plus courts, ou cherchez aussi dans les archives.',
    filters: 'Filtres',
    filtersOn: (n) => `${n} ${n < 2 ? 'filtre actif' : 'filtres actifs'}`,
    takeAway: (filter) => `${filter} : retirer ce filtre`,
    pick: (name) => `Sélectionner ${name}`,
    chips: {
      ai: 'L’IA répond',
      human: 'Une personne répond',
      any: 'Avec coordonnées',
      none: 'Sans coordonnées',
      qualified: 'Qualifié',
      label: 'Une étiquette',
      site: 'Un site',
      version: (n) => `Assistant v${n}`,
      since: (day) => `Depuis le ${day}`,
      until: (day) => `Jusqu’au ${day}`,
      between: (from, to) => (from === to ? from : `${from} – ${to}`),
      '-startedAt': 'Débuts récents d’abord',
      startedAt: 'Débuts anciens d’abord',
      lastMessageAt: 'Messages anciens d’abord',
    },
  },

  row: {
    visitor: 'Visiteur',
    visitorFrom: (path) => `Visiteur sur ${path}`,
    noMessage: 'Rien d’écrit pour l’instant',
    unread: 'Non lue',
    ai: 'IA',
    answeredBy: (name) => `${name} répond`,
    aiAnswers: 'L’IA répond',
    person: 'Une personne',
  },

  completion: { in_progress: 'En cours', completed: 'Terminée', abandoned: 'Abandonnée' },
  qa: { unchecked: 'Sans verdict', passed: 'Validée', issue: 'Problème', fixed: 'Corrigé' },
  channel: { web: 'Chat du site', messenger: 'Messenger', external: 'Venue d’ailleurs' },

  detail: {
    loading: 'Chargement de la conversation',
    none: 'Aucune conversation ouverte',
    noneText: 'Choisissez-en une à gauche, ou appuyez sur j puis Entrée.',
    notFoundTitle: 'Cette conversation n’est pas ici',
    notFoundText: 'Elle a peut-être été supprimée, ou le lien est incomplet.',
    goneTitle: 'Cette conversation a été supprimée',
    goneText: 'Elle vient de disparaître, avec ses messages et son prospect.',
    failedTitle: 'La conversation ne s’est pas chargée',
    back: 'Retour à la liste',
    complete: 'Terminer',
    reopen: 'Rouvrir',
    completed: 'Conversation terminée.',
    reopened: 'Conversation de nouveau en cours.',
    saveFailed: 'L’enregistrement a échoué. La conversation n’a pas changé.',
    more: 'Plus',
    copyLink: 'Copier le lien',
    linkCopied: 'Lien copié.',
    copyFailed: 'Le lien n’a pas pu être copié. Copiez-le depuis la barre d’adresse.',
    print: 'Imprimer',
    delete: 'Supprimer…',
    deleted: 'Conversation supprimée.',
    deleteFailed: 'La conversation n’a pas été supprimée. Réessayez.',
    archive: 'Archiver',
    unarchive: 'Désarchiver',
    archived: 'Conversation archivée.',
    unarchived: 'Conversation de nouveau active.',
    archiveFailed: 'L’enregistrement a échoué. La conversation n’a pas changé.',
    archivedBy: (name) => `Archivée par ${name}`,
    showDetails: 'Détails',
    hideDetails: 'Masquer les détails',
    transcript: 'Échange',
    fallback: 'Texte de secours : l’assistant n’a pas pu répondre.',
  },

  lead: {
    title: 'Prospect',
    none: 'Rien pour l’instant. Les coordonnées apparaissent ici à mesure que le visiteur les donne.',
    edit: 'Modifier',
    editLabel: 'Modifier le prospect',
    name: 'Nom',
    email: 'E-mail',
    phone: 'Téléphone',
    company: 'Entreprise',
    signedIn: 'connecté sur le site web',
    consent: 'Consentement',
    consentGiven: (version) => `Donné (texte ${version})`,
    consentRefused: 'Non donné',
  },

  facts: {
    title: 'Conversation',
    started: 'Début',
    lastMessage: 'Dernier message',
    messages: 'Messages',
    model: 'Modèle',
    spent: (replies, tokens) => `${replies} ${replies < 2 ? 'réponse' : 'réponses'}, ${tokens} tokens`,
    cost: (cost) => `coût ${cost}`,
    site: 'Site',
    page: 'Page',
    referrer: 'Venu de',
    campaign: 'Campagne',
    device: 'Appareil',
    language: 'Langue',
    timezone: 'Fuseau horaire',
    localTime: (time) => `il y est ${time}`,
    completed: 'Terminée',
    rating: 'Note',
    ratingOutOf: (score) => `${score} sur 5`,
    signals: {
      agent: 'L’assistant avait tout ce qu’il lui fallait',
      required_fields: 'Toutes les informations obligatoires ont été données',
      visitor: 'Le visiteur y a mis fin',
      automation: 'Une automatisation l’a signalé',
      staff: 'Quelqu’un de l’équipe l’a indiqué',
    },
  },
};
