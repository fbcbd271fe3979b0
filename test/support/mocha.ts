/**
 * What Node is told to run tests: Mocha in this very process, which a signal then reaches. Everything is imported, never
 * required: a module that was loaded both ways would be two, and what one of them started the other could not end.
 */
export const MOCHA: readonly string[] = [
  ...['--import=tsx', '--no-experimental-require-module', 'node_modules/mocha/bin/mocha.js'],
  ...['--no-config', '--require', './test/support/hooks.ts', '--timeout', '120000', '--slow', '5000'],
];
