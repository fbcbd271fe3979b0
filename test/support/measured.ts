/**
 * What a promise's test really counted in this run, for the table in CONTRIBUTING. `npm run promises` names a file to
 * collect it in (MEASURED_INTO); in any other run nothing is kept.
 */
import { appendFileSync } from 'node:fs';

/** One line of that file. */
export interface Measured {
  promise: number;
  figure: string;
}

/** Words and numbers, and every number is one of the run's own. */
interface Counted {
  text: string;
}

/** Call it last, when everything has held: `` measured(22, counted`${sent} inputs, ${faults.size} broke something`) ``. */
export function measured(promise: number, { text }: Counted): void {
  const line: Measured = { promise, figure: text };
  if (process.env.MEASURED_INTO) appendFileSync(process.env.MEASURED_INTO, `${JSON.stringify(line)}\n`);
}

/**
 * Give a number as a text where it is a name, such as a seed.
 * @throws where a number stands in the words themselves, as nobody has counted that
 */
export function counted(words: TemplateStringsArray, ...values: Array<number | string>): Counted {
  if (values.length === 0 || words.some((word) => /\d/.test(word)))
    throw new Error(`This was not counted: ${words.join('…')}`);
  return { text: words.map((word, at) => word + shown(values[at])).join('') };
}

function shown(value: number | string | undefined): string {
  return typeof value === 'number'
    ? value.toLocaleString('en-US', { maximumFractionDigits: 1 })
    : (value ?? '');
}
