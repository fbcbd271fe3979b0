/** What the plugin shows in wp-admin. */
import { openEditor, signIn } from '../wp-plugin/block-editor.ts';
import { settled } from './settled.ts';
import type { Stage } from './stage.ts';
import type { Take } from './takes.ts';

const VIEWPORT = { width: 1360, height: 910 };
const SAYS_WHAT = 'Say in one sentence what you offer, and for whom.';
const SENTENCE = 'We plan, build and furnish small offices. One visit, one fixed price.';

export const wordpressPictures: readonly Take[] = [
  {
    name: 'wordpress-figures',
    prepare: async (stage) => {
      const page = await openSignedIn(stage);
      const { url } = await stage.wordpress();
      await page.goto(`${url}/wp-admin/admin.php?page=parlour-overview`);
      await page.locator('canvas').first().waitFor();
      await settled(page);
      return page;
    },
  },
  {
    name: 'wordpress-block',
    prepare: async (stage) => {
      const page = await openSignedIn(stage);
      const wordpress = await stage.wordpress();
      const id = await wordpress.wp(
        'eval',
        `echo wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Small offices', 'post_content' => str_replace( '${SAYS_WHAT}', '${SENTENCE}', Parlour\\chat_pattern() ) ) );`,
      );
      const editor = await openEditor(page, wordpress, Number(id));
      const block = editor.canvas.locator('[data-type="parlour/chat"]');
      await block.click();
      await settled(page);
      return page;
    },
  },
];

async function openSignedIn(stage: Stage) {
  const wordpress = await stage.wordpress();
  const page = await stage.browser.newPage({ viewport: VIEWPORT, locale: 'en-US' });
  await signIn(page, wordpress);
  return page;
}
