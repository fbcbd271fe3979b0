import type { labelTexts as English } from '../en/labels.ts';
import { number } from '../locale.ts';

/** What the settings say about labels. */
export const labelTexts: typeof English = {
  text: 'Palabras con las que su equipo vuelve a encontrar conversaciones. Lo que cambie aquí cambia en todas partes.',
  create: 'Nueva etiqueta',
  createTitle: 'Nueva etiqueta',
  changeTitle: (name) => `Cambiar «${name}»`,
  name: 'Nombre',
  nameHint: 'Por ejemplo: volver a llamar, pedido grande',
  missingName: 'Dé un nombre a la etiqueta.',
  color: 'Color',
  colors: {
    grey: 'Gris',
    teal: 'Verde azulado',
    green: 'Verde',
    amber: 'Ámbar',
    red: 'Rojo',
    violet: 'Violeta',
    blue: 'Azul',
  },
  make: 'Crear la etiqueta',
  made: (name) => `Se creó la etiqueta «${name}».`,
  saved: (name) => `Se guardó la etiqueta «${name}».`,
  change: (name) => `Cambiar ${name}`,
  remove: (name) => `Eliminar ${name}`,
  active: (n) => (n === 1 ? '1 conversación' : `${number(n)} conversaciones`),
  archived: (n) => (n === 1 ? '1 archivada' : `${number(n)} archivadas`),
  many: (n) => `${number(n)} conversaciones o más`,
  unused: 'En ninguna conversación',
  failedTitle: 'Las etiquetas no se cargaron',
  emptyTitle: 'Aún no hay etiquetas',
  emptyText: 'Cree una aquí o junto a una conversación abierta. Después puede filtrar la lista por ella.',
  onlyAdmins: 'Solo los admins pueden eliminar etiquetas, porque así las pierden todas las conversaciones.',
  askRemove: (name) => `¿Eliminar la etiqueta «${name}»?`,
  askRemoveUnused: 'Ninguna conversación la lleva.',
  askRemoveText: (n) =>
    n === 1
      ? '1 conversación la pierde. No se puede deshacer.'
      : `${number(n)} conversaciones la pierden. No se puede deshacer.`,
  askRemoveMany: (n) => `${number(n)} conversaciones o más la pierden. No se puede deshacer.`,
  removeIt: 'Eliminar',
  removed: (name) => `Se eliminó la etiqueta «${name}».`,
};
