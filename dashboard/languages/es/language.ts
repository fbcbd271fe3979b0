import type { languageTexts as English } from '../en/language.ts';

export const languageTexts: typeof English = {
  label: 'Idioma',
  browser: 'El del navegador',
  loseTitle: 'Aquí hay algo sin guardar',
  loseText:
    'Para cambiar de idioma hay que volver a cargar esta página. Se perdería lo escrito que no se haya guardado ni enviado.',
  change: 'Cambiar de idioma',
};
