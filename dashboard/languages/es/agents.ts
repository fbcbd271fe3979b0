import type { agentTexts as English } from '../en/agents.ts';

/** What the settings of the assistant say. They load with the page of a site. */
export const agentTexts: typeof English = {
  lead: 'Quién responde a los visitantes y qué ocurre cuando no llega respuesta.',
  kind: 'Quién responde',
  kinds: {
    guided: {
      title: 'Asistente guiado',
      text: 'Pregunta los campos del lead uno a uno y responde con sus preguntas y respuestas. No necesita otro servicio.',
    },
    n8n: {
      title: 'Flujo de n8n',
      text: 'Cada mensaje va a un flujo propio y se muestra lo que responde, palabra por palabra si lo transmite así.',
    },
    openai: {
      title: 'Modelo propio',
      text: 'OpenAI, OpenRouter, Ollama, vLLM, LM Studio o cualquier otro servidor con la misma interfaz.',
    },
  },

  n8n: {
    heading: 'El flujo',
    url: 'URL del chat',
    urlHint:
      'La del Chat Trigger de un flujo publicado, o la URL de producción de un nodo Webhook que responda.',
    urlPlaceholder: 'https://n8n.example.com/webhook/…/chat',
    urlMissing: 'Pegue la URL del chat del flujo.',
    urlWrong: 'Una dirección empieza por https:// o http://.',
    header: 'Cabecera para el secreto',
    headerHint:
      'Vacío: Authorization. Un secreto como nombre:contraseña se envía ahí con autenticación básica.',
    headerWrong: 'Una cabecera solo tiene letras, cifras y guiones.',
    secret: 'Secreto',
    secretHint: 'Solo si el trigger pide autenticación.',
  },

  openai: {
    onThisMachine: (name) => `${name} en este equipo`,
    heading: 'El modelo',
    baseUrl: 'Dirección del servidor',
    baseUrlHint: 'Hasta /v1, como https://api.openai.com/v1 o http://localhost:11434/v1.',
    baseUrlMissing: 'Escriba la dirección del servidor.',
    model: 'Modelo',
    modelHint: 'Tal como lo llama el servidor.',
    modelMissing: 'Escriba el nombre del modelo.',
    apiKey: 'Clave de API',
    apiKeyHint: 'Los servidores en la propia máquina a menudo no la necesitan.',
    prompt: 'Instrucciones',
    promptHint:
      'Quién es el asistente, qué puede prometer y cómo habla. Los campos del lead se añaden solos.',
    temperature: 'Temperatura',
    temperatureHint: 'De 0, siempre igual, a 2, muy libre. Vacío: decide el servidor.',
    temperatureWrong: 'Escriba un número de 0 a 2.',
    replies: 'Máximo de respuestas por conversación',
    repliesUnit: 'respuestas',
    tokens: 'Máximo de tokens al día',
    tokensUnit: 'tokens',
  },

  secrets: {
    set: (hint) => (hint.length > 3 ? `Definido, termina en ${hint}` : 'Definido'),
    fresh: 'El nuevo valor se usará al guardar.',
    removed: 'Se quitará al guardar.',
    missing: 'Escriba el nuevo valor o conserve el anterior.',
    replace: 'Cambiar',
    remove: 'Quitar',
    keep: 'Conservar el anterior',
  },

  failing: 'Cuando no puede responder',
  fallback: 'Qué leen entonces los visitantes',
  fallbackHint: 'Al lado pueden dejar sus datos.',
  timeout: 'Espera máxima de una respuesta',
  timeoutHint: 'De 5 a 120 segundos. Después, los visitantes leen el texto de arriba.',
  seconds: 'segundos',
  handover: 'Cuando una persona se ha hecho cargo',
  handoverHint:
    'Si un visitante espera todo este tiempo a la persona, vuelve a responder el asistente. Vacío: 5 minutos.',
  minutes: 'minutos',

  test: {
    heading: '¿Funciona?',
    text: 'Pide una respuesta con los ajustes tal como están aquí, guardados o no.',
    button: 'Probar el asistente',
  },

  trying: {
    heading: 'Pruebas',
    text: 'Un chat con estos ajustes, guardados o no. No se conserva nada.',
    open: 'Empezar un chat',
    reset: 'Empezar de nuevo',
    input: 'Su mensaje como visitante',
    send: 'Enviar',
    waiting: 'Esperando una respuesta',
    changed:
      'Los ajustes han cambiado desde que empezó este chat. El próximo mensaje se responderá con los nuevos.',
    you: 'Usted',
    assistant: 'Asistente',
    learned: 'Lo que ha averiguado',
    nothing: 'Aún no hay datos.',
    completed: 'Tiene todo lo que quería: la conversación se completaría ahora.',
    person: 'Ahora pide una persona.',
    from: (titles) => `De: ${titles}`,
    took: (seconds) => `respondió en ${seconds} s`,
    fault: 'No pudo responder. Los visitantes leerían el texto de arriba.',
    execution: 'Abrir la ejecución en n8n',
    notSent: 'El mensaje no llegó.',
  },

  workflows: {
    heading: 'Flujos listos',
    text: 'Con las direcciones de este sitio. Las claves se eligen en n8n; dentro no hay ninguna.',
    button: 'Descargar',
    steps: 'Tres pasos',
    failed: 'La lista no se cargó.',
  },
};
