/** What speaks to a person who looks elsewhere: the icon of the tab, notifications and counts. Loaded once they are signed in. */

import { watchQueue } from '../reviews/watch-queue.ts';
import { type Attention, attention, startAttention } from './attention.ts';
import { watchDemo } from './demo.ts';
import { startNotifications } from './notifications.ts';
import { startNotifyChoices } from './notify-choices.ts';
import { watchTrouble } from './watch-trouble.ts';
import '../../ui/shell/demo-banner.ts';
import '../../ui/shell/demo-offer.ts';

let followed = false;

export function startSignals(userId: string): void {
  startNotifyChoices();
  startNotifications(userId);
  startAttention();
  watchQueue();
  watchTrouble();
  watchDemo();
  if (followed) return;
  followed = true;
  attention.subscribe(showIcon);
}

/** A dot on the icon while a visitor waits. The build puts both icons' addresses into the page. */
function showIcon({ waiting }: Attention): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel=icon]');
  if (!link) return;
  link.dataset.calm ??= link.getAttribute('href') ?? '';
  link.href = (waiting > 0 ? link.dataset.waiting : link.dataset.calm) ?? link.href;
}
