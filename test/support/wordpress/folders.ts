/**
 * Copies and removes whole folders with the system's own tools: for the 3,800 files of WordPress, Node's `cpSync` and
 * `rmSync` take seconds where these take tenths.
 */
import { execFileSync } from 'node:child_process';

/** Copies what is in `from` into `to`, which is made when it is not there. */
export function copyFolder(from: string, to: string): void {
  execFileSync('mkdir', ['-p', to]);
  execFileSync('cp', ['-R', `${from}/.`, to]);
}

/** Removes a folder and all in it, if it is there. */
export function removeFolder(path: string): void {
  execFileSync('rm', ['-rf', path]);
}
