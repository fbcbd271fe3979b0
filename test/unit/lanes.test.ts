import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { runAll } from '../support/all-lanes.ts';
import { LANES } from '../support/lanes.ts';

/** `**` are folders of any depth, `*` is a part of a name, `[!ab]` is a letter, but for these. */
const fits = (pattern: string) =>
  new RegExp(
    `^${pattern.replaceAll('.', '\\.').replaceAll('[!', '[^').replaceAll('**/', '(.+/)?').replaceAll('*', '[^/]*')}$`,
  );

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

  describe('with tests that fail', () => {
    const folder = mkdtempSync(join(tmpdir(), 'parlour-lanes-'));
    after(() => rmSync(folder, { recursive: true }));

    /** @param body of a test that can read and write `mark`, a file that is not there at first */
    const written = (name: string, body: string) => {
      const file = join(folder, `${name}.test.mjs`);
      const mark = JSON.stringify(`${file}.mark`);
      writeFileSync(
        file,
        `import { existsSync, writeFileSync } from 'node:fs';\nconst mark = ${mark};\nit('${name}', () => { ${body} });\n`,
      );
      return file;
    };
    const run = async (...files: string[]) => {
      const lines: string[] = [];
      const ok = await runAll({ one: files }, (line) => void lines.push(line));
      return { ok, last: lines.slice(lines.findIndex((line) => line.startsWith('one: '))) };
    };
    const unlucky = `if (!existsSync(mark)) { writeFileSync(mark, ''); throw new Error('bad\\nluck'); }`;

    it('passes what fails only once, and says what it was', async () => {
      const file = written('unlucky', unlucky);
      const { ok, last } = await run(file);
      expect(ok).to.equal(true);
      expect(last.join('\n')).to.include('again: 1 passing, 0 failing, ');
      expect(last).to.include(`- ${file}: unlucky: bad luck`);
    });

    it('fails what fails twice, and what ends before its tests are over', async () => {
      const file = written('broken', `throw new Error('no use');`);
      const { ok, last } = await run(file, written('unlucky-too', unlucky));
      expect(ok).to.equal(false);
      expect(last.join('\n')).to.include('again: 1 passing, 1 failing, FAILED, ');
      expect(last).to.include('Failed:').and.to.include(`- ${file}: broken: no use`);

      const gone = await run(written('gone', 'process.exit(0);'));
      expect(gone.ok).to.equal(false);
    });

    it('does not take many for bad luck', async () => {
      const files = ['a', 'b', 'c', 'd'].map((name) => written(name, unlucky));
      const { ok, last } = await run(...files);
      expect(ok).to.equal(false);
      expect(last.join('\n')).not.to.include('again: ');
    });
  });
});
