import type { helpTexts as English } from '../en/help.ts';

export const helpTexts: typeof English = {
  keys: { enter: 'Entrée', shift: 'Maj', escape: 'Échap' },
  title: 'Raccourcis clavier',
  next: 'Suivante dans la liste',
  previous: 'Précédente dans la liste',
  open: 'Ouvrir',
  search: 'Chercher',
  pick: 'Sélectionner, ou désélectionner',
  pickRange: 'Tout sélectionner jusqu’ici',
  archive: 'Archiver ou désarchiver ; résoudre une erreur',
  takeOver: 'Prendre la main, puis écrire',
  complete: 'Terminer, ou rouvrir',
  skip: 'Passer, dans la file de relecture',
  judge: 'Validée, problème, corrigé, sans verdict',
  print: 'Imprimer la conversation',
  undo: 'Annuler la dernière modification',
  back: 'Vider la sélection, ou revenir à la liste',
  help: 'Afficher cette aide',
  off: 'Les raccourcis à une touche sont désactivés. Vous pouvez les activer dans les réglages.',
};
