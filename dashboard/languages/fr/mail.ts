import type { mailTexts as English } from '../en/mail.ts';

/** What is said about mail: in a site's settings, in the outbox and in one's own account. */
export const mailTexts: typeof English = {
  card: {
    to: 'Qui reçoit les e-mails',
    toHint: 'Une adresse par ligne. Chacune reçoit son propre e-mail.',
    toPlaceholder: 'equipe@example.com',
    toWrong: (text) => `« ${text} » ne ressemble pas à une adresse e-mail.`,
    toMany: '50 adresses au plus.',
    events: 'Ce qu’on leur annonce',
    eventsMissing: 'Choisissez-en au moins un.',
    test: 'Envoyer un e-mail de test',
    testText: 'Envoie un e-mail à chaque adresse affichée ici, enregistrée ou non.',
    stateFailed: 'Impossible de savoir si les e-mails fonctionnent.',
    sends: (from) => `Les e-mails partent de ${from}.`,
    noBounces:
      'Sans RESEND_WEBHOOK_SECRET, personne ne remarque qu’une adresse refuse les e-mails. Le README explique comment le définir.',
    outbox:
      'Les e-mails ne sont pas configurés : il manque RESEND_API_KEY. D’ici là, ils sont gardés, et rien ne se perd.',
    toOutbox: (n) =>
      n === 0
        ? 'Voir la boîte d’envoi'
        : `Voir ${n === 1 ? '1 e-mail' : `${n} e-mails`} dans la boîte d’envoi`,
    marked: 'Rien n’est envoyé à ces adresses',
    clear: 'Y envoyer de nouveau',
    cleared: (address) => `Les e-mails repartent vers ${address}.`,
    clearFailed: 'La marque n’a pas pu être effacée.',
  },

  marks: {
    bounced: 'E-mail revenu',
    complained: 'Signalé comme spam',
    suppressed: 'Bloqué chez Resend',
    failed: 'Envoi impossible',
  },

  events: {
    'lead.completed': {
      title: 'Nouveau prospect',
      text: 'Une conversation s’est terminée et a laissé un e-mail ou un téléphone.',
    },
    'session.waiting': {
      title: 'Un visiteur attend',
      text: 'Quelqu’un a demandé une personne, ou attend celle qui a pris la main.',
    },
    'review.issue': {
      title: 'Problème trouvé',
      text: 'Un relecteur a trouvé un problème dans une conversation.',
    },
    'review.fixed': { title: 'Problème corrigé', text: 'Quelqu’un indique que c’est réparé.' },
    'incident.opened': {
      title: 'Erreur de workflow',
      text: 'Une erreur d’un nouveau genre, ou une qui avait été résolue.',
    },
    'session.abandoned': {
      title: 'Conversation abandonnée',
      text: 'Le visiteur n’a plus écrit depuis longtemps.',
    },
  },

  outbox: {
    text: 'Les e-mails écrits alors que rien ne pouvait les envoyer. Ils sont gardés 90 jours.',
    canSend:
      'Les e-mails sont maintenant configurés. Ce qui est ici ne part pas tout seul : envoyez ce qui compte encore.',
    cannotSend:
      'Définissez RESEND_API_KEY et MAIL_FROM, et les nouveaux e-mails partiront. Ce qui est ici reste jusqu’à ce que vous l’envoyiez.',
    failedTitle: 'La boîte d’envoi ne s’est pas chargée',
    emptyTitle: 'La boîte d’envoi est vide',
    emptyText:
      'Quand les e-mails ne sont pas configurés, ce qui aurait été envoyé est gardé ici pour être lu.',
    emptyReady: 'Les e-mails sont configurés, il n’y a donc rien à garder ici.',
    to: (address) => `à ${address}`,
    sent: 'Envoyé',
    open: 'Lire',
    looks: 'Mis en forme',
    plain: 'Texte brut',
    how: 'Comment l’afficher',
    frame: (subject) => `L’e-mail « ${subject} »`,
    loading: 'Chargement de l’e-mail',
    hidesLink:
      'Le lien de cet e-mail est masqué ici, car il n’est destiné qu’à sa personne. Dans « Équipe », vous pouvez en créer un à transmettre.',
    toPeople: 'Voir l’équipe',
    conversation: 'Ouvrir la conversation',
    send: 'Envoyer maintenant',
    sendAgain: 'Renvoyer',
    sending: 'L’envoi est en cours. Son résultat figure parmi les envois.',
    sendFailed: 'L’envoi a échoué.',
    needsKey: 'Pourra partir une fois les e-mails configurés.',
  },

  account: {
    title: 'E-mails pour vous',
    text: 'Quels e-mails vous recevez. Ceux qui concernent votre connexion arrivent toujours.',
    daily: 'Résumé du jour',
    dailyText:
      'À huit heures du matin : conversations, prospects et problèmes ouverts de la veille. Rien les jours calmes.',
    fixed: 'Quand un problème que j’ai trouvé est corrigé',
    fixedText: 'Pour que vous puissiez vérifier.',
    failed: 'Vos choix ne se sont pas chargés.',
    saveFailed: 'L’enregistrement a échoué.',
    problem: (why) =>
      `Rien n’est envoyé à votre adresse : ${why.toLowerCase()}. Un admin peut lever ce blocage dans « Équipe ».`,
  },

  people: { clear: 'Lui envoyer de nouveau des e-mails' },
};
