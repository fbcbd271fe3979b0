/** What the settings of the assistant say. They load with the page of a site. */
export const agentTexts = {
  lead: 'Who answers visitors, and what happens when no answer comes.',
  kind: 'Who answers',
  kinds: {
    guided: {
      title: 'Guided assistant',
      text: 'Asks the lead fields one by one and answers from your questions and answers. Needs no other service.',
    },
    n8n: {
      title: 'n8n workflow',
      text: 'Each message goes to a workflow of yours, and what it answers is shown, word by word where it streams.',
    },
    openai: {
      title: 'Your own model',
      text: 'OpenAI, OpenRouter, Ollama, vLLM, LM Studio or any other server with the same interface.',
    },
  },

  n8n: {
    heading: 'The workflow',
    url: 'Chat URL',
    urlHint:
      'From the Chat Trigger of a published workflow, or the production URL of a Webhook node that replies.',
    urlPlaceholder: 'https://n8n.example.com/webhook/…/chat',
    urlMissing: 'Paste the Chat URL of the workflow.',
    urlWrong: 'An address begins with https:// or http://.',
    header: 'Header for the secret',
    headerHint: 'Empty: Authorization. There a secret like name:password signs in by basic authentication.',
    headerWrong: 'A header has letters, digits and hyphens only.',
    secret: 'Secret',
    secretHint: 'Only if the trigger asks for authentication.',
  },

  openai: {
    onThisMachine: (name: string) => `${name} on this machine`,
    heading: 'The model',
    baseUrl: 'Address of the server',
    baseUrlHint: 'Up to /v1, such as https://api.openai.com/v1 or http://localhost:11434/v1.',
    baseUrlMissing: 'Give the address of the server.',
    model: 'Model',
    modelHint: 'As the server names it.',
    modelMissing: 'Give the name of the model.',
    apiKey: 'API key',
    apiKeyHint: 'Servers on your own machine often need none.',
    prompt: 'Instructions',
    promptHint:
      'Who the assistant is, what it may promise, how it speaks. The lead fields are added by themselves.',
    temperature: 'Temperature',
    temperatureHint: 'From 0, always the same, to 2, wild. Empty: the server decides.',
    temperatureWrong: 'Give a number from 0 to 2.',
    replies: 'Answers in one conversation at most',
    repliesUnit: 'answers',
    tokens: 'Tokens on one day at most',
    tokensUnit: 'tokens',
  },

  secrets: {
    set: (hint: string) => (hint.length > 3 ? `Set, ends in ${hint}` : 'Set'),
    fresh: 'The new one is used once you save.',
    removed: 'It is removed once you save.',
    missing: 'Type the new one, or keep the old one.',
    replace: 'Replace',
    remove: 'Remove',
    keep: 'Keep the old one',
  },

  failing: 'When it cannot answer',
  fallback: 'What visitors read then',
  fallbackHint: 'They can leave their details beside it.',
  timeout: 'Wait for an answer at most',
  timeoutHint: 'From 5 to 120 seconds. After that visitors read the text above.',
  seconds: 'seconds',
  handover: 'After a person took over',
  handoverHint:
    'A visitor who waits this long for the person is answered by the assistant again. Empty: 5 minutes.',
  minutes: 'minutes',

  test: {
    heading: 'Does it work?',
    text: 'Asks for one answer with the settings as they stand here, saved or not.',
    button: 'Test the assistant',
  },

  trying: {
    heading: 'Try it',
    text: 'A chat with these settings, saved or not. Nothing of it is kept.',
    open: 'Start a chat',
    reset: 'Start again',
    input: 'Your message as a visitor',
    send: 'Send',
    waiting: 'Waiting for an answer',
    changed:
      'The settings have changed since this chat began. What you send next is answered by the new ones.',
    you: 'You',
    assistant: 'Assistant',
    learned: 'What it has learned',
    nothing: 'No details yet.',
    completed: 'It has all it wanted: the conversation would be completed now.',
    person: 'It asks for a person now.',
    from: (titles: string) => `From: ${titles}`,
    took: (seconds: string) => `answered after ${seconds} s`,
    fault: 'It could not answer. Visitors would read the text above.',
    execution: 'Open the run in n8n',
    notSent: 'That did not get through.',
  },

  workflows: {
    heading: 'Ready workflows',
    text: 'Filled with the addresses of this site. Keys are chosen in n8n; none is inside.',
    button: 'Download',
    steps: 'Three steps',
    failed: 'The list did not load.',
  },
};
