/** What this browser may be told by notifications: off until somebody switches it on. Shared by all tabs. */
import { readStored, writeStored } from '../storage.ts';
import { Store } from '../store.ts';

const ON_KEY = 'parlour.notify';
const PREVIEWS_KEY = 'parlour.notify-previews';

export const notifyOn = new Store<boolean>(false);
/** Whether a notification may show who wrote and what. */
export const notifyPreviews = new Store<boolean>(false);

export type Permission = 'granted' | 'denied' | 'default' | 'unsupported';

/** What the browser thinks of notifications from this page. */
export function permission(): Permission {
  return 'Notification' in globalThis ? Notification.permission : 'unsupported';
}

let started = false;

/** Reads what was chosen, and follows other tabs. */
export function startNotifyChoices(): void {
  readAll();
  if (started) return;
  started = true;
  addEventListener('storage', readAll);
  notifyOn.subscribe((on) => writeStored(ON_KEY, on ? 'on' : 'off'));
  notifyPreviews.subscribe((on) => writeStored(PREVIEWS_KEY, on ? 'on' : 'off'));
}

/** Asks the browser, if it has not been asked: only ever after a click. Answers whether notifications can be shown. */
export async function askPermission(): Promise<boolean> {
  if (permission() === 'default') await Notification.requestPermission();
  return permission() === 'granted';
}

function readAll(): void {
  notifyOn.set(readStored(ON_KEY) === 'on' && permission() === 'granted');
  notifyPreviews.set(readStored(PREVIEWS_KEY) === 'on');
}
