import { expect } from 'chai';
import { build } from 'esbuild';
import { shortCss } from '../../../dashboard/build/short-css.ts';

describe('short CSS of the dashboard', () => {
  it('keeps what an element looks like, also where its CSS has letters beyond ASCII', async () => {
    const { outputFiles } = await build({
      entryPoints: ['dashboard/ui/sites/site-history.styles.ts'],
      bundle: true,
      format: 'esm',
      external: ['lit'],
      charset: 'utf8',
      plugins: [shortCss],
      write: false,
    });
    const shipped = outputFiles[0]!.text;
    // A template with an escape that JavaScript does not know holds nothing: the element would have no look at all.
    expect(shipped).to.contain('ins:before{content:"+ "}').and.contain('del:before{content:"− "}');
  });
});
