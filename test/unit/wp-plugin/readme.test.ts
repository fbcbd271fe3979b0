/** readme.txt is in the form that the plugin directory reads, and says what the plugin's own files say. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { PLUGIN, phpFiles, readme, sectionOf } from './sources.ts';

const HEADERS = [
  'Contributors',
  'Tags',
  'Requires at least',
  'Tested up to',
  'Requires PHP',
  'Stable tag',
  'License',
  'License URI',
];

describe('readme.txt of the plugin', () => {
  const text = readme();
  const [head = ''] = text.split(/^== /m);
  const header = (name: string) => new RegExp(`^${name}: (.+)$`, 'm').exec(head)?.[1] ?? '';
  const plugin = readFileSync(join(PLUGIN, 'parlour.php'), 'utf8');
  const declared = (name: string) => new RegExp(`^ \\* ${name}: +(.+)$`, 'm').exec(plugin)?.[1];

  it('has the headers of the directory, and those of the plugin’s main file', () => {
    expect(text).to.match(/^=== Parlour ===\n/);
    for (const name of HEADERS) expect(header(name), name).not.to.equal('');
    expect(header('Tags').split(', ').length).to.be.within(1, 5);
    for (const name of ['Requires at least', 'Requires PHP', 'License', 'License URI'])
      expect(header(name), name).to.equal(declared(name));
    expect(header('Stable tag')).to.equal(declared('Version'));
    for (const name of ['Requires at least', 'Tested up to', 'Requires PHP'])
      expect(header(name), name).to.match(/^\d+\.\d+$/);
  });

  it('has a short description of at most 150 characters, without markup', () => {
    const short = head.trim().split('\n').at(-1)!;
    expect(short.length).to.be.within(30, 150);
    expect(short).not.to.match(/[*`[\]<>:]/);
  });

  it('has the sections of the directory, each with something in it, and an entry for this version', () => {
    for (const title of ['Description', 'Installation', 'Frequently Asked Questions', 'External services'])
      expect(sectionOf(text, title).trim().length, title).to.be.greaterThan(100);
    for (const title of ['Changelog', 'Upgrade Notice'])
      expect(sectionOf(text, title), title).to.include(`\n= ${header('Stable tag')} =\n`);
    expect(sectionOf(sectionOf(text, 'Upgrade Notice'), header('Stable tag')).trim().length).to.be.within(
      1,
      300,
    );
    expect(Buffer.byteLength(text)).to.be.lessThan(20_000);
  });

  it('has a caption for each screenshot and a screenshot for each caption', () => {
    const captions = [...sectionOf(text, 'Screenshots').matchAll(/^(\d+)\. \S/gm)].map(([, n]) => Number(n));
    const folder = join(PLUGIN, 'directory');
    const images = existsSync(folder)
      ? readdirSync(folder).filter((name) => name.startsWith('screenshot-'))
      : [];
    expect(images.sort()).to.deep.equal(captions.map((n) => `screenshot-${n}.png`).sort());
  });

  it('names every constant of wp-config.php that the plugin reads, and every command', () => {
    const php = phpFiles();
    const read = php.flatMap(({ text: code }) => code.match(/(?<=defined\( ')PARLOUR_\w+/g) ?? []);
    expect(read.length).to.be.greaterThan(0);
    for (const name of new Set(read)) expect(text).to.include(`\`${name}\``);
    const tested = php.some(({ text: code }) => code.includes("'parlour test'"));
    for (const command of ['connect', 'status', 'disconnect', ...(tested ? ['test'] : [])])
      expect(text).to.include(`wp parlour ${command}`);
  });
});
