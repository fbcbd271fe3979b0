import type { entranceTexts as English } from '../en/entrance.ts';

export const entranceTexts: typeof English = {
  signIn: {
    welcome: 'Bon retour',
    lead: 'Connectez-vous pour voir qui parle avec votre site.',
    email: 'E-mail',
    password: 'Mot de passe',
    button: 'Se connecter',
    forgot: 'Mot de passe oublié ?',
    wrong: 'Cet e-mail et ce mot de passe ne vont pas ensemble. Vérifiez les deux et réessayez.',
    missing: 'Saisissez votre e-mail et votre mot de passe.',
    signedOutMeanwhile: 'Votre session a pris fin. Reconnectez-vous pour reprendre où vous en étiez.',
  },

  forgot: {
    title: 'Mot de passe oublié ?',
    lead: 'Indiquez l’e-mail avec lequel vous vous connectez. Un lien à usage unique vous permet de choisir un nouveau mot de passe.',
    button: 'Demander un lien',
    missing: 'Saisissez votre e-mail.',
    askedTitle: 'C’est noté',
    askedText:
      'Si cet e-mail est celui de quelqu’un d’ici, cette personne peut recevoir un lien pour un nouveau mot de passe.',
    askedAdmin:
      'Si Parlour envoie des e-mails, regardez votre boîte de réception. Sinon, adressez-vous à un admin de votre équipe : il voit votre demande et peut vous donner un lien.',
    back: 'Retour à la connexion',
  },

  setPassword: {
    setupTitle: 'Configurer Parlour',
    setupLead: 'Vous êtes la première personne ici. Créez le compte qui s’occupe de tout.',
    inviteTitle: 'Bienvenue dans Parlour',
    inviteLead: 'Choisissez un mot de passe, et c’est parti.',
    resetTitle: 'Choisir un nouveau mot de passe',
    resetLead: 'Vous serez ensuite connecté ici et déconnecté partout ailleurs.',
    name: 'Votre nom',
    email: 'Votre e-mail',
    password: 'Mot de passe',
    advice:
      'Au moins 12 caractères. Trois ou quatre mots pris au hasard sont difficiles à deviner et faciles à retenir.',
    tooShort: (missing) =>
      missing < 2
        ? 'Encore un caractère, s’il vous plaît.'
        : `Encore ${missing} caractères, s’il vous plaît.`,
    longEnough: 'Assez long.',
    button: 'Enregistrer et se connecter',
    missingName: 'Indiquez votre nom. Les visiteurs le voient quand vous leur répondez.',
    missingEmail: 'Indiquez l’adresse e-mail qui servira à vous connecter.',
    noToken: 'Ce lien est incomplet. Ouvrez-le de nouveau là où vous l’avez reçu.',
    spent: 'Ce lien a déjà servi ou est trop ancien. Demandez-en un nouveau.',
    toSignIn: 'Aller à la connexion',
  },
};
