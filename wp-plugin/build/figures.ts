import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

/** Builds what draws the figures in wp-admin into `folder`, with all it needs: nothing is loaded from elsewhere. */
export function buildFigures(folder: string): void {
  buildSync({
    entryPoints: [resolve(import.meta.dirname, '../figures.ts')],
    outfile: join(folder, 'figures.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    // The licences of what is inside stay with it.
    legalComments: 'eof',
    banner: {
      js: '/* Built from wp-plugin/figures.ts and web-components/figures: see readme.txt, For developers. */',
    },
  });
}
