/**
 * Shortens the CSS inside of elements: esbuild sees a template there, not CSS, and would ship its indentation and its
 * comments. A template that holds anything but plain CSS stays as it is written.
 */
import { readFile } from 'node:fs/promises';
import { type Plugin, transform } from 'esbuild';

const PLAIN_CSS = /\bcss`([^`\\$]*)`/g;

export const shortCss: Plugin = {
  name: 'short-css',
  setup({ onLoad }) {
    onLoad({ filter: /\/(dashboard|web-components)\/.*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const templates = [...source.matchAll(PLAIN_CSS)].map(([, css]) => css ?? '');
      if (templates.length === 0) return undefined;
      const short = await Promise.all(
        // As it is written: an escape such as \2212 is none of a template's, which then holds nothing at all.
        templates.map((css) => transform(css, { loader: 'css', minify: true, charset: 'utf8' })),
      );
      const contents = source.replace(PLAIN_CSS, () => `css\`${short.shift()?.code.trim()}\``);
      return { contents, loader: 'ts' };
    });
  },
};
