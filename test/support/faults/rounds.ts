/**
 * How much of a fault test is run, and its chance: few rounds in the ordinary run, `SOAK_ROUNDS` times as many in the
 * long one. The seed is told, so that a run that failed can be had again by `FAULT_SEED`.
 */
import { randomInt } from 'node:crypto';

export const isLongRun = Number(process.env.SOAK_ROUNDS ?? 1) > 1;

/** @param few rounds of the ordinary run */
export const rounds = (few: number): number => few * Math.max(1, Number(process.env.SOAK_ROUNDS ?? 1));

/** A test's time, for as many rounds as it runs. */
export const timeFor = (milliseconds: number): number => 120_000 + rounds(milliseconds);

export interface Chance {
  readonly seed: number;
  /** A whole number from `least` up to, without, `end`. */
  between(least: number, end: number): number;
  pick<T>(from: readonly T[]): T;
}

/**
 * The same numbers again for the same seed (mulberry32).
 * @param variable of the environment that gives the seed
 */
export function chance(variable = 'FAULT_SEED'): Chance {
  const seed = Number(process.env[variable] ?? randomInt(2 ** 31));
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, end: number) => least + Math.floor(next() * (end - least));
  return { seed, between, pick: (from) => from[between(0, from.length)]! };
}
