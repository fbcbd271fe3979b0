import type { MailTexts } from './en.ts';

export const french: MailTexts = {
  locale: 'fr',
  somebodyOnMessenger: 'Quelqu’un sur Messenger',
  visitorFrom: (path) => `Visiteur de ${path}`,
  visitor: 'Un visiteur',
  about: {
    leads: 'les nouveaux prospects',
    abandoned: 'les conversations abandonnées',
    waiting: 'les demandes de parler à une personne',
    issues: 'les problèmes',
    fixed: 'les problèmes corrigés',
    errors: 'les nouveaux types d’erreurs',
  },
  becauseOf: (what, site) =>
    `Vous recevez cet e-mail parce que cette adresse est prévenue de ce qui se passe sur ${site} : ${what}. Un admin peut changer cela dans les réglages du site.`,
  facts: {
    email: 'E-mail',
    phone: 'Téléphone',
    company: 'Société',
    page: 'Page',
    campaign: 'Campagne',
    site: 'Site',
    when: 'Quand',
    began: 'Début',
    waitingSince: 'Attend depuis',
    takenOverBy: 'Pris en main par',
    cause: 'Cause',
    fixedIn: 'Corrigé dans',
    foundBy: 'Trouvé par',
    fixedBy: 'Corrigé par',
    conversation: 'Conversation',
    workflow: 'Workflow',
    step: 'Étape',
    times: 'Nombre de fois',
    last: 'Dernière fois',
    qualified: 'Qualifiés',
    takenOver: 'Pris en main',
    waiting: 'En attente maintenant',
    openIssues: 'Problèmes ouverts',
    errors: 'Erreurs',
  },
  links: {
    lead: 'Ouvrir le prospect',
    read: 'Lire la conversation',
    conversation: 'Ouvrir la conversation',
    check: 'Vérifier la conversation',
    error: 'Ouvrir l’erreur',
    parlour: 'Ouvrir Parlour',
    figures: 'Voir les chiffres',
  },
  lead: { subject: (name) => `Nouveau prospect : ${name}`, badge: 'Nouveau prospect' },
  abandoned: {
    subject: (name) => `Conversation abandonnée : ${name}`,
    preview: (site) => `Sur ${site}`,
    badge: 'Abandonnée',
    heading: (name) => `${name} est parti avant la fin`,
  },
  waiting: {
    subject: (name) => `Attend une personne : ${name}`,
    preview: 'Le visiteur demande à parler à une personne.',
    previewFor: (holder) => `${holder} a pris la main et n’a pas encore répondu.`,
    badge: 'En attente',
    heading: (name) => `${name} souhaite parler à une personne`,
    headingFor: (name) => `${name} attend une réponse`,
  },
  issue: {
    subject: (kind, site) => `Problème sur ${site} : ${kind}`,
    foundBy: (who) => `Trouvé par ${who ?? 'l’équipe'}`,
    badge: 'Problème',
    heading: 'Une conversation a un problème',
    forFixer: 'Pour qui le corrigera',
    noteOf: (who) => `Note de ${who ?? 'l’équipe'}`,
    message: (who) => `Le message concerné (${who})`,
    roles: { assistant: 'Assistant', staff: 'Équipe', system: 'Info' },
    causes: {
      prompt: 'Prompt',
      knowledge: 'Connaissances',
      workflow: 'Workflow',
      model: 'Modèle',
      bug: 'Bug',
      other: 'Autre chose',
    },
  },
  fixed: {
    subject: (kind, site) => `Corrigé sur ${site} : ${kind}`,
    by: (who) => `Par ${who ?? 'l’équipe'}`,
    badge: 'Corrigé',
    heading: (kind) => `Un problème est corrigé : ${kind}`,
    headingYours: (kind) => `Le problème que vous avez trouvé est corrigé : ${kind}`,
    reportedAs: 'Signalé ainsi',
    reasonYours:
      'Vous recevez cet e-mail parce que vous avez trouvé le problème. Vous pouvez désactiver ces e-mails dans votre compte.',
  },
  incident: {
    severities: { warning: 'Avertissement', error: 'Erreur', critical: 'Erreur grave' },
    automation: 'une automatisation',
    subject: (severity, where) => `${severity} dans ${where}`,
    heading: (where) => `Quelque chose a échoué dans ${where}`,
    reported: 'Ce qui a été signalé',
    text: 'Si cela se reproduit, c’est compté. Vous ne recevrez un autre e-mail qu’une fois l’erreur déclarée résolue.',
    reasonAdmin:
      'Vous recevez cet e-mail parce que vous êtes admin et que l’erreur n’appartient à aucun site.',
  },
  invited: {
    subject: 'Vous êtes invité sur Parlour',
    preview: 'Choisissez un mot de passe, et c’est prêt.',
    heading: (name) => `Bienvenue, ${name}`,
    what: 'Vous êtes invité sur Parlour, où votre équipe lit les conversations de ses sites web et y répond.',
    how: 'Choisissez un mot de passe, et c’est prêt. Le lien fonctionne une fois, pendant 7 jours.',
    action: 'Choisir un mot de passe',
    reason: (email) =>
      `Un admin de l’équipe a invité ${email}. Si vous ne savez pas de quoi il s’agit, ne faites rien : l’invitation expire d’elle-même.`,
  },
  reset: {
    subject: 'Choisir un nouveau mot de passe pour Parlour',
    preview: 'Le lien fonctionne une fois, pendant une heure.',
    heading: 'Choisir un nouveau mot de passe',
    what: (name) =>
      `Bonjour ${name}, quelqu’un a demandé un nouveau mot de passe pour votre compte, sans doute vous.`,
    how: 'Le lien fonctionne une fois, pendant une heure. Tant que vous n’en choisissez pas un nouveau, l’ancien mot de passe reste valable.',
    reason: (email) =>
      `Cet e-mail a été envoyé à ${email}. Si vous n’avez rien demandé, ne faites rien : personne n’entre sans cet e-mail.`,
  },
  summary: {
    subject: (date, conversations, leads) =>
      `${date} : ${conversations} ${conversations < 2 ? 'conversation' : 'conversations'}, ${leads} ${leads < 2 ? 'prospect' : 'prospects'}`,
    preview: (waiting) =>
      waiting === 0
        ? 'Personne n’attend en ce moment.'
        : `${waiting} ${waiting === 1 ? 'visiteur attend' : 'visiteurs attendent'} une personne en ce moment.`,
    badge: (waiting) => `${waiting} en attente maintenant`,
    none: 'Aucune conversation n’a commencé.',
    began: (conversations, completed) =>
      `${conversations} ${conversations === 1 ? 'conversation a' : 'conversations ont'} commencé, dont ${completed} ${completed < 2 ? 'terminée' : 'terminées'}.`,
    left: (leads) =>
      `${leads === 0 ? 'Personne n’a' : `${leads} ${leads === 1 ? 'visiteur a' : 'visiteurs ont'}`} laissé une adresse e-mail ou un numéro de téléphone.`,
    head: ['Site', 'Conversations', 'Terminées', 'Prospects'],
    reason:
      'Vous recevez cet e-mail parce que vous avez choisi le résumé quotidien. Vous pouvez le désactiver dans votre compte.',
  },
  trial: {
    subject: (site) => `Test de Parlour : ${site}`,
    badge: 'Cela fonctionne',
    heading: 'Les e-mails de Parlour arrivent ici',
    text: (site) => `Voilà comment vous apprendrez ce qui se passe sur ${site}. Vous n’avez rien à faire.`,
    reason: (site) => `Un admin a essayé les réglages d’e-mail de ${site}.`,
  },
};
