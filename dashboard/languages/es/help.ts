import type { helpTexts as English } from '../en/help.ts';

export const helpTexts: typeof English = {
  keys: { enter: 'Intro', shift: 'Mayús', escape: 'Esc' },
  title: 'Atajos de teclado',
  next: 'Siguiente de la lista',
  previous: 'Anterior de la lista',
  open: 'Abrir',
  search: 'Buscar',
  pick: 'Seleccionar o quitar la selección',
  pickRange: 'Seleccionar todo hasta aquí',
  archive: 'Archivar o recuperar; resolver un error',
  takeOver: 'Hacerse cargo de la conversación y escribir',
  complete: 'Completar o reabrir',
  skip: 'Saltar, en la lista de revisión',
  judge: 'Aprobada, problema, corregida, sin revisar',
  print: 'Imprimir la conversación',
  undo: 'Deshacer el último cambio',
  back: 'Quitar la selección o volver a la lista',
  help: 'Mostrar esta ayuda',
  off: 'Los atajos de una sola tecla están desactivados. Se pueden activar en Ajustes.',
};
