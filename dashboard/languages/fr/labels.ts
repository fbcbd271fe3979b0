import type { labelTexts as English } from '../en/labels.ts';
import { number } from '../locale.ts';

/** What the settings say about labels. */
export const labelTexts: typeof English = {
  text: 'Des mots que votre équipe met sur des conversations pour les retrouver. Ce que vous changez ici change partout.',
  create: 'Nouvelle étiquette',
  createTitle: 'Nouvelle étiquette',
  changeTitle: (name) => `Modifier « ${name} »`,
  name: 'Nom',
  nameHint: 'Par exemple : à rappeler, grosse commande',
  missingName: 'Donnez un nom à l’étiquette.',
  color: 'Couleur',
  colors: {
    grey: 'Gris',
    teal: 'Bleu-vert',
    green: 'Vert',
    amber: 'Ambre',
    red: 'Rouge',
    violet: 'Violet',
    blue: 'Bleu',
  },
  make: 'Créer l’étiquette',
  made: (name) => `L’étiquette « ${name} » a été créée.`,
  saved: (name) => `L’étiquette « ${name} » a été enregistrée.`,
  change: (name) => `Modifier ${name}`,
  remove: (name) => `Supprimer ${name}`,
  active: (n) => `${number(n)} ${n < 2 ? 'conversation' : 'conversations'}`,
  archived: (n) => `${number(n)} ${n < 2 ? 'archivée' : 'archivées'}`,
  many: (n) => `${number(n)} conversations ou plus`,
  unused: 'Sur aucune conversation',
  failedTitle: 'Les étiquettes ne se sont pas chargées',
  emptyTitle: 'Aucune étiquette',
  emptyText:
    'Créez-en une ici ou à côté d’une conversation ouverte. Vous pourrez ensuite filtrer la liste avec elle.',
  onlyAdmins: 'Seuls les admins peuvent supprimer une étiquette, car toutes les conversations la perdent.',
  askRemove: (name) => `Supprimer l’étiquette « ${name} » ?`,
  askRemoveUnused: 'Aucune conversation ne la porte.',
  askRemoveText: (n) =>
    `${number(n)} ${n < 2 ? 'conversation la perd' : 'conversations la perdent'}. C’est définitif.`,
  askRemoveMany: (n) => `${number(n)} conversations ou plus la perdent. C’est définitif.`,
  removeIt: 'Supprimer',
  removed: (name) => `L’étiquette « ${name} » a été supprimée.`,
};
