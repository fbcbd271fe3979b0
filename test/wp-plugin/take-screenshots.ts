/**
 * Takes the pictures of the plugin directory from the running product: `npx tsx test/wp-plugin/take-screenshots.ts`
 * after `npm run build` and `npm run plugin`. readme.txt has their captions.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { stopTestPostgres } from '../support/postgres.ts';
import { seedTalk } from '../support/seeded-talks.ts';
import { until } from '../support/until.ts';
import { startWordPress, type WordPress } from '../support/wordpress.ts';
import { openEditor, signIn } from './block-editor.ts';

const FOLDER = resolve(import.meta.dirname, '../../wp-plugin/directory');
const NEEDS = [
  'A bathroom in spring',
  'An offer for 40 windows',
  'A new roof',
  'Is there parking?',
  'A heat pump',
];

/** A month as a small firm has it: more on weekdays, more lately, about a third of them leads. */
async function seedMonth(parlour: TestParlour, siteId: string): Promise<void> {
  for (let day = 29, n = 0; day >= 0; day--)
    for (let talk = 0; talk < 2 + ((day * 7) % 5) + (day < 12 ? 3 : 0); talk++, n++) {
      const lines = [`assistant: What can we help you with?`, `visitor: ${NEEDS[n % NEEDS.length]}`];
      const isLead = n % 3 === 0;
      const minutesAgo = day * 1440 + talk * 3 + 1;
      const id = await seedTalk(parlour, { lines, siteId, minutesAgo, ...(isLead && { name: 'Ana' }) });
      await parlour
        .database('leads')
        .where({ sessionId: id })
        .update({ email: `ana${n}@acme.example` });
      const status = {
        completionStatus: isLead ? 'completed' : 'abandoned',
        completedAt: isLead ? parlour.database.ref('last_message_at') : null,
        qaStatus: n % 9 ? 'passed' : 'unchecked',
      };
      await parlour.database('chat_sessions').where({ id }).update(status);
    }
}

/** A landing page made of the plugin's own pattern, in the words of a firm. */
const landingPage = (wordpress: WordPress) =>
  wordpress.wp(
    'eval',
    `$text = str_replace( 'Say in one sentence what you offer, and for whom.', 'We renovate homes around the lake, from one window to the whole roof.', Parlour\\chat_pattern() ); echo wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Your home, renewed', 'post_name' => 'home-renewed', 'post_content' => $text ) );`,
  );

async function talk(page: Page): Promise<void> {
  for (const text of ['We would like a new bathroom in spring.', 'Ana Silva']) {
    const shown = page.locator('parlour-message');
    const before = await shown.count();
    await page.getByRole('textbox', { name: /message/i }).fill(text);
    await page.keyboard.press('Enter');
    await until(async () => (await shown.count()) >= before + 2, 'the answer', 20_000);
  }
}

const wordpress = await startWordPress({ plugins: ['dist/parlour'] });
const parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
const browser = await launchBrowser();
try {
  const site = await parlour.createSite({ name: 'Lakeside Homes', allowedOrigins: [wordpress.url] });
  await seedMonth(parlour, site.id);
  const { code } = await parlour.admin.post<{ code: string }>(`/api/v1/sites/${site.id}/connect`);
  await wordpress.wp('parlour', 'connect', code);
  await wordpress.wp('option', 'update', 'blogname', 'Lakeside Homes');
  const id = await landingPage(wordpress);
  mkdirSync(FOLDER, { recursive: true });
  const shoot = (page: Page, number: number) =>
    page.screenshot({ path: join(FOLDER, `screenshot-${number}.png`) });

  const context = await browser.newContext({
    viewport: { width: 1200, height: 800 },
    reducedMotion: 'reduce',
  });
  const visitor = await context.newPage();
  await visitor.goto(`${wordpress.url}/home-renewed/`);
  await visitor.locator('parlour-chat').scrollIntoViewIfNeeded();
  await visitor.getByRole('textbox', { name: /message/i }).waitFor();
  await talk(visitor);
  await visitor
    .locator('h1, h2')
    .first()
    .evaluate((heading) => heading.scrollIntoView());
  await shoot(visitor, 1);

  const page = await (await browser.newContext({ viewport: { width: 1200, height: 800 } })).newPage();
  await signIn(page, wordpress);
  await page.goto(`${wordpress.url}/wp-admin/admin.php?page=parlour-overview`);
  await page.locator('canvas').waitFor();
  await page.waitForLoadState('networkidle');
  await shoot(page, 2);
  await openEditor(page, wordpress, Number(id));
  await shoot(page, 3);
  for (const [number, path] of [
    [4, 'options-general.php?page=parlour&tab=placement'],
    [5, 'options-general.php?page=parlour&tab=connection'],
  ] as const) {
    await page.goto(`${wordpress.url}/wp-admin/${path}`);
    await shoot(page, number);
  }
} finally {
  await browser.close();
  await parlour.stop();
  await wordpress.stop();
  await stopTestPostgres();
}
