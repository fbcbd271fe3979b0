/** Where the version stands. The running product says it in its API document; `try-out.ts` looks there. */
import { readFileSync } from 'node:fs';
import { type Stated, statedByPlugin } from '../../wp-plugin/build/versions.ts';
import { newestRelease } from './changelog.ts';

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

/** The version of this tree. */
export const releaseVersion = (): string => json('package.json').version;

/** Every place in the sources that states the version, and what it says. */
export function statedVersions(): Stated[] {
  const lock = json('package-lock.json');
  return [
    { place: 'package.json', version: json('package.json').version },
    { place: 'package-lock.json', version: lock.version },
    { place: 'package-lock.json, first package', version: lock.packages[''].version },
    { place: 'CHANGELOG.md', version: newestRelease(readFileSync('CHANGELOG.md', 'utf8'))?.version },
    ...statedByPlugin(),
  ];
}

/** A line for each place that says another version than package.json. */
export function versionProblems(): string[] {
  const wanted = releaseVersion();
  return statedVersions()
    .filter(({ version }) => version !== wanted)
    .map(({ place, version }) => `${place} says ${version ?? 'no version'}, package.json ${wanted}`);
}
