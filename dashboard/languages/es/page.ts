import type { pageTexts as English } from '../en/page.ts';

export const pageTexts: typeof English = {
  noScript: 'El panel necesita JavaScript. Hay que activarlo para esta página y volver a cargarla.',
};
