import type { pageTexts as English } from '../en/page.ts';

export const pageTexts: typeof English = {
  noScript: 'Das Dashboard braucht JavaScript. Schalten Sie es für diese Seite ein und laden Sie sie neu.',
};
