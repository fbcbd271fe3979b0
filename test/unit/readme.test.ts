import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { texts as chat } from '../../web-components/languages/en.ts';
import { readTemplate } from '../../wp-plugin/build/languages.ts';
import { readCatalogues } from './dashboard/catalogues.ts';

const readme = readFileSync('README.md', 'utf8');

/** What README quotes of WordPress itself. */
const WORDPRESS = ['Upload Plugin', 'Install Now', 'Activate Plugin'];

/** Who follows the README finds what it speaks of. */
describe('README', () => {
  it('leads to chapters and files that are there', () => {
    const links = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!);
    const own = links.filter((link) => !/^https?:/.test(link));
    const broken = own.filter((link) => {
      const [file, anchor] = link.split('#') as [string, string?];
      if (file && !existsSync(file)) return true;
      return anchor !== undefined && !anchorsOf(file ? readFileSync(file, 'utf8') : readme).includes(anchor);
    });
    expect(own).to.include('#on-wordpress');
    expect(broken).to.deep.equal([]);
  });

  it('quotes buttons, pages and blocks by the words that stand on them', async () => {
    const dashboard = [...(await readCatalogues()).get('en')!.values()];
    const plugin = Object.values(readTemplate().translations).flatMap((context) => Object.keys(context));
    const known = new Set<unknown>([...dashboard, ...plugin, ...WORDPRESS, ...Object.values(chat)]);
    const quoted = [...readme.matchAll(/“([^”]+)”/g)].map(([, words]) => words!.replace(/\s+/g, ' '));
    expect(quoted).to.include.members([
      'Download the plugin',
      'Make a connect code',
      'Connect',
      'Parlour chat',
    ]);
    const server = below('backend')
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(file, 'utf8'))
      .join();
    // Of what the server words, the beginning.
    const isSaid = (words: string) => words.endsWith('…') && server.includes(words.slice(0, -1));
    expect(quoted.filter((words) => !known.has(words) && !isSaid(words))).to.deep.equal([]);
  });

  it('has each folder of the backend in its tree', () => {
    const tree = readme.slice(readme.indexOf('\nbackend/ '), readme.indexOf('\nweb-components/ '));
    const named = [...tree.matchAll(/^ {2}((?:[a-z-]+\/ ?)+)/gm)].flatMap(([, names]) =>
      names!.trim().split(' '),
    );
    const there = readdirSync('backend', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(named.sort()).to.deep.equal(there.map(({ name }) => `${name}/`).sort());
  });
});

const below = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`);

/** The addresses that GitHub gives to the headings of a text. */
function anchorsOf(text: string): string[] {
  const headings = text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
