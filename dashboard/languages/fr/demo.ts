import type { demoTexts as English } from '../en/demo.ts';
import { number } from '../locale.ts';

/** What is said about sample conversations. */
export const demoTexts: typeof English = {
  offer: 'Remplir avec des exemples',
  offerHint:
    'Deux semaines de conversations, pour voir vivre chaque page. Rien n’est envoyé à personne, et un clic les supprime.',
  progress: (done, total) => `${done} sur ${total}…`,
  banner: (n) =>
    n < 2
      ? `${number(n)} exemple de conversation s’affiche parmi les vôtres. Rien n’est envoyé à cause de lui.`
      : `${number(n)} exemples de conversations s’affichent parmi les vôtres. Rien n’est envoyé à cause d’eux.`,
  filling: (done, total) => `Création des exemples de conversations : ${done} sur ${total}…`,
  removing: 'Suppression des exemples de conversations…',
  remove: 'Les supprimer',
  goOn: 'Créer le reste',
  filled: 'Les exemples de conversations sont là. Faites le tour.',
  removed: 'Les exemples de conversations ont disparu.',
  ask: {
    heading: 'Supprimer les exemples de conversations ?',
    text: 'Ils partent avec leurs prospects, leurs chiffres et leur site. Ce qui vient de vrais visiteurs reste.',
    action: 'Supprimer',
  },
};
