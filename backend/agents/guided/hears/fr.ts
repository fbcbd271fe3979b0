/** French, save for what is said about the conversation itself. */
import { amountsBy } from '../numbers.ts';
import { phrases } from '../text.ts';
import { list, NOT_A_NAME, placesIn } from '../words.ts';
import { talk } from './fr-talk.ts';
import { times } from './fr-times.ts';
import type { Hears } from './hears.ts';

const DETAIL =
  'nom|prenom|e-?mail|mail|adresse(?: e-?mail| mail)?|numero(?: de telephone)?|telephone|portable|entreprise|societe|budget';
const NUMBERS = 'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(
  ' ',
);

export const french: Hears = {
  talk,
  names: {
    sure: phrases(
      "je m'appelle|mon nom est|je me nomme|mon prénom est|mon prenom est|nom est|appelez moi|appelez-moi|moi c'est",
    ),
    likely: phrases("je suis|c'est|ici"),
    weak: /^c'est$/i,
    between: /^(?:la|le|simplement|aussi|juste)$/i,
    greetings: new Set(['bonjour', 'bonsoir', 'salut', 'hello', 'oui', 'ok', 'alors', 'bien', 'coucou']),
    here: new Set(['ici']),
    from: new Set(['de', 'chez']),
    after: /^(?:de|et|mais|chez|avec|ici|du|merci)$/,
    signed:
      /\b(?:[Cc]ordialement|[Mm]erci|[Ss]alutations|[Bb]ien a vous|[Ss]inceres salutations|[Aa] bientot)[,.!]?[ \n]{1,2}(\p{Lu}[\p{L}\p{M}'-]{1,40}(?: \p{Lu}[\p{L}\p{M}'-]{1,40}){0,3})(?=\s*(?:$|[-–—,;.\n\ufffc/(]))/u,
    labelled: /(?:^|[\n,;] ?)(?:nom(?: et prenom| complet)?) ?[:=] ?([^\n,;:@]{1,80})/i,
    notNames: new Set([
      ...NOT_A_NAME,
      ...list(`
        a actuellement alors apres aucun aucune aujourd'hui aussi avec avez avocat avocate avant architecte artisan assez au
        aux beaucoup besoin bien bonjour bonsoir bref ca ce cela celui certain ces cet cette chaque chercher cherche chez
        client cliente combien comme comment commercial content contente dans de demain depuis deja dentiste des desole
        desolee deux directeur directrice disponible disponibles donc du elle en encore enseignant entreprise entrepreneur
        est et etudiant etudiante euh gerant gerante hier ici il ils infirmier ingenieur interesse interessee j'ai je jamais
        l'entreprise la le les leur lui ma mais mardi lundi mercredi jeudi vendredi samedi dimanche medecin merci mes mieux
        moi mon moins monsieur madame n'est ne ni nom non nos notre nous nouveau nouvelle numero occupe ok on ou oui par
        parce particulier particuliere pas passer patron pendant perdu personne peu peut photographe plus plutot possible
        pour pourquoi pouvez prenom presque prete pret prix proprietaire puis qu'est quand quel quelle quelqu'un question
        qui quoi responsable retraite rien sa salarie salut sans savoir se ses si societe son sous souvent sur sure ta
        telephone tous tout toute toutes tres trop tu un une urgent vendeur veux voici voila vos votre voudrais vous vraiment
        y janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre francais francaise belge suisse
        canadien canadienne site web projet mail email budget merde nul nulle test
      `),
    ]),
    notEndings: /(?:ment|able|ible|ant|tion|eur|euse|trice|ee|iste)$/,
    nouns: /(?!)/,
    lead: /^(?:(?:oui|ok|alors|bien sur|bonjour|bonsoir|salut|je suis|je m'appelle|mon nom est|c'est|moi c'est|moi|appelez-moi|juste|nom:?|cdt|cordialement)[,.!]? ){1,3}/i,
    tail: /,? (?:merci|s'il vous pla[iî]t|ici|svp|suffit|suffira|[cç]a ira)[.!]?$/i,
    joint: / (?:et|&|\+) /,
  },
  companies: {
    sure: phrases(
      "je travaille pour|je travaille chez|nous travaillons pour|de la part de|au nom de|je représente|je represente|notre entreprise est|mon entreprise est|notre société est|notre societe est|ma societe est|mon entreprise s'appelle|notre entreprise s'appelle|notre societe s'appelle|ma societe s'appelle|la societe est|de la societe|de l'entreprise",
    ),
    likely: phrases(
      'je suis chez|je suis de|nous sommes|gérant de|gerant de|gerante de|directeur de|directrice de|fondateur de|fondatrice de',
    ),
    joint: /^(?:de|chez)$/i,
    labelled: /(?:^|[\n,;] ?)(?:entreprise|societe) ?[:=] ?([^\n,;:@]{1,80})/i,
    article: /^(?:la|le|les|chez|societe|entreprise)$/i,
    stop: list(
      'un une moi mon ma mes vous nous notre votre ce cette cela la le les chez retour passage ici suite base accord plus moins trois deux quoi toute tout',
    ),
    joints: list(
      "et mais ou qui en avec pour par comme parce mon notre est sont je nous j'ai ai besoin cherche cherchons voudrais maintenant ici",
    ),
    inside: /^(?:et|de|des|du|la|le|d')$/,
    ownSentence: /^(?:Je|J'ai|J'aimerais|Nous|Mon|Ma|Notre)$/,
    lead: /^(?:c'est|nous sommes|je suis (?:de|chez)|je travaille (?:pour|chez)|de|chez|pour|la societe (?:est|s'appelle)|elle s'appelle) /i,
  },
  corrections: {
    forget: new RegExp(
      `\\b(?:supprim(?:er|ez)|efface[rz]|oublie[rz]|retire[rz]|enleve[rz])\\b.{0,20}\\b(?:mon|ma|l'|le|la) ?(${DETAIL})\\b`,
    ),
    wrong: new RegExp(
      `^(?:(?:non|pardon|oups)[, ]+)?(?:(?:c'est|(?:mon|ma) (${DETAIL}) est) )?(?:faux|fausse|incorrecte?|pas (?:bon|bonne|correct|juste)|errone|mal ecrite?)$`,
    ),
    roles: [
      [/mail|adresse/, 'email'],
      [/telephone|portable|numero/, 'phone'],
      [/entreprise|societe/, 'company'],
      [/budget/, 'budget'],
      [/nom/, 'name'],
    ],
    cue: /^(?:\*|(?:non|pardon|desolee?|attendez|correction|je voulais dire|je veux dire|plutot|oups|en fait)(?:[,:.! ]|$))|\b(?:je voulais dire|je veux dire)\b/i,
    leading:
      /^(?:\*|non|pardon|desolee?|attendez|correction|je voulais dire|je veux dire|plutot|oups|en fait|c'est|je m'appelle|mon nom est)(?:[,:.! ]+|$)/i,
    bareNo: /^non\b/i,
    surely: /\b(?:c'est|je m'appelle|je voulais dire|je veux dire)\b/i,
    spelling: / avec (?:un|une|deux|[a-z]{1,2}\b) ?.{0,12}$/i,
    own: new RegExp(`\\b(?:mon|ma|notre) (?:\\S+ )?(?:${DETAIL})\\b`, 'i'),
    notMeant: /(?:\bpas|\bau lieu de|\bet non) ?$/i,
    insists: /\b(?:est correcte?|est exacte?|c'est bon|c'est juste|comme ecrit)\b/,
  },
  wishes: {
    cue: /\b(?:je (?:cherche|recherche|souhaite|souhaiterais|voudrais|veux|desire)|nous (?:cherchons|recherchons|souhaitons|voulons|voudrions|avons besoin)|j'aimerais|j'ai besoin|nous aimerions|besoin (?:de|d')|interessee? par|a la recherche d|devis pour|aide pour)/i,
    notWish:
      /\b(?:veux|voudrais|souhaite|aimerais|besoin) (?:de |d')?(?:y )?(?:reflechir|penser|temps|savoir|passer|arreter|qu'on m|etre (?:re)?appele|changer mon|corriger|(?:parler|discuter)\b(?!.{0,60} (?:de|du|d') ))|\b(?:je n'ai pas besoin|je ne veux pas|j'ai pas besoin)\b/,
    about: / (?:au sujet|à propos|concernant) /,
    instead: /\b(?:en fait|plutot|finalement|au lieu|je (?:voulais|veux) dire)\b/i,
    request:
      /\b(?:pouvez-vous|pourriez-vous|vous pouvez|vous pourriez)\b(?! (?:me dire|m'expliquer|me rappeler|m'appeler|repeter))|\b(?:faites|vendez|proposez|reparez|installez|fabriquez|livrez|avez|travaillez)-vous\b|\b(?:vous faites|vous proposez|vous vendez)\b|\best-(?:il|ce) possible\b/i,
    leadIn: /^(?:(?:bonjour|bonsoir|salut|et|mais|alors|aussi|ou)[,.! ]+){1,4}/i,
    introduction:
      /^(?:(?:bonjour|bonsoir|salut|hello),? )?(?:(?:je suis|je m'appelle|mon nom est|moi c'est|c'est) )?\ufffc+(?: ici)?(?: (?:de|chez)(?: (?:chez|la|le|societe)){0,2} \ufffc+)?(?:,? et|,| -)? ?/i,
    fromPlace: /^(?:de|a|en|au) /,
    places: placesIn('fr'),
    joined: /^(?:(?:et|donc|alors|mais|parce que|ok|bon|bien|oui|bonjour)[ ,]+){1,3}(?=\S)/i,
    filler: list(`
      bonjour bonsoir salut je suis m'appelle mon ma mes nom est e-mail email mail adresse telephone portable numero mobile
      whatsapp tel au a la le les l de des du d chez en et ou par pour avec un une environ autour budget c'est ici merci
      beaucoup notre nous ai j'ai avons vous pouvez me moi appeler joindre contacter ecrire rappeler ok bien bon oui non sur
      societe entreprise travaille maximum max jusqu'a cordialement salutations mieux idealement possible gerant gerante
      directeur directrice euro euros eur dollars francs s'il plait svp que qui appelez-moi il y
    `),
    vague: list(`
      besoin d'aide aide question questions renseignement renseignements information informations infos conseil conseils quelque
      chose voudrais souhaite aimerais j'aimerais savoir plus devis demande chercher cherche quelqu'un une des d'informations
      d'un poser pouvez-vous pourriez-vous vous pouvez aider m'aider nous
    `),
    asksYesOrNo:
      /^(?:avez-vous|voulez-vous|souhaitez-vous|etes-vous|est-ce|y a-t-il|faut-il|pouvez-vous|desirez-vous|preferez-vous|sera-t-il)/i,
  },
  money: {
    cue: /\b(?:budget|depenser|payer|investir|coute|cout|prix)/i,
    after:
      /^\s*(?:$|[,.;!?)\ufffc]|(?:ou|et|pour|par|en|max|maximum|au|total|de budget|mais|environ|a peu pres|je|nous|on|si|avec|sans|ht|ttc)\b)/i,
    period: /^(?: ?\/ ?| par )\p{L}+/iu,
    currency: /[$€£¥₹]|euro|eur|dollar|usd|livre|gbp|chf|franc/i,
    amounts: amountsBy({
      below: "moins de|jusqu'a|au maximum|maximum|pas plus de|au plus",
      above: 'plus de|au moins|minimum|a partir de|au-dessus de',
      between: 'entre|de',
      to: 'à|a|ou',
      and: 'et',
      scales: 'k|mille|millions|million|m',
      currencies: 'euros?|eur|dollars?|usd|francs?|chf|livres?|balles',
    }),
    words: {
      units: new Map(NUMBERS.map((word, i) => [word, i + 2])),
      tens: new Map(
        'vingt trente quarante cinquante soixante septante huitante nonante'
          .split(' ')
          .map((word, i) => [word, (i + 2) * 10]),
      ),
      scales: new Map([
        ['cent', 100],
        ['cents', 100],
        ['mille', 1000],
        ['million', 1_000_000],
        ['millions', 1_000_000],
      ]),
      and: 'et',
      article: ['un'],
      areScalesAlone: true,
      // The Belgian and Swiss words are made of tens, as every other language's are.
      prepare: (text) =>
        text
          .replace(/\bquatre-vingt-dix\b/gi, 'nonante')
          .replace(/\bquatre-vingts?\b/gi, 'huitante')
          .replace(/\bsoixante-dix\b/gi, 'septante')
          .replace(/\b(?:un )?demi[- ]million(?: d)?\b/gi, '500000'),
    },
  },
  times,
  choices: {
    ordinals: [
      'premier',
      'deuxieme',
      'troisieme',
      'quatrieme',
      'cinquieme',
      'sixieme',
      'septieme',
      'huitieme',
      'neuvieme',
      'dixieme',
    ],
    last: 'dernier',
    place: /^(?:(?:numero|option|choix|la|le|n) ?)?(\d{1,2})$/,
    ordinal: /^(?:la |le )?(premier(?=e?)|dernier(?=e?)|\w{5,9}eme)e?(?: option| reponse| choix)?$/,
    yes: 'oui',
    no: 'non',
  },
  topics: {
    same: [
      ['prix', 'tarif', 'coute', 'cout', 'cher', 'frais', 'tarifs', 'coutent', 'honoraires'],
      ['paiement', 'payer', 'carte', 'especes', 'facture', 'paypal', 'virement', 'cheque'],
      ['horaires', 'ouvert', 'ouvrez', 'fermez', 'ferme', 'ouverture', 'fermeture', 'heures'],
      ['adresse', 'ou', 'situe', 'situes', 'trouver', 'trouvez', 'bureau', 'locaux'],
      ['delai', 'duree', 'temps', 'prend', 'longtemps', 'rapide', 'vite'],
      ['livraison', 'livrer', 'livrez', 'expedition', 'envoi'],
      ['retour', 'annuler', 'annulation', 'remboursement', 'rembourser'],
      ['garantie'],
    ],
    askedBy: [
      [
        /\bcombien (?:coute|coutent|ca coute|cela coute|est-ce|vaut|dois-je payer|faut-il payer)\b|\bc'est combien\b/,
        'prix',
      ],
      [/\bcombien de temps\b/, 'delai'],
      [/\bou (?:etes|est|se|vous|puis)\b/, 'adresse'],
    ],
    stopwords: list(`
      a ai ainsi alors au aussi aux avec avez avez-vous bonjour c'est ca ce cela ces cette chez combien comme comment dans de
      des donc du elle en est est-ce et etes etes-vous etre faire fait faites faites-vous il ils j'ai je l la le les leur lui
      ma mais me mes moi mon ne nos notre nous on par pas peut plus possible pour pourquoi pouvez pouvez-vous proposez
      proposez-vous qu qu'est-ce que quel quelle quelles quels qui quoi sa se si son sont sur tu un une vendez vos votre vous y
      y-a-t-il merci plait savoir voudrais aimerais puis-je site-vous vers
    `),
    stem: (word) =>
      word.length < 5 ? word : word.replace(/^[ldj]'/, '').replace(/(?:ions|ion|es|s|e|x)$/, ''),
  },
};
