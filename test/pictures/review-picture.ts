/** A conversation that is being judged: what went wrong, where it comes from, and what the judge says. */
import type { QueuePage } from '../../backend/reviews/queue/schema.ts';
import { until } from '../support/until.ts';
import { ready } from './settled.ts';
import type { Take } from './takes.ts';

/** The worker looks for what should be read once a minute. */
const LOOKED_MS = 90_000;

export const reviewPicture: Take = {
  name: 'review',
  prepare: async ({ ana, openDesk }) => {
    const isLookedAt = async () => {
      const { coverage } = await ana.get<QueuePage>('/api/v1/reviews/queue');
      return coverage.waiting > 0;
    };
    await until(isLookedAt, 'something waits in the review queue', LOOKED_MS);
    const page = await openDesk('/review');
    await page.locator('desk-queue-row a', { hasText: 'Ines Pohl' }).click();
    await page.getByRole('button', { name: /^Issue/ }).click();
    await page.getByLabel('What kind of issue').fill('Technical');
    await page.getByRole('button', { name: 'Workflow', exact: true }).click();
    await page.getByLabel('Note', { exact: true }).fill('The calendar was down, so no visit was offered.');
    return ready(page);
  },
};
