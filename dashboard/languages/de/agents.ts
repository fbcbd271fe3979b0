import type { agentTexts as English } from '../en/agents.ts';

/** What the settings of the assistant say. They load with the page of a site. */
export const agentTexts: typeof English = {
  lead: 'Wer Besuchern antwortet, und was geschieht, wenn keine Antwort kommt.',
  kind: 'Wer antwortet',
  kinds: {
    guided: {
      title: 'Geführter Assistent',
      text: 'Fragt die Lead-Felder nacheinander ab und antwortet aus Ihren Fragen und Antworten. Braucht keinen anderen Dienst.',
    },
    n8n: {
      title: 'n8n-Workflow',
      text: 'Jede Nachricht geht an einen Workflow von Ihnen. Was er antwortet, wird gezeigt, beim Streamen Wort für Wort.',
    },
    openai: {
      title: 'Eigenes Modell',
      text: 'OpenAI, OpenRouter, Ollama, vLLM, LM Studio oder ein anderer Server mit derselben Schnittstelle.',
    },
  },

  n8n: {
    heading: 'Der Workflow',
    url: 'Chat-URL',
    urlHint:
      'Aus dem Chat Trigger eines veröffentlichten Workflows, oder die Production URL eines Webhook-Knotens, der antwortet.',
    urlPlaceholder: 'https://n8n.example.com/webhook/…/chat',
    urlMissing: 'Fügen Sie die Chat-URL des Workflows ein.',
    urlWrong: 'Eine Adresse beginnt mit https:// oder http://.',
    header: 'Header für das Geheimnis',
    headerHint:
      'Leer: Authorization. Ein Geheimnis wie name:passwort meldet sich dort mit Basic Authentication an.',
    headerWrong: 'Ein Header hat nur Buchstaben, Ziffern und Bindestriche.',
    secret: 'Geheimnis',
    secretHint: 'Nur wenn der Trigger eine Anmeldung verlangt.',
  },

  openai: {
    onThisMachine: (name) => `${name} auf diesem Rechner`,
    heading: 'Das Modell',
    baseUrl: 'Adresse des Servers',
    baseUrlHint: 'Bis einschließlich /v1, etwa https://api.openai.com/v1 oder http://localhost:11434/v1.',
    baseUrlMissing: 'Geben Sie die Adresse des Servers ein.',
    model: 'Modell',
    modelHint: 'So, wie der Server es nennt.',
    modelMissing: 'Geben Sie den Namen des Modells ein.',
    apiKey: 'API-Schlüssel',
    apiKeyHint: 'Server auf dem eigenen Rechner brauchen oft keinen.',
    prompt: 'Anweisungen',
    promptHint:
      'Wer der Assistent ist, was er versprechen darf, wie er spricht. Die Lead-Felder kommen von selbst dazu.',
    temperature: 'Temperatur',
    temperatureHint: 'Von 0, immer gleich, bis 2, wild. Leer: Der Server entscheidet.',
    temperatureWrong: 'Geben Sie eine Zahl von 0 bis 2 ein.',
    replies: 'Antworten je Gespräch, höchstens',
    repliesUnit: 'Antworten',
    tokens: 'Tokens am Tag, höchstens',
    tokensUnit: 'Tokens',
  },

  secrets: {
    set: (hint) => (hint.length > 3 ? `Gesetzt, endet auf ${hint}` : 'Gesetzt'),
    fresh: 'Der neue Wert gilt, sobald Sie speichern.',
    removed: 'Wird entfernt, sobald Sie speichern.',
    missing: 'Geben Sie einen neuen Wert ein, oder behalten Sie den alten.',
    replace: 'Ersetzen',
    remove: 'Entfernen',
    keep: 'Alten Wert behalten',
  },

  failing: 'Wenn er nicht antworten kann',
  fallback: 'Was Besucher dann lesen',
  fallbackHint: 'Sie können daneben ihre Angaben hinterlassen.',
  timeout: 'Auf eine Antwort warten, höchstens',
  timeoutHint: 'Von 5 bis 120 Sekunden. Danach lesen Besucher den Text darüber.',
  seconds: 'Sekunden',
  handover: 'Nachdem ein Mensch übernommen hat',
  handoverHint: 'Wartet ein Besucher so lange auf ihn, antwortet wieder der Assistent. Leer: 5 Minuten.',
  minutes: 'Minuten',

  test: {
    heading: 'Funktioniert es?',
    text: 'Fragt nach einer Antwort, mit den Einstellungen, wie sie hier stehen, gespeichert oder nicht.',
    button: 'Assistenten testen',
  },

  trying: {
    heading: 'Ausprobieren',
    text: 'Ein Chat mit diesen Einstellungen, gespeichert oder nicht. Nichts davon wird aufbewahrt.',
    open: 'Chat beginnen',
    reset: 'Neu beginnen',
    input: 'Ihre Nachricht als Besucher',
    send: 'Senden',
    waiting: 'Warten auf eine Antwort',
    changed:
      'Die Einstellungen haben sich seit Beginn dieses Chats geändert. Ab der nächsten Nachricht gelten die neuen.',
    you: 'Sie',
    assistant: 'Assistent',
    learned: 'Was er erfahren hat',
    nothing: 'Noch keine Angaben.',
    completed: 'Er hat alles, was er wollte: Das Gespräch wäre jetzt abgeschlossen.',
    person: 'Er bittet jetzt um einen Menschen.',
    from: (titles) => `Aus: ${titles}`,
    took: (seconds) => `Antwort nach ${seconds} s`,
    fault: 'Er konnte nicht antworten. Besucher würden den Text darüber lesen.',
    execution: 'Ausführung in n8n öffnen',
    notSent: 'Das kam nicht durch.',
  },

  workflows: {
    heading: 'Fertige Workflows',
    text: 'Mit den Adressen dieser Website ausgefüllt. Schlüssel wählen Sie in n8n; hier ist keiner enthalten.',
    button: 'Herunterladen',
    steps: 'Drei Schritte',
    failed: 'Die Liste wurde nicht geladen.',
  },
};
