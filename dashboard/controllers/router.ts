/**
 * Addresses below `/dashboard/`: what a path means, and how to go there without loading the page again. Links are
 * ordinary `<a href>`; one listener on the app turns a plain click into a route change, so that a middle click, a
 * modifier key or "copy link" do what they do everywhere.
 */
import { Store } from './store.ts';

export const BASE = '/dashboard';

/** Parts of the settings by their addresses; one's own account is the settings' first page. */
const SECTIONS = ['labels', 'people', 'keys', 'outbox', 'privacy', 'activity'] as const;
export type SettingsSection = 'account' | (typeof SECTIONS)[number];

export type Route =
  | { page: 'conversations'; sessionId: string | null }
  | { page: 'settings'; section: SettingsSection }
  | { page: 'sites'; siteId: string | null; section: string | null }
  | { page: 'leads'; leadId: string | null }
  | { page: 'review'; sessionId: string | null }
  | { page: 'deliveries'; deliveryId: string | null }
  | { page: 'errors'; incidentId: string | null }
  | { page: 'figures' }
  | { page: 'replay'; sessionId: string }
  | { page: 'cases' }
  | { page: 'set-password' }
  | { page: 'not-found' };

export interface Place {
  route: Route;
  /** The query string with its question mark, or ''. */
  search: string;
}

/** What a path means. `/dashboard/` and the sign-in address stand for the first page. */
export function parsePath(path: string): Route {
  const parts = path
    .replace(/^\/dashboard\/?/, '')
    .split('/')
    .filter(Boolean);
  const [page = 'conversations', id, ...rest] = parts;
  if (page === 'conversations' && rest.length === 0) {
    return { page, sessionId: id === undefined ? null : decode(id) };
  }
  if (page === 'leads' && rest.length === 0) return { page, leadId: id === undefined ? null : decode(id) };
  if (page === 'review' && rest.length === 0)
    return { page, sessionId: id === undefined ? null : decode(id) };
  if (page === 'deliveries' && rest.length === 0)
    return { page, deliveryId: id === undefined ? null : decode(id) };
  if (page === 'errors' && rest.length === 0)
    return { page, incidentId: id === undefined ? null : decode(id) };
  if (page === 'settings' && id === 'sites' && rest.length <= 2) {
    const [siteId = null, section = null] = rest.map(decode);
    return { page: 'sites', siteId, section };
  }
  if (page === 'settings' && rest.length === 0) {
    const section = id === undefined ? 'account' : SECTIONS.find((name) => name === id);
    if (section) return { page, section };
  }
  if (page === 'replay' && id !== undefined && rest.length === 0) return { page, sessionId: decode(id) };
  if (id === undefined) {
    if (page === 'cases') return { page };
    if (page === 'set-password' || page === 'figures') return { page };
    if (page === 'sign-in') return { page: 'conversations', sessionId: null };
  }
  return { page: 'not-found' };
}

export const paths = {
  conversations: (search = '') => `${BASE}/conversations${search}`,
  conversation: (id: string, search = '') => `${BASE}/conversations/${encodeURIComponent(id)}${search}`,
  leads: (search = '') => `${BASE}/leads${search}`,
  lead: (id: string, search = '') => `${BASE}/leads/${encodeURIComponent(id)}${search}`,
  reviews: (search = '') => `${BASE}/review${search}`,
  review: (id: string, search = '') => `${BASE}/review/${encodeURIComponent(id)}${search}`,
  deliveries: (search = '') => `${BASE}/deliveries${search}`,
  delivery: (id: string, search = '') => `${BASE}/deliveries/${encodeURIComponent(id)}${search}`,
  errors: (search = '') => `${BASE}/errors${search}`,
  error: (id: string, search = '') => `${BASE}/errors/${encodeURIComponent(id)}${search}`,
  figures: (search = '') => `${BASE}/figures${search}`,
  replay: (id: string, search = '') => `${BASE}/replay/${encodeURIComponent(id)}${search}`,
  cases: () => `${BASE}/cases`,
  settings: (section: SettingsSection = 'account') =>
    section === 'account' ? `${BASE}/settings` : `${BASE}/settings/${section}`,
  sites: () => `${BASE}/settings/sites`,
  site: (id: string, section = '') =>
    `${BASE}/settings/sites/${encodeURIComponent(id)}${section && `/${section}`}`,
};

/** Where we are. In Node, where the tests of `parsePath` run, there is no address. */
export const place = new Store<Place>(
  typeof location === 'undefined' ? { route: { page: 'not-found' }, search: '' } : here(),
);

/** The address of what is shown; the browser's own may be one step ahead. */
let shownAt = '';
place.subscribe(() => {
  shownAt = location.pathname + location.search;
});

function here(): Place {
  return { route: parsePath(location.pathname), search: location.search };
}

/**
 * Asked before the page changes. What answers false has work that would be lost; it asks the person, and calls `go`
 * when they want to leave it behind.
 */
type LeaveGuard = (to: Route, go: () => void) => boolean;
let guard: LeaveGuard | null = null;

/** Sets who is asked before the page changes; null when nothing would be lost any more. */
export function guardLeaving(ask: LeaveGuard | null): void {
  guard = ask;
}

/** Goes to an address of the dashboard; `replace` leaves no step for the back button. */
export function navigate(url: string, { replace = false } = {}): void {
  if (url === location.pathname + location.search) return;
  const { pathname } = new URL(url, location.href);
  if (guard && !guard(parsePath(pathname), () => navigate(url, { replace }))) return;
  if (replace) history.replaceState(null, '', url);
  else history.pushState(null, '', url);
  place.set(here());
}

/** Follows the back button and turns clicks on our own links into route changes. */
export function startRouter(): void {
  shownAt = location.pathname + location.search;
  addEventListener('popstate', followHistory);
  document.addEventListener('click', followLink);
}

/** The browser has gone already when it tells; where something would be lost, it is sent back until that is settled. */
function followHistory(): void {
  const to = location.pathname + location.search;
  if (guard && !guard(here().route, () => navigate(to))) history.pushState(null, '', shownAt);
  else place.set(here());
}

function followLink(event: MouseEvent): void {
  const plain =
    event.button === 0 &&
    !event.metaKey &&
    !event.ctrlKey &&
    !event.shiftKey &&
    !event.altKey &&
    !event.defaultPrevented;
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!plain || !link || link.target !== '' || link.origin !== location.origin) return;
  if (!link.pathname.startsWith(`${BASE}/`)) return;
  event.preventDefault();
  navigate(link.pathname + link.search);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
