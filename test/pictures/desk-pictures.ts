/** The dashboard with the sample conversations. */
import type { SessionRow } from '../../backend/sessions/schema.ts';
import { ready } from './settled.ts';
import type { Stage } from './stage.ts';
import { inBoth, type Take } from './takes.ts';

export const deskPictures: readonly Take[] = [
  ...inBoth('conversations', async (stage, colorScheme) => {
    const id = await conversationOf(stage, 'Hannah Reed');
    const page = await stage.openDesk(`/conversations/${id}`, { colorScheme });
    return ready(page);
  }),
  ...inBoth('figures', async (stage, colorScheme) => {
    const viewport = { width: 1440, height: 620 };
    // A week, as the samples have another one before it to stand beside.
    return ready(await stage.openDesk('/figures?period=7', { colorScheme, viewport }));
  }),
  {
    name: 'look',
    prepare: async (stage) => ready(await stage.openDesk(`/settings/sites/${stage.sampleSite}/look`)),
  },
  {
    name: 'deliveries',
    prepare: async (stage) => {
      const page = await stage.openDesk('/deliveries');
      await page
        .getByRole('link', { name: /Given up/ })
        .first()
        .click();
      return ready(page);
    },
  },
];

async function conversationOf({ ana }: Stage, name: string): Promise<string> {
  const { items } = await ana.get<{ items: SessionRow[] }>(`/api/v1/sessions?q=${encodeURIComponent(name)}`);
  return items[0]!.id;
}
