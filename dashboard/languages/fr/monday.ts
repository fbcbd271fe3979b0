import type { mondayTexts as English } from '../en/monday.ts';

/** What the settings of Monday.com say. They load with the page of a site. */
export const mondayTexts: typeof English = {
  token: 'Token',
  tokenHint:
    'Dans Monday : votre photo en haut à droite, Développeurs, « My access tokens ». Les éléments sont créés au nom de son propriétaire.',
  connect: 'Connecter',
  connectAgain: 'Choisir un autre tableau',
  refresh: 'Relire les tableaux',
  connecting: 'Recherche des tableaux dans Monday',
  reading: 'Lecture du tableau',
  connected: (n) => `Connecté. Il y a ${n} ${n < 2 ? 'tableau' : 'tableaux'}.`,
  failed: 'Monday n’a pas pu être interrogé.',
  apiUrl: 'Adresse de l’API',
  apiUrlHint: 'Seulement pour votre propre proxy. Vide : celle de Monday.',
  more: 'Autre adresse',

  board: 'Tableau',
  boardHint: 'Chaque prospect y devient un élément.',
  group: 'Groupe',
  groupHint: 'Où apparaissent les nouveaux éléments.',
  firstGroup: 'Le premier groupe',

  when: 'Quels prospects',
  whens: { completed: 'Chaque prospect complet', qualified: 'Prospects qualifiés seulement' },
  whenHint: {
    completed: 'Dès qu’une conversation est terminée et qu’il y a un e-mail ou un téléphone.',
    qualified: 'Dès que quelqu’un de votre équipe marque le prospect comme qualifié.',
  },
  followUp:
    'Les changements du prospect mettent ensuite l’élément à jour. Ce que vous changez sur le tableau reste tel quel.',

  columns: 'Correspondance des colonnes',
  told: 'Ce que dit le visiteur',
  around: 'Sur la conversation',
  campaign: 'Campagne et plus',
  itemName: 'Nom de l’élément',
  notSent: 'Non envoyé',
  noFit: (types) => `Aucune colonne du tableau ne convient : ${types}`,
  taken: ', déjà prise',
  gone: 'Une colonne disparue',
  suggest: 'Choisir selon le nom et le type',
  suggested: (n) => {
    if (n === 0) return 'Aucun nom de colonne ne correspond. Choisissez vous-même.';
    return n === 1
      ? '1 colonne choisie selon son nom et son type. Vérifiez avant d’enregistrer.'
      : `${n} colonnes choisies selon leur nom et leur type. Vérifiez avant d’enregistrer.`;
  },
  idHint: 'Il permet de retrouver l’élément à coup sûr, quoi qu’il arrive entre-temps.',

  sources: {
    name: 'Nom',
    email: 'E-mail',
    phone: 'Téléphone',
    company: 'Entreprise',
    'session.link': 'Lien vers la conversation',
    'session.startedAt': 'Début',
    'session.transcript': 'Tout l’échange',
    'session.id': 'Identifiant de la conversation',
    'page.url': 'Page, en lien',
    'page.title': 'Titre de la page',
    'site.name': 'Nom du site',
    'lead.score': 'Score',
    'lead.qualification': 'Qualification',
    'lead.consent': 'Consentement',
    'utm.source': 'Source de la campagne',
    'utm.medium': 'Support de la campagne',
    'utm.campaign': 'Campagne',
    'utm.term': 'Terme de la campagne',
    'utm.content': 'Contenu de la campagne',
  },
  types: {
    text: 'Texte',
    long_text: 'Texte long',
    email: 'E-mail',
    phone: 'Téléphone',
    status: 'Statut',
    dropdown: 'Menu déroulant',
    date: 'Date',
    numbers: 'Chiffres',
    link: 'Lien',
    checkbox: 'Case à cocher',
  },

  test: 'Tester la connexion',
  testText:
    'Cherche le tableau, le groupe et chaque colonne avec les réglages affichés ici. Rien n’est créé.',
  link: 'Élément dans Monday',
  open: 'Ouvrir l’élément',
};
