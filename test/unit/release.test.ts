import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { zip } from '../../wp-plugin/zip.ts';
import { checksums, compare } from '../release/files.ts';

/** `npm run release:check` builds twice and holds one beside the other. */
describe('whether two builds are the same', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parlour-compare-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const build = (name: string, files: Record<string, string | Buffer>) => {
    mkdirSync(join(folder, name, 'web'), { recursive: true });
    for (const [path, data] of Object.entries(files)) writeFileSync(join(folder, name, path), data);
    return join(folder, name);
  };

  it('is said with the first place where they part', () => {
    const one = build('one', { 'a.js': 'same', 'web/b.js': 'built on Monday' });
    expect(
      compare(one, build('same', { 'a.js': 'same', 'web/b.js': 'built on Monday' }), false),
    ).to.deep.equal({
      difference: undefined,
      repacked: [],
    });
    const { difference } = compare(
      one,
      build('two', { 'a.js': 'same', 'web/b.js': 'built on Friday' }),
      true,
    );
    expect(difference).to.match(
      /^web\/b\.js differs from byte 9:\n {2}"built on Monday"\n {2}"built on Friday"$/,
    );
    const less = build('less', { 'a.js': 'same' });
    expect(compare(one, less, true).difference).to.equal(`web/b.js is only in ${one}`);
  });

  it('leaves aside how files are packed only where it may, and never what they hold', () => {
    const packed = (text: string, level: number) => ({
      'a.gz': gzipSync(text.repeat(100), { level }),
      'b.zip': zip([{ name: 'b.txt', data: Buffer.from(text) }]),
    });
    const one = build('one', packed('words', 1));
    const two = build('two', packed('words', 9));
    expect(compare(one, two, true)).to.deep.equal({ difference: undefined, repacked: ['a.gz'] });
    expect(compare(one, two, false).difference).to.match(/^a\.gz differs only in how it is packed/);
    const three = build('three', { ...packed('words', 1), 'b.zip': packed('other', 1)['b.zip'] });
    expect(compare(one, three, true).difference).to.match(/^b\.zip differs from byte 6/);
  });

  it('can be checked by anybody with sha256sum', () => {
    const made = build('made', { 'web/b.js': '', 'a.js': 'abc' });
    expect(checksums(made)).to.equal(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.js\n' +
        'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  web/b.js\n',
    );
  });
});
