/**
 * What a person chose for this browser: kept in localStorage and shared by all tabs.
 */
import { readStored, writeStored } from './storage.ts';
import { Store } from './store.ts';

export type Theme = 'system' | 'light' | 'dark';

/** `theme-boot.ts` reads this key before the first paint. */
const THEME_KEY = 'parlour.theme';
const SINGLE_KEYS_KEY = 'parlour.single-keys';

export const theme = new Store<Theme>('system');
/** Single-key shortcuts can be switched off (WCAG 2.2, 2.1.4). */
export const singleKeys = new Store<boolean>(true);

/** Reads what was chosen, and follows changes made in other tabs. */
export function startPreferences(): void {
  readAll();
  addEventListener('storage', readAll);
  theme.subscribe((value) => {
    writeStored(THEME_KEY, value);
    showTheme();
  });
  singleKeys.subscribe((value) => writeStored(SINGLE_KEYS_KEY, value ? 'on' : 'off'));
  showTheme();
}

function readAll(): void {
  const chosen = readStored(THEME_KEY);
  theme.set(chosen === 'light' || chosen === 'dark' ? chosen : 'system');
  singleKeys.set(readStored(SINGLE_KEYS_KEY) !== 'off');
}

/** The tokens follow `data-theme`, and the system where it is not set. */
function showTheme(): void {
  const root = document.documentElement;
  if (theme.value === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme.value;
}
