import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect } from 'chai';
import { readAnimation } from '../pictures/animated-webp.ts';
import { FOLDER, MOST_BYTES } from '../pictures/limits.ts';

const PAGES = ['README.md', '.github/pictures/README.md'];

interface Shown {
  page: string;
  file: string;
  /** Without one where it is only another form of the picture that has it. */
  alt?: string;
}

/** Every picture of a page. None comes from elsewhere: whoever reads is seen by nobody. */
function picturesOf(page: string): Shown[] {
  const text = readFileSync(page, 'utf8');
  const file = (path: string) => resolve(dirname(page), path);
  const images = [...text.matchAll(/<img\s[^>]*>/g)].map(([tag]) => ({
    page,
    file: file(/ src="([^"]*)"/.exec(tag)![1]!),
    alt: / alt="([^"]*)"/.exec(tag)?.[1] ?? '',
  }));
  const marked = [...text.matchAll(/!\[(.*?)\]\((\S+?)\)/g)].map(([, alt, path]) => ({
    page,
    file: file(path!),
    alt: alt!,
  }));
  const others = [...text.matchAll(/ srcset="([^"]*)"/g)].map(([, path]) => ({ page, file: file(path!) }));
  return [...images, ...marked, ...others];
}

describe('the pictures that strangers see first', () => {
  const shown = PAGES.flatMap(picturesOf);
  const kept = readdirSync(FOLDER).filter((name) => name.endsWith('.webp'));

  it('are there, each one used, and say in words what they show', () => {
    const used = new Set(shown.map(({ file }) => file));
    expect([...used].sort()).to.deep.equal(kept.map((name) => join(FOLDER, name)).sort());
    const silent = shown.filter(({ alt }) => alt !== undefined && alt.trim().length < 20);
    expect(silent).to.deep.equal([]);
  });

  it('are small enough to be cloned by everybody', () => {
    const tooLarge = kept.filter((name) => {
      const most = name === 'tour.webp' ? MOST_BYTES.tour : MOST_BYTES.still;
      return statSync(join(FOLDER, name)).size > most;
    });
    expect(tooLarge).to.deep.equal([]);
  });

  it('the tour is short, and stands still for those who want nothing to move', () => {
    const { width, pictures, ms } = readAnimation(readFileSync(join(FOLDER, 'tour.webp')));
    expect(width).to.equal(960);
    expect(pictures).to.be.greaterThan(50);
    expect(ms).to.be.within(20_000, 32_000);
    expect(readFileSync('README.md', 'utf8')).to.match(
      /<source media="\(prefers-reduced-motion: reduce\)" srcset="[^"]+tour-still\.webp">\s*<img src="[^"]+tour\.webp"/,
    );
  });
});
