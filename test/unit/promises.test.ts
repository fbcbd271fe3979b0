import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';

const PROMISES = 31;

/** `| 1 | what | held by | last measured |` */
const rows = [
  ...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^\| (\d+) \| (.+) \| (.+) \| (.+) \|$/gm),
].map(([, number, what, heldBy, figure]) => ({
  number: Number(number),
  what: what!,
  files: [...heldBy!.matchAll(/`([^`]+)`/g)].map(([, file]) => file!),
  bench: /`npm run bench -- (\w+)`/.exec(figure!)?.[1],
  figure: figure!,
}));

describe('the table of promises', () => {
  it('has each promise once, in order, with what was measured', () => {
    const numbers = Array.from({ length: PROMISES }, (_, at) => at + 1);
    expect(rows.map(({ number }) => number)).to.deep.equal(numbers);
    for (const { what, figure } of rows) expect([what.trim(), figure.trim()]).to.not.include('');
  });

  it('names tests that are there and test something, or a benchmark', () => {
    const wrong = rows.filter(({ files, bench }) => {
      const areTests = files.every((file) => existsSync(file) && /\bit\(/.test(readFileSync(file, 'utf8')));
      const isThere = bench === undefined || existsSync(`test/bench/${bench}.ts`);
      return !areTests || !isThere || (files.length === 0 && bench === undefined);
    });
    expect(wrong.map(({ number, files, bench }) => [number, ...files, bench])).to.deep.equal([]);
  });
});
