import type { MailTexts } from './en.ts';

export const spanish: MailTexts = {
  locale: 'es',
  somebodyOnMessenger: 'Alguien en Messenger',
  visitorFrom: (path) => `Visitante de ${path}`,
  visitor: 'Un visitante',
  about: {
    leads: 'los leads nuevos',
    abandoned: 'las conversaciones abandonadas',
    waiting: 'las peticiones de hablar con una persona',
    issues: 'los problemas',
    fixed: 'los problemas resueltos',
    errors: 'los nuevos tipos de errores',
  },
  becauseOf: (what, site) =>
    `Recibe este correo porque ${what} de ${site} se envían a esta dirección. Un administrador puede cambiarlo en los ajustes del sitio.`,
  facts: {
    email: 'Correo',
    phone: 'Teléfono',
    company: 'Empresa',
    page: 'Página',
    campaign: 'Campaña',
    site: 'Sitio',
    when: 'Cuándo',
    began: 'Empezó',
    waitingSince: 'Espera desde',
    takenOverBy: 'A cargo de',
    cause: 'Causa',
    fixedIn: 'Resuelto en',
    foundBy: 'Encontrado por',
    fixedBy: 'Resuelto por',
    conversation: 'Conversación',
    workflow: 'Flujo',
    step: 'Paso',
    times: 'Veces hasta ahora',
    last: 'Última vez',
    qualified: 'Calificados',
    takenOver: 'A cargo de una persona',
    waiting: 'En espera ahora',
    openIssues: 'Problemas abiertos',
    errors: 'Errores',
  },
  links: {
    lead: 'Abrir el lead',
    read: 'Leer la conversación',
    conversation: 'Abrir la conversación',
    check: 'Comprobar la conversación',
    error: 'Abrir el error',
    parlour: 'Abrir Parlour',
    figures: 'Ver las cifras',
  },
  lead: { subject: (name) => `Nuevo lead: ${name}`, badge: 'Nuevo lead' },
  abandoned: {
    subject: (name) => `Conversación abandonada: ${name}`,
    preview: (site) => `En ${site}`,
    badge: 'Abandonada',
    heading: (name) => `${name} se fue antes del final`,
  },
  waiting: {
    subject: (name) => `Espera a una persona: ${name}`,
    preview: 'El visitante ha pedido hablar con una persona.',
    previewFor: (holder) => `${holder} se hizo cargo y todavía no ha respondido.`,
    badge: 'En espera',
    heading: (name) => `${name} quiere hablar con una persona`,
    headingFor: (name) => `${name} espera una respuesta`,
  },
  issue: {
    subject: (kind, site) => `Problema en ${site}: ${kind}`,
    foundBy: (who) => `Encontrado por ${who ?? 'el equipo'}`,
    badge: 'Problema',
    heading: 'Una conversación tiene un problema',
    forFixer: 'Para quien lo resuelva',
    noteOf: (who) => `Nota de ${who ?? 'alguien del equipo'}`,
    message: (who) => `El mensaje del que se trata (${who})`,
    roles: { assistant: 'Asistente', staff: 'Equipo', system: 'Aviso' },
    causes: {
      prompt: 'Prompt',
      knowledge: 'Conocimiento',
      workflow: 'Flujo',
      model: 'Modelo',
      bug: 'Fallo',
      other: 'Otra cosa',
    },
  },
  fixed: {
    subject: (kind, site) => `Resuelto en ${site}: ${kind}`,
    by: (who) => `Por ${who ?? 'el equipo'}`,
    badge: 'Resuelto',
    heading: (kind) => `Un problema está resuelto: ${kind}`,
    headingYours: (kind) => `El problema que encontró está resuelto: ${kind}`,
    reportedAs: 'Se comunicó así',
    reasonYours:
      'Recibe este correo porque encontró el problema. Puede desactivar estos correos en su cuenta.',
  },
  incident: {
    severities: { warning: 'Aviso', error: 'Error', critical: 'Error grave' },
    automation: 'una automatización',
    subject: (severity, where) => `${severity} en ${where}`,
    heading: (where) => `Algo falló en ${where}`,
    reported: 'Lo que se comunicó',
    text: 'Si vuelve a ocurrir, se cuenta. Solo recibirá otro correo después de que se haya dado por resuelto.',
    reasonAdmin: 'Recibe este correo porque es administrador y el error no pertenece a ningún sitio.',
  },
  invited: {
    subject: 'Tiene una invitación a Parlour',
    preview: 'Elija una contraseña y ya está dentro.',
    heading: (name) => `Le damos la bienvenida, ${name}`,
    what: 'Tiene una invitación a Parlour, donde su equipo lee y responde las conversaciones de sus sitios web.',
    how: 'Elija una contraseña y ya está dentro. El enlace sirve una vez, durante 7 días.',
    action: 'Elegir una contraseña',
    reason: (email) =>
      `Un administrador del equipo invitó a ${email}. Si no sabe de qué se trata, no haga nada: la invitación caduca sola.`,
  },
  reset: {
    subject: 'Elija una contraseña nueva para Parlour',
    preview: 'El enlace sirve una vez, durante una hora.',
    heading: 'Elija una contraseña nueva',
    what: (name) =>
      `Hola, ${name}: alguien ha pedido una contraseña nueva para su cuenta, seguramente usted.`,
    how: 'El enlace sirve una vez, durante una hora. Hasta que elija una contraseña nueva, vale la anterior.',
    reason: (email) =>
      `Este correo se envió a ${email}. Si no lo ha pedido, no haga nada: nadie entra sin este correo.`,
  },
  summary: {
    subject: (date, conversations, leads) =>
      `${date}: ${conversations} ${conversations === 1 ? 'conversación' : 'conversaciones'}, ${leads} ${leads === 1 ? 'lead' : 'leads'}`,
    preview: (waiting) =>
      waiting === 0
        ? 'Nadie espera ahora.'
        : `${waiting} ${waiting === 1 ? 'visitante espera' : 'visitantes esperan'} ahora a una persona.`,
    badge: (waiting) => `${waiting} en espera ahora`,
    none: 'No empezó ninguna conversación.',
    began: (conversations, completed) =>
      `${conversations === 1 ? 'Empezó 1 conversación' : `Empezaron ${conversations} conversaciones`}; completadas: ${completed}.`,
    left: (leads) =>
      leads === 0
        ? 'Nadie dejó un correo o un teléfono.'
        : `${leads} ${leads === 1 ? 'visitante dejó' : 'visitantes dejaron'} un correo o un teléfono.`,
    head: ['Sitio', 'Conversaciones', 'Completadas', 'Leads'],
    reason: 'Recibe este correo porque eligió el resumen diario. Puede desactivarlo en su cuenta.',
  },
  trial: {
    subject: (site) => `Prueba de Parlour: ${site}`,
    badge: 'Funciona',
    heading: 'Los correos de Parlour llegan aquí',
    text: (site) => `Así sabrá lo que ocurre en ${site}. No tiene que hacer nada.`,
    reason: (site) => `Un administrador probó los ajustes de correo de ${site}.`,
  },
};
