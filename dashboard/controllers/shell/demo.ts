/** The sample conversations: whether there are any, and making and removing them. Loaded once somebody is signed in. */
import type { DemoState } from '../../../backend/demo/schema.ts';
import { messageOf } from '../../api/client.ts';
import { fillDemo, readDemo, removeDemo } from '../../api/demo.ts';
import { live } from '../../api/live.ts';
import { demoTexts as texts } from '../../languages/en/demo.ts';
import { askFirst } from '../../ui/confirm-dialog.ts';
import { Store } from '../store.ts';
import { showToast } from '../toasts.ts';
import { watchTrouble } from './watch-trouble.ts';

const LOOK_EVERY_MS = 700;

/** null until the server has said so. */
export const demo = new Store<DemoState | null>(null);
export const demoWork = new Store<'none' | 'filling' | 'removing'>('none');

let isWatching = false;

/** Asks once, and again when a site came or went. */
export function watchDemo(): void {
  void look();
  if (isWatching) return;
  isWatching = true;
  live.subscribe(({ name }) => {
    if (name === 'site.updated' || name === 'resync') void look();
  });
}

/** Fills in the samples, and says meanwhile how far that has come. */
export async function fill(): Promise<void> {
  await work('filling', fillDemo, texts.filled);
}

/** Takes them away again, once the person has said yes. */
export async function remove(): Promise<void> {
  const { heading, text, action } = texts.ask;
  if (await askFirst({ heading, text, action })) await work('removing', removeDemo, texts.removed);
}

async function work(
  kind: 'filling' | 'removing',
  call: () => Promise<DemoState>,
  done: string,
): Promise<void> {
  if (demoWork.value !== 'none') return;
  demoWork.set(kind);
  const looking = setInterval(look, LOOK_EVERY_MS);
  try {
    demo.set(await call());
    showToast(done);
  } catch (error) {
    showToast(messageOf(error), { tone: 'problem' });
  } finally {
    clearInterval(looking);
    demoWork.set('none');
    void look();
    // Removing tells of conversations alone: the counts in the menu are asked for anew.
    watchTrouble();
  }
}

async function look(): Promise<void> {
  try {
    demo.set(await readDemo());
  } catch {
    // Samples are no trouble of their own: what is shown stays as it is.
  }
}
