/** Every hook that the plugin offers is described where it stands, and named in readme.txt. */
import { expect } from 'chai';
import { phpFiles, readme, sectionOf } from './sources.ts';

interface Hook {
  name: string;
  place: string;
  /** How many values a listener gets. */
  values: number;
  /** The comment right above the statement, or ''. */
  comment: string;
}

const CALL = /\b(?:apply_filters|do_action)\(\s*'(parlour_\w+)'/g;

/** The arguments after the name, counted at the call's own depth. */
function countValues(text: string, from: number): number {
  let depth = 1;
  let values = 0;
  for (let at = from; depth > 0 && at < text.length; at++) {
    if ('([{'.includes(text[at]!)) depth++;
    else if (')]}'.includes(text[at]!)) depth--;
    else if (text[at] === "'") at = text.indexOf("'", at + 1);
    else if (text[at] === ',' && depth === 1) values++;
  }
  return values;
}

function hooksOf({ name: file, text }: { name: string; text: string }): Hook[] {
  return [...text.matchAll(CALL)].map((match) => {
    const above = text.slice(0, text.lastIndexOf('\n', match.index) + 1);
    const comment = /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*$/.exec(above)?.[0] ?? '';
    const values = countValues(text, match.index + match[0].length);
    return { name: match[1]!, place: `${file}: ${match[1]}`, values, comment };
  });
}

describe('hooks for developers', () => {
  const hooks = phpFiles().flatMap(hooksOf);

  it('each says what it is for, since when, and what it passes on', () => {
    expect(hooks.length).to.be.greaterThan(3);
    for (const { place, comment, values } of hooks) {
      expect(comment, place).to.match(/^\/\*\*\s+\* [A-Z].{20,}/);
      expect(comment, place).to.match(/@since \d+\.\d+\.\d+/);
      expect(comment.match(/@param \S+/g) ?? [], place).to.have.length(values);
    }
  });

  it('are all named in readme.txt, and no others', () => {
    const named = [...sectionOf(readme(), 'For developers').matchAll(/^\* `(parlour_\w+)`: [A-Z]?/gm)];
    const offered = [...new Set(hooks.map(({ name }) => name))].sort();
    expect(named.map(([, name]) => name).sort()).to.deep.equal(offered);
  });
});
