/**
 * Builds the backend into one file, and copies what its pages show. Run with `npm run build`.
 */
import { cpSync } from 'node:fs';
import { build } from 'esbuild';

await build({
  entryPoints: ['backend/index.ts'],
  outfile: 'dist/backend/index.js',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  // esbuild does not know that Node has them and would make each anew whenever it is met.
  supported: { 'regexp-unicode-property-escapes': true },
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
});
cpSync('backend/pages/public', 'dist/web/pages', { recursive: true });
