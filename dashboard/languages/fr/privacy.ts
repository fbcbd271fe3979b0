import type { HeldConversation, PersonCounts } from '../../../backend/privacy/schema.ts';
import type { privacyTexts as English } from '../en/privacy.ts';
import { number } from '../locale.ts';

const many = (one: string, more: string) => (n: number) => `${number(n)} ${n < 2 ? one : more}`;

const counted: Record<keyof PersonCounts, (n: number) => string> = {
  sessions: many('conversation', 'conversations'),
  messages: many('message', 'messages'),
  leads: many('prospect', 'prospects'),
  notes: many('note de l’équipe', 'notes de l’équipe'),
  reviews: many('relecture', 'relectures'),
  deliveries: many('envoi', 'envois'),
  incidents: many('erreur de workflow', 'erreurs de workflow'),
  mentions: many('mention ailleurs', 'mentions ailleurs'),
};

/** "2 conversations", "14 messages", without what there is none of. */
export function countWords(counts: Partial<PersonCounts>): string[] {
  return (Object.keys(counted) as (keyof PersonCounts)[])
    .filter((name) => (counts[name] ?? 0) > 0)
    .map((name) => counted[name](counts[name] ?? 0));
}

export const foundIn: Record<HeldConversation['foundIn'][number], string> = {
  lead: 'est le prospect',
  history: 'figurait dans le prospect',
  message: 'figure dans un message',
  visit: 'figure dans sa provenance',
};

/** What Settings > Privacy says. It loads with that page. */
export const privacyTexts: typeof English = {
  text: 'Répondez à une personne qui demande ce que vous avez sur elle, ou qui veut que cela disparaisse.',

  person: 'Une personne',
  personText:
    'Tout est passé en revue : les prospects et leurs anciennes valeurs, chaque message, les notes, les envois et les erreurs.',
  contact: 'E-mail ou téléphone',
  contactHint: 'Un numéro de téléphone avec l’indicatif du pays, comme +33.',
  find: 'Chercher',
  finding: 'Lecture de chaque conversation…',
  missing: 'Indiquez une adresse e-mail ou un numéro de téléphone.',
  nothing: (contact) => `Rien sur ${contact}.`,
  nothingText: 'Si cette personne a utilisé une autre adresse ou un autre numéro, cherchez-les aussi.',
  held: (contact) => `Ce que vous avez sur ${contact}`,
  conversations: 'Conversations',
  visitor: (page) => (page ? `Visiteur sur ${page}` : 'Un visiteur'),
  newest: (n) => (n < 2 ? 'Seule la plus récente est affichée.' : `Les ${n} plus récentes sont affichées.`),
  mentionsHint:
    'Là où d’autres conversations mentionnent l’adresse ou le numéro, seule la mention est retirée.',

  download: 'Tout télécharger',
  downloaded: 'Le fichier est dans vos téléchargements.',
  downloadBroke: 'Le fichier n’est pas arrivé entier. Veuillez réessayer.',
  fileName: (day) => `personne-${day}.json`,

  erase: 'Effacer…',
  eraseTitle: (contact) => `Effacer tout ce qui concerne ${contact} ?`,
  eraseText: 'Ceci disparaît pour de bon, pour tout le monde, et c’est irréversible :',
  eraseAfter:
    'Tout reste effacé même si une sauvegarde plus ancienne est restaurée. Ce qui est déjà parti, comme les e-mails, les webhooks et les éléments de Monday.com, n’est pas rappelé.',
  typeWord: (word) => `Tapez « ${word} » pour continuer`,
  word: 'effacer',
  eraseNow: 'Effacer pour de bon',
  keep: 'Garder',
  erased: (what) => (what ? `Effacé : ${what}.` : 'Il n’y avait plus rien à effacer.'),

  retention: 'Durée de conservation des conversations',
  retentionText:
    'Comptée à partir du dernier message. Les plus anciennes sont supprimées chaque heure, avec leurs prospects.',
  retentionFailed: 'Les sites ne se sont pas chargés.',
  forEver: 'Sans limite',
  days: (n) => `${number(n)} ${n < 2 ? 'jour' : 'jours'}`,
  change: 'Modifier',

  history: 'Effacements passés',
  historyText: 'Quand, par qui et combien. L’identité des personnes effacées n’est pas gardée.',
  historyFailed: 'Les effacements ne se sont pas chargés.',
  historyEmpty: 'Personne n’a encore été effacé.',
  by: { staff: 'Quelqu’un', api_key: 'Une clé API', visitor: 'Un visiteur, dans le chat', system: 'Parlour' },
  key: (name) => `La clé ${name}`,
  nothingErased: 'il n’y avait rien',
  again: 'Refait, car une sauvegarde l’avait ramené',
};
