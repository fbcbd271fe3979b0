import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { LANES } from '../support/lanes.ts';

/** `**` are folders of any depth, `*` is a part of a name. */
const fits = (pattern: string) =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('**/', '(.+/)?').replaceAll('*', '[^/]*')}$`);

describe('npm test', () => {
  it('runs every test, and none twice', () => {
    const patterns = Object.values(LANES).flat().map(fits);
    const tests = readdirSync('test', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => join('test', name));
    expect(tests.length).to.be.greaterThan(200);
    const wrong = tests.filter((name) => patterns.filter((pattern) => pattern.test(name)).length !== 1);
    expect(wrong).to.deep.equal([]);
  });
});
