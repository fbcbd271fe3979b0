import type { Sayings } from './sayings.ts';

export const french: Sayings = {
  skip: 'Passer',
  yes: 'Oui',
  no: 'Non',
  defaultGreeting: (siteName) =>
    siteName ? `Bonjour, je suis l’assistant de ${siteName}.` : 'Bonjour, je suis l’assistant de ce site.',
  openQuestion: 'Comment puis-je vous aider ?',
  hello: 'Bonjour.',
  welcome: 'Je vous en prie.',
  wellMet: (name) => `Enchanté, ${name}.`,
  willUse: (address) => `Je retiens ${address}.`,
  noted: ['C’est noté.', 'Bien noté.', 'Très bien.'],
  needNoted: ['Je transmets cela à l’équipe.', 'Je l’ai noté pour l’équipe.'],
  skipped: [
    'Pas de problème, passons.',
    'D’accord, laissons cela de côté.',
    'Très bien, ce n’est pas nécessaire.',
  ],
  howAreYou: 'Tout va bien, merci.',
  whoAmI: (siteName) =>
    `Je suis un assistant automatique${siteName ? ` de ${siteName}` : ''}, pas une personne. Je note votre demande et la transmets à l’équipe.`,
  privacy: 'Ce que vous écrivez ici est transmis à l’équipe, afin qu’elle puisse vous répondre.',
  hostile:
    'Je suis désolé que cela se passe mal. Vous pouvez arrêter à tout moment, ou me dire ce que l’équipe doit savoir.',
  person: 'Bien sûr. Je transmets cela à l’équipe.',
  whereToReach: 'Comment peut-on vous joindre ?',
  personKnown: (contact) => `Bien sûr. Je transmets cela à l’équipe, qui vous contactera à ${contact}.`,
  browsing: [
    'Prenez votre temps. Je suis là si vous avez une question.',
    'Bien sûr. Écrivez-moi si vous avez besoin de quelque chose.',
  ],
  unknownAnswer: [
    'Je ne le sais pas, mais je transmets votre question à l’équipe.',
    'L’équipe saura mieux vous répondre. Je transmets votre question.',
    'Je ne peux pas répondre à cela. L’équipe verra votre question.',
  ],
  passedOn: ['Je transmets cela à l’équipe.', 'Je l’ai noté pour l’équipe.'],
  didYouMean: (address) => `Vouliez-vous dire ${address} ?`,
  removed: (what) => `C’est supprimé : ${what}.`,
  changed: (what, value) => `C’est modifié. Votre ${what} : ${value}.`,
  nameChanged: (name) => `Pardon, ${name}. C’est corrigé.`,
  changedNeed: 'C’est modifié.',
  notedLater: (what) => `C’est ajouté : ${what}.`,
  summary: (name, lines) =>
    [
      `Merci${name ? `, ${name}` : ''}. Voici ce que je transmets à l’équipe :`,
      ...lines,
      'Elle reviendra vers vous. Si quelque chose n’est pas exact, dites-le-moi.',
    ].join('\n'),
  closedWithoutContact: (didTellSomething) =>
    didTellSomething
      ? 'Merci. Je laisse cela à l’équipe. Elle n’a pas encore de moyen de vous joindre : si vous souhaitez une réponse, écrivez ici votre adresse e-mail ou votre numéro de téléphone quand vous voulez.'
      : 'C’est entendu. Si vous souhaitez plus tard une réponse de l’équipe, écrivez simplement ici comment vous joindre.',
  closedWithContact: 'Merci. C’est noté, et l’équipe reviendra vers vous.',
  goodbye: ['Au revoir, et bonne continuation.', 'Bonne journée.'],
  afterwards: [
    'Je suis là si vous avez besoin d’autre chose.',
    'D’accord. Écrivez ici si vous avez besoin d’autre chose.',
  ],
  labels: { name: 'Nom', company: 'Société', email: 'E-mail', phone: 'Téléphone' },
  named: { email: 'adresse e-mail', phone: 'numéro de téléphone', timeline: 'date de début' },
  inSentence: (label) => label.toLowerCase(),
  briefly: {
    need: ['Pour quoi avez-vous besoin d’aide ?', 'Que peut faire l’équipe pour vous ?'],
    name: ['Et quel est votre nom ?', 'Puis-je vous demander votre nom ?'],
    email: ['À quelle adresse e-mail l’équipe peut-elle vous écrire ?', 'Et votre adresse e-mail ?'],
    phone: ['Y a-t-il un numéro pour vous joindre ?', 'Et un numéro de téléphone, si vous voulez bien ?'],
    company: ['Pour quelle société écrivez-vous ?', 'Et votre société ?'],
    budget: ['Y a-t-il un budget approximatif ?', 'Et avez-vous un budget en tête ?'],
    timeline: ['Quand souhaitez-vous commencer ?', 'Et pour quand serait-ce ?'],
  },
  reasons: {
    need: 'Cela permet à la bonne personne de vous répondre.',
    name: 'C’est seulement pour que l’équipe sache comment vous appeler.',
    firstName: 'C’est seulement pour que l’équipe sache comment vous appeler.',
    lastName: 'C’est seulement pour que l’équipe sache comment vous appeler.',
    email: 'C’est seulement pour que l’équipe puisse vous envoyer une réponse.',
    phone: 'Certaines choses se règlent plus vite par téléphone. À vous de voir.',
    company: 'C’est seulement pour que l’équipe sache à qui elle s’adresse.',
    budget: 'Un ordre de grandeur aide l’équipe à proposer ce qui convient. À vous de voir.',
    timeline: 'Cela aide l’équipe à s’organiser. À vous de voir.',
  },
  otherReason: 'Cela aide l’équipe à préparer une bonne réponse.',
  onceMore: {
    phoneInstead: 'Je comprends. Préférez-vous donner un numéro de téléphone ?',
    emailInstead: 'Je comprends. Préférez-vous donner une adresse e-mail ?',
    contact: 'Je comprends. Elle ne sert qu’à vous répondre. Est-ce que cela vous convient ?',
    name: 'Je comprends. Comment pouvons-nous vous appeler ? Un prénom suffit.',
    need: 'C’est entendu. Quelques mots suffisent : de quoi s’agit-il ?',
  },
  roughly: (reason) => `Je comprends. ${reason} Une réponse approximative vous conviendrait-elle ?`,
  problems: {
    incomplete: [
      'Cette adresse semble incomplète. Pouvez-vous la vérifier ?',
      'Je n’y reconnais pas encore une adresse e-mail. Elle doit ressembler à nom@exemple.fr. Nous pouvons aussi passer.',
      'Il manque encore quelque chose à cette adresse. Essayez encore une fois, ou passons.',
    ],
    email: [
      'Cela ne ressemble pas à une adresse e-mail. Pouvez-vous vérifier ?',
      'Je n’y reconnais pas encore une adresse e-mail. Elle doit ressembler à nom@exemple.fr. Nous pouvons aussi passer.',
      'Désolé, celle-ci ne va pas non plus. Essayez encore une fois, ou passons.',
    ],
    phone: [
      'Ce numéro semble incomplet. Pouvez-vous le vérifier ?',
      'Je n’y reconnais pas encore un numéro de téléphone. Avec l’indicatif du pays, comme +33 1 42 68 53 00, cela marche toujours. Nous pouvons aussi passer.',
      'Désolé, celui-ci ne va pas non plus. Essayez encore une fois, ou passons.',
    ],
    country: [
      'Pouvez-vous ajouter l’indicatif du pays, comme +33 ou +32 ?',
      'De quel pays est ce numéro ? Avec l’indicatif devant, comme +33, cela marche. Nous pouvons aussi passer.',
      'Je ne vois pas encore de quel pays il s’agit. Essayez encore une fois, ou passons.',
    ],
    name: [
      'Pardon, je n’ai pas saisi votre nom. Comment pouvons-nous vous appeler ?',
      'Comment l’équipe doit-elle vous appeler ? Un prénom suffit, ou passons.',
      'Juste votre nom, s’il vous plaît, ou passons.',
    ],
    choice: [
      'Laquelle de ces réponses s’en approche le plus ?',
      'Choisissez celle qui convient le mieux, ou passons.',
      'Je n’ai pas pu faire le lien. Choisissez l’une de ces réponses, ou passons.',
    ],
    number: [
      'Pouvez-vous me donner un nombre ?',
      'Un nombre approximatif suffit, comme 10. Nous pouvons aussi passer.',
      'Juste un nombre, s’il vous plaît, ou passons.',
    ],
    anew: ['Désolé.'],
    goAhead: ['Je vous en prie, dites-moi.', 'Je vous écoute.', 'Écrivez-le simplement ici, ou passons.'],
    unclear: [
      'Je n’ai pas bien compris.',
      'Pardon, je ne comprends toujours pas. Nous pouvons aussi passer.',
      'Je n’arrive pas à comprendre. Essayez encore une fois, ou passons.',
    ],
  },
  askAnew: (what) => `Quelle est la bonne réponse (${what}) ?`,
  fields: {
    need: { label: 'Besoin', question: 'Comment pouvons-nous vous aider ?' },
    name: { label: 'Nom', question: 'Comment vous appelez-vous ?' },
    email: { label: 'E-mail', question: 'À quelle adresse e-mail l’équipe peut-elle vous joindre ?' },
    phone: { label: 'Téléphone', question: 'Y a-t-il un numéro où l’équipe peut vous appeler ?' },
    budget: { label: 'Budget', question: 'Avez-vous un budget approximatif en tête ?' },
    timeline: {
      label: 'Début',
      question: 'Quand souhaitez-vous commencer ?',
      choices: ['Dès que possible', 'D’ici un mois', 'Dans 1 à 3 mois', 'Plus tard', 'Je regarde seulement'],
    },
  },
};
