import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { BENCHED } from '../promises/benched.ts';
import { readTable } from '../promises/table.ts';
import { counted } from '../support/measured.ts';

const PROMISES = 31;
const rows = readTable();
/** Where a file tells its figure of a promise. */
const figureOf = (promise: number) => new RegExp(`measured\\(\\s*${promise},\\s*counted\`[^;]+;`, 'g');

describe('the table of promises', () => {
  it('has each promise once, in order, with a figure, its day and the command that prints it', () => {
    const numbers = Array.from({ length: PROMISES }, (_, at) => at + 1);
    expect(rows.map(({ number }) => number)).to.deep.equal(numbers);
    for (const { number, what, figure, printedBy } of rows) {
      expect([what, figure]).to.not.include('');
      expect(figure, `promise ${number}`).to.match(/\d/);
      const command = BENCHED[number] ? `bench -- ${BENCHED[number].bench}` : `promises -- ${number}`;
      expect(printedBy).to.match(new RegExp(`^\`npm run ${command}\`, \\d{4}-\\d\\d-\\d\\d$`));
    }
  });

  it('names tests that are there and test something, or a benchmark', () => {
    const wrong = rows.filter(({ number, files }) => {
      const areTests = files.every((file) => existsSync(file) && /\bit\(/.test(readFileSync(file, 'utf8')));
      const bench = BENCHED[number]?.bench;
      const isThere = bench === undefined || existsSync(`test/bench/${bench}.ts`);
      return !areTests || !isThere || (files.length === 0 && bench === undefined);
    });
    expect(wrong.map(({ number, files }) => [number, ...files])).to.deep.equal([]);
  });

  it('has its figures from the tests that it names: each counts, and no number is written down', () => {
    const wrong: string[] = [];
    for (const { number, files } of rows.filter((row) => !BENCHED[row.number]))
      for (const file of files) {
        const figures = readFileSync(file, 'utf8').match(figureOf(number));
        if (!figures) wrong.push(`${file} measures nothing for promise ${number}`);
        for (const figure of figures ?? [])
          if (/\$\{\s*['"\d]/.test(figure)) wrong.push(`${file}: ${figure}`);
      }
    expect(wrong).to.deep.equal([]);
    expect(() => counted`3 talks, ${0} lost`).to.throw('not counted');
    expect(() => counted`all is well`).to.throw('not counted');
  });
});
