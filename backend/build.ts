/**
 * Builds the backend into a few files, and copies what its pages show. Run with `npm run build`.
 */
import { cpSync } from 'node:fs';
import { build } from 'esbuild';
import { oldNode } from './node-version.ts';

const problem = oldNode(process.versions.node);
if (problem) {
  process.stderr.write(`\n${problem}\n`);
  process.exit(1);
}
await build({
  entryPoints: ['backend/index.ts'],
  outdir: 'dist/backend',
  bundle: true,
  // What index.ts loads only when Node will do becomes a file of its own.
  splitting: true,
  chunkNames: '[name]',
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
