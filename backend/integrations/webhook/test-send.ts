/** One message of the type `test`, sent for real, and what came of it in plain words. */

import { uuidv7 } from 'uuidv7';
import type { Outgoing } from '../../http/outgoing.ts';
import { wordsOfFailure } from '../../http/outgoing-words.ts';
import type { Keys } from '../../keys.ts';
import type { Site } from '../../models/site.ts';
import type { TestAnswer } from '../../trials/schema.ts';
import { postWebhook } from './post.ts';
import { webhookSettings } from './settings.ts';

const PATIENCE_SECONDS = 10;
const SHOWN = 160;

/** @param site as it is, or as unsaved changes would make it */
export async function testWebhook(outgoing: Outgoing, site: Site, secretKey: Keys): Promise<TestAnswer> {
  const id = uuidv7();
  const body = JSON.stringify({
    type: 'test',
    id,
    createdAt: new Date().toISOString(),
    data: { message: 'This is a test from Parlour.', site: { id: site.id, name: site.name } },
  });
  const signal = AbortSignal.timeout(PATIENCE_SECONDS * 1000);
  const begun = Date.now();
  try {
    const settings = webhookSettings(site, secretKey);
    const { url } = settings;
    if (!url) return { ok: false, message: 'There is no address yet. Enter where to send it.' };
    const result = await postWebhook(outgoing, { ...settings, url }, { id, body }, signal);
    const said = inQuotes(result.response);
    if (!result.ok && result.disables)
      return {
        ok: false,
        message: 'The receiver wants no webhooks (410). A real one would be switched off by this answer.',
      };
    if (!result.ok) return { ok: false, message: `${result.error}${said && ` It said: ${said}`}` };
    const seconds = ((Date.now() - begun) / 1000).toFixed(1);
    const unsigned =
      settings.secrets.length === 0 ? ' The message was not signed: there is no secret yet.' : '';
    return {
      ok: true,
      message: `The receiver answered ${result.status} after ${seconds} seconds${said ? `: ${said}` : '.'}${unsigned}`,
    };
  } catch (error) {
    if (signal.aborted) return { ok: false, message: `No answer within ${PATIENCE_SECONDS} seconds.` };
    return { ok: false, message: wordsOfFailure(error) };
  }
}

function inQuotes(response = ''): string {
  const words = response.replaceAll('\0', '').replace(/\s+/g, ' ').trim();
  if (words === '' || words === '{}') return '';
  return `“${words.length > SHOWN ? `${words.slice(0, SHOWN - 1)}…` : words}”`;
}
