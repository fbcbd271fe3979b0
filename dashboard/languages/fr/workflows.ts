import type { workflowTexts as English } from '../en/workflows.ts';

const importIt = 'Dans n8n, créez un nouveau workflow et choisissez « Import from file » dans son menu.';
const useAddress = 'Publiez-le, ouvrez son premier nœud et copiez la « Chat URL » dans l’adresse ci-dessus.';

export const workflowTexts: typeof English = {
  'chat-without-model': {
    title: 'Chat sans modèle',
    text: 'Demande une adresse e-mail selon des règles simples. Fonctionne tout de suite, sans compte : idéal pour un premier essai.',
    steps: [importIt, useAddress, 'Appuyez sur le bouton de test.'],
  },
  'chat-agent': {
    title: 'Chat avec un modèle',
    text: 'Parle librement, connaît les conversations précédentes du visiteur, enregistre ses coordonnées et termine la conversation lui-même.',
    steps: [
      importIt,
      'Choisissez un compte dans « Chat Model ». Dans les trois outils, ajoutez des identifiants Header Auth : nom Authorization, valeur « Bearer » suivie d’un espace et d’une clé API de Parlour avec sessions:read, sessions:write et leads:write.',
      useAddress,
    ],
  },
  'completed-lead': {
    title: 'Prospect complet',
    text: 'Décompose le webhook d’un prospect complet, prêt pour vos propres étapes : un CRM, un tableur, un message à l’équipe.',
    steps: [
      importIt,
      'Placez vos étapes entre « Lead » et « Respond ».',
      'Publiez-le et saisissez l’URL de production de son premier nœud comme webhook de ce site, dans les intégrations.',
      'Pour que personne d’autre n’entre, choisissez Header Auth dans son premier nœud, avec l’en-tête et la valeur que vous y saisissez.',
    ],
  },
  'error-reporter': {
    title: 'Signalement des erreurs',
    text: 'Prévient Parlour quand un de vos workflows échoue, pour que cela figure à côté de la conversation touchée.',
    steps: [
      importIt,
      'Dans « Report to Parlour », ajoutez des identifiants Header Auth : nom Authorization, valeur « Bearer » suivie d’un espace et d’une clé API de Parlour avec errors:write. Publiez-le ensuite.',
      'Dans les réglages de vos autres workflows, choisissez-le comme workflow d’erreur.',
    ],
  },
};
