/** CHANGELOG.md as a release needs it: newest first, each release with its day, each part with a line for its readers. */

export interface Release {
  version: string;
  /** The day, or undefined while it says "not released yet". */
  day: string | undefined;
  text: string;
}

const HEADING = /^## (\d+\.\d+\.\d+), (?:(\d{4}-\d\d-\d\d)|not released yet)$/;
/** How developers talk to each other: types of commits, hashes, numbers of pull requests. */
const COMMIT_SPEAK =
  /^- (?:feat|fix|chore|refactor|docs|test|ci)(?:\(.*\))?:|\b(?=\w*\d)[0-9a-f]{7,40}\b|\(#\d+\)/;

/** The parts of a text that begin with a heading of this level. */
const sectionsOf = (text: string, mark: string) =>
  text.split(new RegExp(`^(?=${mark} )`, 'm')).filter((part) => part.startsWith(`${mark} `));

/** The first release of the file, which is the newest. */
export function newestRelease(text: string): Release | undefined {
  return sectionsOf(text, '##').map(readRelease)[0];
}

/** A line for each thing that keeps the file from speaking to users. */
export function changelogProblems(text: string): string[] {
  return sectionsOf(text, '##').flatMap((section) => {
    const [heading = ''] = section.split('\n');
    const parts = sectionsOf(section, '###');
    const empty = (parts.length > 0 ? parts : [section]).filter((part) => !/^- \S/m.test(part));
    return [
      ...(readRelease(section)
        ? []
        : [`"${heading}" is not "## 1.2.3, 2026-01-31" or "..., not released yet"`]),
      ...empty.map((part) => `"${part.split('\n')[0]}" of "${heading}" tells nothing`),
      ...section
        .split('\n')
        .filter((line) => COMMIT_SPEAK.test(line))
        .map((line) => `"${line}" is for developers`),
    ];
  });
}

function readRelease(section: string): Release | undefined {
  const [, version, day] = HEADING.exec(section.split('\n')[0]!) ?? [];
  return version === undefined ? undefined : { version, day, text: section };
}
