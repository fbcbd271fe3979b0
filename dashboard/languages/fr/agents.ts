import type { agentTexts as English } from '../en/agents.ts';

/** What the settings of the assistant say. They load with the page of a site. */
export const agentTexts: typeof English = {
  lead: 'Qui répond aux visiteurs, et ce qui se passe quand aucune réponse ne vient.',
  kind: 'Qui répond',
  kinds: {
    guided: {
      title: 'Assistant guidé',
      text: 'Demande les champs prospect un par un et répond à partir de vos questions et réponses. N’a besoin d’aucun autre service.',
    },
    n8n: {
      title: 'Workflow n8n',
      text: 'Chaque message part vers l’un de vos workflows, et sa réponse s’affiche, mot après mot s’il la diffuse au fil de l’eau.',
    },
    openai: {
      title: 'Votre propre modèle',
      text: 'OpenAI, OpenRouter, Ollama, vLLM, LM Studio ou tout autre serveur avec la même interface.',
    },
  },

  n8n: {
    heading: 'Le workflow',
    url: 'URL du chat',
    urlHint:
      'Celle du Chat Trigger d’un workflow publié, ou l’URL de production d’un nœud Webhook qui répond.',
    urlPlaceholder: 'https://n8n.example.com/webhook/…/chat',
    urlMissing: 'Collez l’URL du chat du workflow.',
    urlWrong: 'Une adresse commence par https:// ou http://.',
    header: 'En-tête du secret',
    headerHint:
      'Vide : Authorization. Un secret de la forme nom:motdepasse y devient une authentification basique.',
    headerWrong: 'Un en-tête ne contient que des lettres, des chiffres et des traits d’union.',
    secret: 'Secret',
    secretHint: 'Seulement si le déclencheur demande une authentification.',
  },

  openai: {
    onThisMachine: (name) => `${name} sur cette machine`,
    heading: 'Le modèle',
    baseUrl: 'Adresse du serveur',
    baseUrlHint: 'Jusqu’à /v1, comme https://api.openai.com/v1 ou http://localhost:11434/v1.',
    baseUrlMissing: 'Indiquez l’adresse du serveur.',
    model: 'Modèle',
    modelHint: 'Tel que le serveur le nomme.',
    modelMissing: 'Indiquez le nom du modèle.',
    apiKey: 'Clé API',
    apiKeyHint: 'Un serveur sur votre propre machine n’en a souvent pas besoin.',
    prompt: 'Instructions',
    promptHint:
      'Qui est l’assistant, ce qu’il peut promettre, comment il parle. Les champs prospect s’ajoutent d’eux-mêmes.',
    temperature: 'Température',
    temperatureHint: 'De 0, toujours pareil, à 2, débridé. Vide : le serveur décide.',
    temperatureWrong: 'Indiquez un nombre de 0 à 2.',
    replies: 'Réponses par conversation, au plus',
    repliesUnit: 'réponses',
    tokens: 'Tokens par jour, au plus',
    tokensUnit: 'tokens',
  },

  secrets: {
    set: (hint) => (hint.length > 3 ? `Défini, se termine par ${hint}` : 'Défini'),
    fresh: 'Le nouveau servira une fois enregistré.',
    removed: 'Il sera retiré à l’enregistrement.',
    missing: 'Saisissez le nouveau, ou gardez l’ancien.',
    replace: 'Remplacer',
    remove: 'Retirer',
    keep: 'Garder l’ancien',
  },

  failing: 'Quand il ne peut pas répondre',
  fallback: 'Ce que les visiteurs lisent alors',
  fallbackHint: 'Ils peuvent laisser leurs coordonnées juste à côté.',
  timeout: 'Attendre une réponse au plus',
  timeoutHint: 'De 5 à 120 secondes. Ensuite, les visiteurs lisent le texte ci-dessus.',
  seconds: 'secondes',
  handover: 'Après une prise de main',
  handoverHint:
    'Un visiteur qui attend la personne aussi longtemps reçoit de nouveau les réponses de l’assistant. Vide : 5 minutes.',
  minutes: 'minutes',

  test: {
    heading: 'Est-ce que ça marche ?',
    text: 'Demande une réponse avec les réglages affichés ici, enregistrés ou non.',
    button: 'Tester l’assistant',
  },

  trying: {
    heading: 'Essayer',
    text: 'Un chat avec ces réglages, enregistrés ou non. Rien n’en est gardé.',
    open: 'Ouvrir un chat',
    reset: 'Recommencer',
    input: 'Votre message, en tant que visiteur',
    send: 'Envoyer',
    waiting: 'En attente d’une réponse',
    changed:
      'Les réglages ont changé depuis le début de ce chat. Votre prochain message recevra une réponse selon les nouveaux.',
    you: 'Vous',
    assistant: 'Assistant',
    learned: 'Ce qu’il a appris',
    nothing: 'Rien pour l’instant.',
    completed: 'Il a tout ce qu’il voulait : la conversation serait terminée maintenant.',
    person: 'Il demande maintenant une personne.',
    from: (titles) => `D’après : ${titles}`,
    took: (seconds) => `a répondu en ${seconds} s`,
    fault: 'Il n’a pas pu répondre. Les visiteurs liraient le texte ci-dessus.',
    execution: 'Ouvrir l’exécution dans n8n',
    notSent: 'Le message n’est pas passé.',
  },

  workflows: {
    heading: 'Workflows prêts à l’emploi',
    text: 'Remplis avec les adresses de ce site. Les clés se choisissent dans n8n ; ils n’en contiennent aucune.',
    button: 'Télécharger',
    steps: 'Trois étapes',
    failed: 'La liste ne s’est pas chargée.',
  },
};
