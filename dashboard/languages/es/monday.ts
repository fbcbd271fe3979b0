import type { mondayTexts as English } from '../en/monday.ts';

/** What the settings of Monday.com say. They load with the page of a site. */
export const mondayTexts: typeof English = {
  token: 'Token',
  tokenHint:
    'En Monday: su imagen arriba a la derecha, Developers, «My access tokens». Los elementos se crean en nombre de su dueño.',
  connect: 'Conectar',
  connectAgain: 'Elegir otro tablero',
  refresh: 'Leer de nuevo los tableros',
  connecting: 'Pidiendo a Monday sus tableros',
  reading: 'Leyendo el tablero',
  connected: (n) => (n === 1 ? 'Conectado. Hay un tablero.' : `Conectado. Hay ${n} tableros.`),
  failed: 'No se pudo preguntar a Monday.',
  apiUrl: 'Dirección de la API',
  apiUrlHint: 'Solo para un proxy propio. Vacío: la de Monday.',
  more: 'Otra dirección',

  board: 'Tablero',
  boardHint: 'Cada lead se convierte en un elemento de él.',
  group: 'Grupo',
  groupHint: 'Dónde aparecen los elementos nuevos.',
  firstGroup: 'El primer grupo',

  when: 'Qué leads',
  whens: { completed: 'Todos los leads completos', qualified: 'Solo los leads calificados' },
  whenHint: {
    completed: 'En cuanto una conversación se completa y hay un correo o un teléfono.',
    qualified: 'En cuanto alguien de su equipo marca el lead como calificado.',
  },
  followUp:
    'Los cambios posteriores del lead cambian el elemento. Lo que se cambie en el tablero se queda como está.',

  columns: 'Qué va adónde',
  told: 'Lo que cuenta el visitante',
  around: 'Sobre la conversación',
  campaign: 'Campaña y más',
  itemName: 'Nombre del elemento',
  notSent: 'No se envía',
  noFit: (types) => `Ninguna columna del tablero sirve: ${types}`,
  taken: ', ya usada',
  gone: 'Una columna que ya no existe',
  suggest: 'Elegir por nombre y tipo',
  suggested: (n) =>
    n === 0
      ? 'Ninguna columna encaja por su nombre. Elíjalas a mano.'
      : n === 1
        ? 'Se eligió 1 columna por su nombre y tipo. Revísela antes de guardar.'
        : `Se eligieron ${n} columnas por su nombre y tipo. Revíselas antes de guardar.`,
  idHint: 'Con él se vuelve a encontrar el elemento con certeza, pase lo que pase entretanto.',

  sources: {
    name: 'Nombre',
    email: 'Correo',
    phone: 'Teléfono',
    company: 'Empresa',
    'session.link': 'Enlace a la conversación',
    'session.startedAt': 'Inicio',
    'session.transcript': 'La conversación entera',
    'session.id': 'ID de la conversación',
    'page.url': 'Página, como enlace',
    'page.title': 'Título de la página',
    'site.name': 'Nombre del sitio',
    'lead.score': 'Puntuación',
    'lead.qualification': 'Calificación',
    'lead.consent': 'Consentimiento',
    'utm.source': 'Fuente de la campaña',
    'utm.medium': 'Medio de la campaña',
    'utm.campaign': 'Campaña',
    'utm.term': 'Término de la campaña',
    'utm.content': 'Contenido de la campaña',
  },
  /** Types of columns as Monday calls them. */
  types: {
    text: 'Texto',
    long_text: 'Texto largo',
    email: 'Correo',
    phone: 'Teléfono',
    status: 'Estado',
    dropdown: 'Desplegable',
    date: 'Fecha',
    numbers: 'Números',
    link: 'Enlace',
    checkbox: 'Casilla',
  },

  test: 'Probar la conexión',
  testText: 'Busca el tablero, el grupo y cada columna con los ajustes tal como están aquí. No crea nada.',
  link: 'Elemento en Monday',
  open: 'Abrir el elemento',
};
