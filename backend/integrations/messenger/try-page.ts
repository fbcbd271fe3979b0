/** Trying a site's connection with Facebook for real, and saying in plain words what is missing. */

import type { Outgoing } from '../../http/outgoing.ts';
import type { Keys } from '../../keys.ts';
import type { Site } from '../../models/site.ts';
import { callGraph, type GraphAnswer } from './graph.ts';
import { judgeError } from './graph-errors.ts';
import { messengerSettings } from './settings.ts';

const PATIENCE_MS = 10_000;
/** Without echoes Parlour can't tell whether a message arrived, nor show what is typed at Facebook. */
const NEEDED = ['messages', 'messaging_postbacks', 'message_echoes'];

interface Tried {
  ok: boolean;
  message: string;
}

export async function tryPage(
  { outgoing, secretKey }: { outgoing: Outgoing; secretKey: Keys },
  site: Site,
  stopped: AbortSignal,
): Promise<Tried> {
  const settings = messengerSettings(site, secretKey);
  const { pageId, pageToken, appSecret, verifyToken } = settings;
  if (!pageId || !pageToken) return no('Enter the page’s id and its token first.');
  const ask = (path: string) =>
    callGraph(outgoing, settings, {
      path: `${encodeURIComponent(pageId)}${path}`,
      signal: AbortSignal.any([stopped, AbortSignal.timeout(PATIENCE_MS)]),
    });
  try {
    const page = await ask('?fields=name');
    if (page.error || page.status >= 400) return no(wordsOf(page));
    const name = typeof page.body.name === 'string' ? `“${page.body.name}”` : 'The page';
    if (!appSecret || !verifyToken)
      return no(
        `${name} can be reached. What is missing: ${!appSecret ? 'the app secret' : 'the verify token'}.`,
      );
    const apps = await ask('/subscribed_apps');
    if (apps.error || apps.status >= 400) return no(wordsOf(apps));
    const fields = subscribedFields(apps.body);
    const missing = NEEDED.filter((field) => !fields.has(field));
    if (missing.length > 0)
      return no(
        `${name} can be reached, but does not tell Parlour everything. Subscribe to: ${missing.join(', ')}.`,
      );
    return { ok: true, message: `${name} is connected, and its messages come here.` };
  } catch (error) {
    return no(`Facebook could not be reached: ${(error as Error).message}`);
  }
}

function subscribedFields({ data }: Record<string, unknown>): Set<unknown> {
  const apps = Array.isArray(data) ? (data as Array<{ subscribed_fields?: unknown[] }>) : [];
  return new Set(apps.flatMap((app) => app?.subscribed_fields ?? []));
}

const wordsOf = ({ status, error = {} }: GraphAnswer): string =>
  error.code === 100 || status === 404
    ? 'Facebook knows no page with this id, or the token is for another one.'
    : judgeError(status, error).words;

const no = (message: string): Tried => ({ ok: false, message });
