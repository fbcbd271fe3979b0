/** WordPress's editor as its users see it, with a little of its own JavaScript where clicking says nothing more. */
import type { FrameLocator, Page } from 'playwright-core';
import type { WordPress } from '../support/wordpress.ts';

/** The little of the editor's own JavaScript that is used here. */
interface Block {
  clientId: string;
  name: string;
  attributes: Record<string, unknown>;
}
interface Wp {
  data: {
    select(store: string): {
      getBlocks(): Block[];
      isSavingPost(): boolean;
      isEditedPostDirty(): boolean;
    };
    dispatch(store: string): {
      set(scope: string, name: string, value: unknown): void;
      replaceBlocks(id: string, blocks: Block[]): void;
      resetBlocks(blocks: Block[]): void;
      selectBlock(id: string): void;
      savePost(): Promise<void>;
    };
  };
  blocks: {
    switchToBlockType(block: Block, name: string): Block[] | null;
    pasteHandler(options: { plainText: string; HTML: string; mode: string }): Block[];
    parse(content: string): Block[];
    getBlockType(name: string): { title: string };
  };
}
declare const wp: Wp;

export interface Editor {
  /** The page that is being edited. */
  canvas: FrameLocator;
  /** Puts other blocks into the page, and selects the first. */
  fill(content: string): Promise<void>;
  selectFirst(): Promise<void>;
  /** Changes the first block into another kind, as its toolbar does, and selects it. */
  transformFirst(name: string): Promise<void>;
  firstAttributes(): Promise<Record<string, unknown>>;
  /** The blocks that a pasted text becomes. */
  fromPasted(text: string): Promise<Record<string, unknown>[]>;
  titleOf(name: string): Promise<string>;
  save(): Promise<void>;
}

/** The block as it is stored in a post. */
export function chatBlock(attributes: Record<string, unknown>): string {
  // As WordPress writes it: nothing in it may end the comment.
  const json = JSON.stringify(attributes).replace(
    /[<>&]|--|\\"/g,
    (sign) => ({ '<': '\\u003c', '>': '\\u003e', '&': '\\u0026', '--': '\\u002d\\u002d' })[sign] ?? '\\u0022',
  );
  return `<!-- wp:parlour/chat ${json} /-->`;
}

/** Signs in as the administrator. */
export async function signIn(page: Page, wordpress: WordPress): Promise<void> {
  // WordPress fades from page to page, which a test would wait for each time.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${wordpress.url}/wp-login.php`);
  await page.fill('#user_login', 'admin');
  await page.fill('#user_pass', 'password');
  await page.click('#wp-submit');
  await page.waitForURL('**/wp-admin/');
}

/** Opens a post in the editor, without its welcome, and waits until its blocks are there. */
export async function openEditor(page: Page, wordpress: WordPress, post: number): Promise<Editor> {
  // A post that was changed and not saved would ask before it is left.
  page.removeAllListeners('dialog');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${wordpress.url}/wp-admin/post.php?post=${post}&action=edit`);
  await page.waitForFunction(
    () => typeof wp === 'object' && wp.data?.select('core/block-editor') !== undefined,
  );
  await page.evaluate(() => {
    wp.data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false);
    wp.data.dispatch('core/preferences').set('core', 'enableChoosePatternModal', false);
  });
  const canvas = page.frameLocator('iframe[name="editor-canvas"]');
  await canvas.locator('.is-root-container').waitFor();

  const selectFirst = () =>
    page.evaluate(() => {
      const [first] = wp.data.select('core/block-editor').getBlocks();
      if (first) wp.data.dispatch('core/block-editor').selectBlock(first.clientId);
    });
  return {
    canvas,
    fill: async (content) => {
      await page.evaluate((stored) => {
        wp.data.dispatch('core/block-editor').resetBlocks(wp.blocks.parse(stored));
      }, content);
      await selectFirst();
    },
    selectFirst,
    transformFirst: async (name) => {
      await page.evaluate((to) => {
        const [first] = wp.data.select('core/block-editor').getBlocks();
        const blocks = first && wp.blocks.switchToBlockType(first, to);
        if (!first || !blocks) throw new Error(`The first block cannot become ${to}.`);
        wp.data.dispatch('core/block-editor').replaceBlocks(first.clientId, blocks);
      }, name);
      await selectFirst();
    },
    firstAttributes: () =>
      page.evaluate(() => wp.data.select('core/block-editor').getBlocks()[0]?.attributes ?? {}),
    fromPasted: (text) =>
      page.evaluate(
        (plainText) =>
          wp.blocks.pasteHandler({ plainText, HTML: '', mode: 'BLOCKS' }).map(({ name, attributes }) => {
            const set = Object.entries(attributes).filter(([, value]) => value !== '');
            return { name, ...Object.fromEntries(set) };
          }),
        text,
      ),
    titleOf: (name) => page.evaluate((of) => wp.blocks.getBlockType(of).title, name),
    save: async () => {
      await page.evaluate(() => wp.data.dispatch('core/editor').savePost());
      await page.waitForFunction(() => {
        const editor = wp.data.select('core/editor');
        return !editor.isSavingPost() && !editor.isEditedPostDirty();
      });
    },
  };
}
