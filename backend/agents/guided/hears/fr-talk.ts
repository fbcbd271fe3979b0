import type { Talk } from './hears.ts';

const DETAIL =
  'telephone|portable|mobile|numero(?: de telephone)?|e-?mail|mail|adresse(?: e-?mail| mail)?|budget|entreprise|societe|nom';

export const talk: Talk = {
  clauses: [
    [
      'greeting',
      /^(?:bonjour+|bonsoir|salut|coucou|hello|allo|bonjour a (?:tous|vous)|re bonjour|bjr|bsr|slt|cc|(?:bonjour|bonsoir) (?:madame|monsieur|messieurs|mesdames))$/,
    ],
    [
      'thanks',
      /^(?:(?:ok|super|parfait|tres bien) )?(?:merci|merci (?:beaucoup|bien|a vous)|un grand merci|mille mercis|je vous remercie)(?: (?:pour .{1,60}|d'avance|de .{1,60}))?$/,
    ],
    [
      'bye',
      /^(?:au revoir|a bientot|a plus(?: tard)?|bonne (?:journee|soiree|nuit|fin de journee)|ciao|(?:non )?(?:c'est|ce sera) tout.{0,20}|rien d'autre)$/,
    ],
    [
      'yes',
      /^(?:o|oui|ouais|bien sur|d'accord|ok|okay|volontiers|exact(?:ement)?|c'est (?:ca|exact|bon|juste|correct)|oui (?:c'est (?:ca|exact|bon)|bien sur|merci|s'il vous plait|volontiers)|correct|parfait|tres bien|bien|super|entendu|ca marche|ca me va|pourquoi pas|avec plaisir|certainement|tout a fait|je comprends)$/,
    ],
    ['no', /^(?:n|non|non merci|pas vraiment|pas du tout|surtout pas|jamais)$/],
    [
      'refuse',
      /^(?:s'il vous plait )?(?:passer?|passons|(?:on peut |peut-on )?(?:passer|sauter)(?: cette question| ca)?|question suivante|suivant|aucune?|rien|pas maintenant|pas pour l'instant|pas encore|(?:peut-etre )?plus tard|je (?:ne )?prefere (?:pas|ne pas).{0,60}|plutot pas|sans commentaire|je passe)$/,
    ],
    [
      'refuse',
      /^je (?:ne )?(?:veux|souhaite|peux|vais|desire|tiens)(?: vous| a)? ?pas (?:le |la |les |vous |a )*(?:donner|dire|communiquer|partager|repondre|indiquer|laisser).{0,60}$|^je (?:ne )?(?:le |la |vous )*(?:donne|dis|communique) pas.{0,40}$|^je prefere(?:rais)? ne pas .{0,60}$/,
    ],
    [
      'refuse',
      new RegExp(
        `^(?:je n'(?:en )?ai pas|j'ai pas|j'en ai pas|pas|pas de|je n'ai pas de|je n'ai pas d'|pas d')(?: ?(?:encore )?(?:de |d')?(?:${DETAIL}))?(?: fixe| s'il vous plait)?$`,
      ),
    ],
    [
      'refuse',
      /^(?:c'est (?:trop |tres )?)?(?:prive|personnel|confidentiel|secret)$|^(?:ca|cela) ne vous regarde pas$/,
    ],
    [
      'refuseAll',
      /^(?:s'il vous plait )?(?:stop|arretez.{0,30}|laissez-moi tranquille|fichez-moi la paix|plus de questions|trop de questions|je (?:ne )?(?:veux|souhaite) (?:pas )?(?:donner|laisser) (?:mes|aucune) .{0,40})$/,
    ],
    [
      'unsure',
      /^(?:je (?:ne )?(?:le )?sais pas(?: encore| trop| vraiment| exactement)?|aucune idee|pas d'idee|ca depend|cela depend|je (?:ne )?suis pas sure?|peut-etre|difficile a dire|pas encore(?: decide)?|a voir|on verra|je dois (?:encore )?y reflechir|je vais y reflechir|a definir)$/,
    ],
    [
      'browsing',
      /^(?:non )?(?:je (?:ne fais que )?regarder?(?: seulement| juste)?|je regarde (?:juste|seulement|simplement)|juste pour regarder|je jette (?:juste )?un coup d'oeil)$/,
    ],
    [
      'preferPhone',
      /^(?:je prefere(?:rais)?|plutot)(?: etre)?(?: par| le)? ?(?:telephone|appele|appel|whatsapp)$|^(?:s'il vous plait )?(?:appelez|rappelez)-moi(?: plutot| s'il vous plait)?$|^(?:seulement )?par telephone(?: s'il vous plait)?$/,
    ],
    [
      'preferEmail',
      /^(?:je prefere(?:rais)?|plutot|seulement|uniquement)(?: par| l')? ?(?:e-?mail|mail)$|^par (?:e-?mail|mail)(?: s'il vous plait)?$/,
    ],
    ['yes', /^(?:pas grave|(?:pas de|aucun) (?:probleme|souci))$/],
    [
      'refuse',
      /^(?:(?:ce n'est |c'est )?pas (?:besoin|necessaire|important|la peine)|(?:peu|n')? ?importe|laissez(?:-| )tomber|je (?:ne |n')?(?:veux|ai|peux) pas)$/,
    ],
    ['refuseAll', /^(?:je (?:ne )?suis )?pas interesse[es]?$|^(?:ca|cela) ne m'interesse pas$/],
    ['refuse', /^anonyme(?:ment)?$/],
  ],
  sentences: [
    [
      'who',
      /\b(?:etes-vous|es-tu|vous etes|c'est|est-ce(?: que (?:vous etes|je parle))?|je parle)\b.{0,25}\b(?:bot|chatbot|robot|humaine?|(?:vraie )?personne|ia|machine|ordinateur|chatgpt)\b/,
    ],
    [
      'who',
      /^(?:et )?qui (?:etes-vous|es-tu)$|^vous etes qui$|^comment vous appelez-vous$|^a qui (?:je parle|ai-je affaire)$/,
    ],
    [
      'person',
      /\b(?:parler|discuter|echanger|joindre|mettre en relation|parle)\b.{0,15}\b(?:quelqu'un|(?:a|avec) (?:un|une|quelqu'un|votre))\b.{0,30}$/,
    ],
    [
      'person',
      /\b(?:pouvez-vous|pourriez-vous|vous pouvez|peut-on|quelqu'un peut(?:-il)?) (?:me |m')(?:re)?(?:appeler|contacter)\b|\b(?:rappelez|contactez)-moi\b|\bappelez-moi(?= (?:au|a|sur|s'il|svp|demain|vite|apres|avant|des|quand|plus|ce|le)\b|$)/,
    ],
    [
      'person',
      /^(?:je veux |je voudrais |j'aimerais )?(?:un |une )?(?:vraie? )?(?:personne|humain|conseiller|conseillere|operateur|agent)(?: s'il vous plait)?$/,
    ],
    ['why', /^(?:mais |et )?(?:pourquoi|pour quoi faire|pourquoi (?:ca|cela|donc))$/],
    [
      'why',
      /\bpourquoi (?:en )?(?:avez-vous|voulez-vous|demandez-vous|vous (?:avez|voulez|demandez)|est-ce que vous|devrais-je|dois-je|je (?:dois|devrais))\b.{0,60}$|^(?:est-ce|c'est) (?:vraiment )?(?:necessaire|obligatoire)$/,
    ],
    [
      'privacy',
      /\bque (?:deviennent|faites-vous|ferez-vous).{0,8} mes\b|\b(?:confidentialite|rgpd|mes donnees|donnees personnelles|vie privee|spam|confidentiel|est-ce securise)\b/,
    ],
    [
      'how',
      /^(?:bonjour |salut )?(?:comment (?:allez-vous|ca va|vas-tu)|ca va|vous allez bien).{0,10}$|^(?:allo )?(?:il y a quelqu'un|vous etes (?:toujours )?la|(?:etes|es)-(?:vous|tu) (?:toujours )?la)$/,
    ],
    ['hostile', /\b(?:merde|connards?|idiots?|cretin|imbecile|ta gueule|va te faire|putain|encule|fuck)\b/],
  ],
  whole: [
    [
      'nothing',
      /^(?:(?:attendez|attends)(?: un (?:instant|moment))?|un (?:instant|moment|seconde)(?: s'il vous plait)?|une (?:seconde|minute)|laissez-moi (?:reflechir|voir|regarder)|je (?:vous )?(?:l'ai|ai) deja (?:dit|ecrit|donne|repondu)|quoi|comment|hein|pardon|excusez-moi|(?:pardon )?je (?:ne |n')?(?:comprends|saisis|ai) pas(?: compris)?(?: (?:cela|ca|la question))?|(?:que|qu'est-ce que ca|ca) (?:voulez-vous dire|veut dire)(?: quoi)?)$/,
    ],
    [
      'later',
      /^(?:(?:ok|d'accord|non|merci|non merci|bon) )?(?:(?:peut-etre )?(?:plus tard|une autre fois|un autre jour)|pas maintenant|je (?:reviendrai|repasserai)(?: plus tard)?)$/,
    ],
  ],
  correction:
    /^(?:non|pardon|desole|desolee|attendez|correction|je voulais dire|je veux dire|plutot|oups|erreur)\b|\b(?:je voulais dire|je veux dire|en fait|correction|au lieu de|est faux|est fausse|incorrecte?|faute de frappe|je me suis trompee?|changez (?:mon|ma|le|la)|pas .{1,60} mais)\b|^\*/,
  politeBefore:
    /^(?:non merci|merci mais|desolee? mais|desolee?|pardon|bon|ben|hm+|mais|et|alors|franchement|ok|d'accord|s'il vous plait|euh|non) (?=\S)/,
  politeAfter:
    / (?:s'il vous plait|svp|merci|merci beaucoup|desolee?|si possible|pour l'instant|pour le moment)$/,
  asking:
    /^(?:(?:et|mais|alors|ok|bonjour|bonsoir|pardon|excusez-moi|s'il vous plait|merci|aussi|au fait),? ){0,3}(?:combien\b|quel(?:le)?s? (?:est|sont|services?|prix|tarifs?|horaires?|delai)|ou (?:etes|est|se|puis|vous|peut)|quand (?:est|sont|ouvrez|fermez|puis|pouvez|etes)|comment (?:puis|faire|fonctionne|ca|est|on|venir)|qui (?:est|fait|sont)|que (?:coute|faites|proposez|comprend)|qu'est-ce que?\b|est-ce qu[e']|pourquoi\b|avez-vous|y a-t-il|faites-vous|proposez-vous|vendez-vous|pouvez-vous|pourriez-vous|puis-je|peut-on|est-il|livrez-vous|reparez-vous|etes-vous|acceptez-vous|vous (?:faites|avez|proposez|vendez|livrez|pouvez|etes)|c'est combien|j'aimerais savoir|je voudrais savoir)(?![\p{L}\p{N}])/u,
};
