/**
 * Tests in processes side by side. Lines are told as they come, with their lane before them; the sums come last, and after
 * them each test that failed.
 *
 * Where very few failed, their files run once more, alone: what fails again has failed. What does not, hung on luck or on
 * how busy the machine was. The run passes, and says so: such a test hides a fault of its own or of Parlour.
 */
import { type Outcome, runLane } from './lane.ts';

/** As many may have failed by bad luck. More tell of something else. */
const FEW = 3;

/** @returns whether all passed @param say takes each line */
export async function runAll(
  lanes: Record<string, readonly string[]>,
  say: (line: string) => void,
): Promise<boolean> {
  const sum = (name: string, { ok, passing, failing, seconds }: Outcome) =>
    say(`${name}: ${passing} passing, ${failing} failing, ${ok ? '' : 'FAILED, '}${seconds} s`);
  const begun = Date.now();
  const running = Object.entries(lanes).map(([name, tests]) => [name, runLane(name, tests, say)] as const);
  const outcomes: Outcome[] = [];
  for (const [name, lane] of running) {
    const outcome = await lane;
    outcomes.push(outcome);
    sum(name, outcome);
  }

  const fallen = outcomes.flatMap((outcome) => outcome.fallen);
  const mayBeLuck = fallen.length > 0 && fallen.length <= FEW && outcomes.every(({ isWhole }) => isWhole);
  const files = [...new Set(fallen.map(({ file }) => file))];
  const again = mayBeLuck ? await runLane('again', files, say) : undefined;
  if (again) sum('again', again);
  const ok = again?.ok ?? outcomes.every((outcome) => outcome.ok);
  if (fallen.length > 0) say(ok ? 'Failed once, and passed when run again alone; to be mended:' : 'Failed:');
  for (const { title, file, why } of fallen) say(`- ${file}: ${title}: ${why}`);
  say(`all tests took ${Math.round((Date.now() - begun) / 1000)} s`);
  return ok;
}
