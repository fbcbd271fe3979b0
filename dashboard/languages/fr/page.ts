import type { pageTexts as English } from '../en/page.ts';

export const pageTexts: typeof English = {
  noScript: 'Le tableau de bord a besoin de JavaScript. Activez-le pour cette page, puis rechargez-la.',
};
