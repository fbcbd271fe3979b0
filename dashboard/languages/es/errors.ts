import type { errorTexts as English } from '../en/errors.ts';
import { number } from '../locale.ts';

const count = (n: number) => (n === 1 ? 'Una vez' : n === 2 ? 'Dos veces' : `${number(n)} veces`);

/** What is said about errors of workflows and assistants; loaded with those who show them. */
export const errorTexts: typeof English = {
  title: 'Errores',
  list: 'Errores de flujos y asistentes',
  loading: 'Cargando los errores',
  failed: 'Los errores no se cargaron',
  more: 'Mostrar más',
  loadingMore: 'Cargando más…',
  moreFailed: 'Los siguientes no se cargaron.',

  statusFilter: 'Qué errores',
  status: { open: 'Abierto', resolved: 'Resuelto', muted: 'Silenciado' },
  all: 'Todos',
  site: 'Sitio',
  anySite: 'Todos los sitios',
  clear: 'Quitar los filtros',
  severity: { warning: 'Aviso', error: 'Error', critical: 'Crítico' },

  assistant: 'Asistente',
  workflow: 'Flujo',
  node: 'Paso',
  times: count,
  happened: 'Ocurrió',
  first: 'Primera vez',
  last: 'Última vez',

  emptyTitle: 'No hay errores abiertos',
  emptyText: 'Cuando un asistente o un flujo falla, aparece aquí solo, y en su lugar de la transcripción.',
  noneTitle: 'Aquí no hay nada',
  noneText: 'Ningún error cumple estos filtros.',
  showOpen: 'Mostrar los abiertos',
  connectTitle: 'Saber de cada error de sus flujos de n8n',
  connectAdmin: 'Un admin puede conectar n8n para que lleguen aquí los errores de todos sus flujos.',
  connectMany: 'Cada sitio tiene un flujo de n8n listo que comunica aquí los errores.',
  download: 'Descargar el flujo',
  toSites: 'Elegir un sitio',

  back: 'Volver a la lista',
  loadingOne: 'Cargando el error',
  oneFailed: 'El error no se cargó',
  notFound: 'Este error no está aquí',
  notFoundText: 'Puede que se haya eliminado con sus conversaciones o que el enlace no esté completo.',
  resolve: 'Resolver',
  reopen: 'Reabrir',
  mute: 'Silenciar',
  settled: {
    open: 'El error vuelve a estar abierto.',
    resolved: 'Error resuelto.',
    muted: 'Error silenciado.',
  },
  notSettled: 'No se pudo guardar.',
  facts: 'Error',
  kindOf: 'Tipo',
  stack: 'Dónde, en el código',
  recent: 'Las últimas veces',
  recentMax: (n) => `Las últimas ${n} veces`,
  noRecent: 'No se conserva ninguna vez concreta.',
  openConversation: 'Conversación',
  openRun: 'Abrir la ejecución',
  run: (id) => `Ejecución ${id}`,
  resolvedHint: 'Se reabre solo si vuelve a ocurrir.',
  mutedHint: 'Se sigue contando, pero no se avisa a nadie.',
};
