/** What a site's settings say about its page on Facebook, with the secrets opened. */

import { raw } from 'objection';
import type { Database } from '../../db/knex.ts';
import type { Keys } from '../../keys.ts';
import { Site } from '../../models/site.ts';
import { decryptSecret, isSealed } from '../../sites/secrets.ts';

/** Facebook's Graph API, at the version whose answers are understood here. */
const GRAPH_URL = 'https://graph.facebook.com/v25.0';

export interface MessengerSettings {
  pageId?: string;
  /** Without a slash at its end. */
  graphUrl: string;
  pageToken?: string;
  appSecret?: string;
  verifyToken?: string;
}

/** Secrets that can't be opened count as not set: they were sealed with another APP_SECRET. */
export function messengerSettings(
  { integrations }: Pick<Site, 'integrations'>,
  secretKey: Keys,
): MessengerSettings {
  const stored = (integrations.messenger ?? {}) as Record<string, unknown>;
  const open = (name: string) => {
    const sealed = stored[name];
    try {
      return isSealed(sealed)
        ? decryptSecret(sealed, `integrations.messenger.${name}`, secretKey)
        : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    pageId: (stored.pageId as string | undefined)?.trim() || undefined,
    graphUrl: ((stored.graphUrl as string | undefined) || GRAPH_URL).replace(/\/+$/, ''),
    pageToken: open('pageToken'),
    appSecret: open('appSecret'),
    verifyToken: open('verifyToken'),
  };
}

const PAGE = `trim(integrations->'messenger'->>'pageId')`;

/** The sites that have these pages, the oldest first: where two name the same page, the first one has it. */
export async function sitesOfPages(database: Database, pageIds: readonly string[]): Promise<Site[]> {
  return Site.query(database)
    .whereRaw(`${PAGE} = ANY (?::text[])`, [[...pageIds]])
    .whereNull('archivedAt')
    .orderBy(['createdAt', 'id']);
}

/** Every site that could be meant when Facebook asks whether this is the right address. */
export async function sitesWithMessenger(database: Database): Promise<Site[]> {
  return Site.query(database)
    .where(raw(`integrations->'messenger'->>'verifyToken'`), 'is not', null)
    .whereNull('archivedAt');
}
