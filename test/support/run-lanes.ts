/** `npm run test:all`: runs all tests in lanes (lanes.ts), each with a database server and folders of its own. */
import { runAll } from './all-lanes.ts';
import { endLanes, leaveLanes } from './lane.ts';
import { LANES } from './lanes.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => endLanes(signal));
const ok = await runAll(LANES, (line) => void process.stdout.write(`${line}\n`));
process.exitCode = ok ? 0 : 1;
leaveLanes();
