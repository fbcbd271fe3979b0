import type { conversationTexts as English } from '../en/conversations.ts';
import { number } from '../locale.ts';

const conversations = (n: number) => `${number(n)} ${n < 2 ? 'conversation' : 'conversations'}`;
/** "2 conversations archivées." */
const done = (n: number, what: string) => `${conversations(n)} ${n < 2 ? what : `${what}s`}.`;

/** What is said around conversations by the parts that load when they are wanted: filters, bulk actions, notes, labels. */
export const conversationTexts: typeof English = {
  filters: {
    who: 'Qui répond',
    anyone: 'Peu importe',
    lead: 'Prospect',
    any: 'Tout',
    quality: 'Relecture',
    channel: 'Canal',
    site: 'Site',
    version: 'Version',
    versionHint: 'de l’assistant',
    label: 'Étiquette',
    noLabels: 'Aucune étiquette. Créez-en une à côté d’une conversation ouverte.',
    when: 'Quand',
    anyTime: 'N’importe quand',
    today: 'Aujourd’hui',
    yesterday: 'Hier',
    week: '7 derniers jours',
    month: '30 derniers jours',
    from: 'Du',
    to: 'Au',
    sort: 'Ordre',
    sorts: {
      '-lastMessageAt': 'Messages récents',
      lastMessageAt: 'Messages anciens',
      '-startedAt': 'Débuts récents',
      startedAt: 'Débuts anciens',
    },
    reset: 'Tout effacer',
  },

  bulk: {
    toolbar: 'Avec la sélection',
    selected: (n) => `${number(n)} ${n < 2 ? 'sélectionnée' : 'sélectionnées'}`,
    allSelected: (n, more) =>
      more ? `Les ${number(n)} premières qui correspondent` : `Les ${number(n)} qui correspondent`,
    selectAll: 'Tout sélectionner',
    selectLoaded: 'Sélectionner les affichées',
    clear: 'Tout désélectionner',
    archive: 'Archiver',
    unarchive: 'Désarchiver',
    complete: 'Terminer',
    reopen: 'Rouvrir',
    delete: 'Supprimer',
    busy: 'En cours…',
    done: {
      archive: (n) => done(n, 'archivée'),
      unarchive: (n) => done(n, 'désarchivée'),
      complete: (n) => done(n, 'terminée'),
      reopen: (n) => done(n, 'rouverte'),
      delete: (n) => done(n, 'supprimée'),
    },
    more: 'Il y en a d’autres. Recommencez pour les suivantes.',
    nothing: 'Il n’y avait rien à changer.',
    failed: 'Cela n’a pas fonctionné. La liste montre ce qui a déjà été fait.',
    deleteTitle: (n) => `Supprimer ${conversations(n)} ?`,
    deleteText:
      'Leurs messages, prospects, notes et relectures disparaissent pour de bon, pour tout le monde. C’est irréversible. Pour seulement les ranger, archivez-les.',
    deleteOneTitle: (name) => `Supprimer la conversation avec ${name} ?`,
    deleteOneText:
      'Ses messages, son prospect, ses notes et ses relectures disparaissent pour de bon, pour tout le monde. C’est irréversible. Pour seulement la ranger, archivez-la.',
    deleteButton: (n) => `Supprimer ${conversations(n)}`,
    keep: (n) => (n < 2 ? 'La garder' : 'Les garder'),
  },

  lead: {
    save: 'Enregistrer',
    saved: 'Prospect enregistré.',
    history: 'Ce qui a changé',
    changed: (field, from, to) => {
      if (from === null) return `${field} : ${to ?? '–'}`;
      return to === null ? `${field} : « ${from} » supprimé` : `${field} : « ${from} » devenu « ${to} »`;
    },
    sources: {
      agent: 'L’assistant l’a appris',
      visitor: 'Le visiteur',
      staff: 'L’équipe',
      automation: 'Une automatisation',
      website: 'Le site web, où la personne est connectée',
    },
  },

  notes: {
    title: 'Notes',
    only: 'Visibles par votre équipe seulement.',
    label: 'Nouvelle note',
    placeholder: 'Écrire une note pour votre équipe',
    add: 'Ajouter la note',
    save: 'Enregistrer',
    cancel: 'Annuler',
    edit: 'Modifier cette note',
    remove: 'Supprimer cette note',
    removed: 'Note supprimée.',
    edited: 'modifiée',
    failed: 'La note n’a pas été enregistrée. Réessayez.',
  },

  labels: {
    title: 'Étiquettes',
    add: 'Ajouter une étiquette',
    find: 'Trouver ou créer une étiquette',
    make: (name) => `Créer « ${name} »`,
    takeOff: (name) => `Retirer ${name}`,
    manage: 'Gérer les étiquettes',
    failed: 'Les étiquettes n’ont pas été enregistrées. Réessayez.',
    hint: 'Saisissez un nom pour en créer une.',
  },

  earlier: {
    title: 'Avant et après, avec ce visiteur',
    messages: (n) => `${number(n)} ${n < 2 ? 'message' : 'messages'}`,
  },
};
