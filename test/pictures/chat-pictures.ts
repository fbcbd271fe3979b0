/** The chat on its landing page, as visitors have it. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { settled } from './settled.ts';
import type { Stage } from './stage.ts';
import { inBoth, type Take } from './takes.ts';

const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 760 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

export const chatPictures: readonly Take[] = [
  ...inBoth('chat', (stage, colorScheme) => talk(stage, { colorScheme })),
  ...inBoth('chat-phone', (stage, colorScheme) => talk(stage, { ...PHONE, colorScheme })),
];

async function talk(stage: Stage, options: BrowserContextOptions): Promise<Page> {
  const page = await stage.open('/demo', options);
  await page.getByRole('button', { name: /^Open chat/ }).click();
  await page.getByRole('textbox', { name: 'Your message' }).waitFor();
  for (const words of ['How much does it cost to furnish a room for five?', 'Five desks and a long table'])
    await say(page, words);
  await page.mouse.move(0, 0);
  await settled(page);
  return page;
}

/** Says something in an open chat, and waits for the answer. */
export async function say(page: Page, words: string): Promise<void> {
  const answers = page.locator('.bubble.assistant');
  const before = await answers.count();
  await page.getByRole('textbox', { name: 'Your message' }).fill(words);
  await page.keyboard.press('Enter');
  await answers.nth(before).waitFor();
}
