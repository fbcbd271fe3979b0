/** `npm run test:some -- <files or patterns>`: runs these tests alone, one file after the other. */
import { spawn } from 'node:child_process';
import { MOCHA } from './mocha.ts';

const child = spawn(process.execPath, [...MOCHA, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
