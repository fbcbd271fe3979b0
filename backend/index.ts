/** The door: says what Node it takes before anything is loaded that would fail on an older one. */
import { oldNode } from './node-version.ts';

const problem = oldNode(process.versions.node);
if (problem) {
  process.stderr.write(`\nParlour could not start. ${problem}\n`);
  process.exitCode = 1;
} else await import('./process.ts');
