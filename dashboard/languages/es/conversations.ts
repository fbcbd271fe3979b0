import type { conversationTexts as English } from '../en/conversations.ts';
import { number } from '../locale.ts';

const conversations = (n: number) => (n === 1 ? '1 conversación' : `${number(n)} conversaciones`);
/** What was done to them: "3 conversaciones archivadas." */
const done = (participle: string) => (n: number) => `${conversations(n)} ${participle}${n === 1 ? '' : 's'}.`;

/** What is said around conversations by the parts that load when they are wanted: filters, bulk actions, notes, labels. */
export const conversationTexts: typeof English = {
  filters: {
    who: 'Quién responde',
    anyone: 'Cualquiera',
    lead: 'Lead',
    any: 'Todas',
    quality: 'Revisión',
    channel: 'Canal',
    site: 'Sitio',
    version: 'Versión',
    versionHint: 'del asistente',
    label: 'Etiqueta',
    noLabels: 'Aún no hay etiquetas. Se crean junto a una conversación abierta.',
    when: 'Cuándo',
    anyTime: 'Cualquier fecha',
    today: 'Hoy',
    yesterday: 'Ayer',
    week: 'Últimos 7 días',
    month: 'Últimos 30 días',
    from: 'Desde',
    to: 'Hasta',
    sort: 'Orden',
    sorts: {
      '-lastMessageAt': 'Mensaje más reciente',
      lastMessageAt: 'Mensaje más antiguo',
      '-startedAt': 'Inicio más reciente',
      startedAt: 'Inicio más antiguo',
    },
    reset: 'Restablecer todo',
  },

  bulk: {
    toolbar: 'Con lo seleccionado',
    selected: (n) => (n === 1 ? '1 seleccionada' : `${number(n)} seleccionadas`),
    allSelected: (n, more) =>
      more ? `Las primeras ${number(n)} que coinciden` : `Las ${number(n)} que coinciden`,
    selectAll: 'Seleccionar las que coinciden',
    selectLoaded: 'Seleccionar las visibles',
    clear: 'Quitar la selección',
    archive: 'Archivar',
    unarchive: 'Mover a activas',
    complete: 'Completar',
    reopen: 'Reabrir',
    delete: 'Eliminar',
    busy: 'Trabajando…',
    done: {
      archive: done('archivada'),
      unarchive: (n) => `${conversations(n)} de nuevo entre las activas.`,
      complete: done('completada'),
      reopen: done('reabierta'),
      delete: done('eliminada'),
    },
    more: 'Hay más. Repítalo para las siguientes.',
    nothing: 'No había nada que cambiar.',
    failed: 'No se pudo hacer. La lista muestra lo que se hizo hasta ahora.',
    deleteTitle: (n) => `¿Eliminar ${conversations(n)}?`,
    deleteText:
      'Sus mensajes, leads, notas y revisiones se eliminan definitivamente, para todos. No se puede deshacer. Para solo apartarlas, archívelas.',
    deleteOneTitle: (name) => `¿Eliminar la conversación con ${name}?`,
    deleteOneText:
      'Sus mensajes, su lead, sus notas y sus revisiones se eliminan definitivamente, para todos. No se puede deshacer. Para solo apartarla, archívela.',
    deleteButton: (n) => `Eliminar ${conversations(n)}`,
    keep: (n) => (n === 1 ? 'Conservarla' : 'Conservarlas'),
  },

  lead: {
    save: 'Guardar',
    saved: 'Lead guardado.',
    history: 'Qué cambió',
    changed: (field, from, to) => {
      if (from === null) return `${field}: ${to ?? '–'}`;
      return to === null ? `${field}: se quitó «${from}»` : `${field}: de «${from}» a «${to}»`;
    },
    sources: {
      agent: 'Lo averiguó el asistente',
      visitor: 'El visitante',
      staff: 'El equipo',
      automation: 'Una automatización',
      website: 'El sitio web donde inició sesión',
    },
  },

  notes: {
    title: 'Notas',
    only: 'Solo las ve su equipo.',
    label: 'Nueva nota',
    placeholder: 'Escriba una nota para su equipo',
    add: 'Añadir nota',
    save: 'Guardar',
    cancel: 'Cancelar',
    edit: 'Editar esta nota',
    remove: 'Quitar esta nota',
    removed: 'Nota quitada.',
    edited: 'editada',
    failed: 'La nota no se guardó. Inténtelo de nuevo.',
  },

  labels: {
    title: 'Etiquetas',
    add: 'Añadir una etiqueta',
    find: 'Buscar o crear una etiqueta',
    make: (name) => `Crear «${name}»`,
    takeOff: (name) => `Quitar ${name}`,
    manage: 'Gestionar las etiquetas',
    failed: 'Las etiquetas no se guardaron. Inténtelo de nuevo.',
    hint: 'Escriba un nombre para crear una nueva.',
  },

  earlier: {
    title: 'Anteriores y posteriores de este visitante',
    messages: (n) => (n === 1 ? '1 mensaje' : `${number(n)} mensajes`),
  },
};
