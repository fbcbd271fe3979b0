/**
 * Creating and changing a site.
 */

import { randomBytes } from 'node:crypto';
import type { TSchema } from '@sinclair/typebox';
import { uuidv7 } from 'uuidv7';
import { recordAgentVersion } from '../agent-versions/record.ts';
import { type Database, isUniqueViolation } from '../db/knex.ts';
import { saveSubscriptions } from '../deliveries/subscriptions.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { publish } from '../events/publish.ts';
import { checkBody } from '../http/validate.ts';
import type { Keys } from '../keys.ts';
import { saveEntries } from '../knowledge/entries.ts';
import { indexAnew } from '../knowledge/pages.ts';
import { planRescore } from '../leads/rescore.ts';
import { Site } from '../models/site.ts';
import { isTimeZone } from '../sessions/time-range.ts';
import { type Actor, audit } from '../staff/audit.ts';
import { DEFAULT_LOCALE, DEFAULT_TIMEZONE, defaultAgent, defaultLead, defaultWidget } from './defaults.ts';
import { mergePatch } from './merge-patch.ts';
import { asBrowsersSend } from './origins.ts';
import { type SiteCreate, type SitePatch, SiteWhole } from './schema.ts';
import { encryptSecret, isSealed, mapSecrets, type Tree } from './secrets.ts';

const checkWhole = checkBody(SiteWhole as TSchema);
const SECRET_MAX = 4000;

/**
 * A site with a key of its own; whatever is not given starts with sensible defaults.
 * @param key fixed only for the demo site
 */
export async function createSite(
  database: Database,
  input: SiteCreate,
  actor: Actor,
  secretKey: Keys,
  key = randomBytes(9).toString('base64url'),
): Promise<Site> {
  const { locale = DEFAULT_LOCALE } = input;
  const defaults = {
    timezone: DEFAULT_TIMEZONE,
    locale,
    widget: defaultWidget(input.name, locale),
    lead: defaultLead(locale),
    agent: defaultAgent(locale),
    integrations: {},
  };
  const whole = mergeSettings(defaults, input, secretKey);
  try {
    return await database.transaction(async (trx) => {
      const site = await Site.query(trx).insertAndFetch({ id: uuidv7(), key, ...whole } as Partial<Site>);
      await saveEntries(trx, site, site.agent.guided?.knowledge ?? []);
      await saveSubscriptions(trx, site);
      const counted = await recordAgentVersion(trx, site.id, actor);
      await audit(trx, actor, {
        action: 'site.created',
        subject: { kind: 'site', id: site.id },
        siteId: site.id,
      });
      await publish(trx, { type: 'site.updated', siteId: site.id, data: { siteId: site.id } });
      return counted;
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw conflict('site_exists', 'There is a site with this key already.');
    throw error;
  }
}

/**
 * @throws not_found, validation_failed (the merged whole is checked), site_changed when the patch names a version
 * that is not the present one
 */
export async function updateSite(
  database: Database,
  id: string,
  patch: SitePatch,
  actor: Actor,
  secretKey: Keys,
): Promise<Site> {
  return database.transaction(async (trx) => {
    // Visitors go on meanwhile: what they begin and leave only has to know that the site stays.
    const site = await Site.query(trx).findById(id).forNoKeyUpdate();
    if (!site) throw notFound('There is no such site.');
    const { archived, version, ...settings } = patch;
    if (version !== undefined && version !== site.version)
      throw conflict('site_changed', 'Somebody else changed this site meanwhile. Read it again, then save.');
    const before = { locale: site.locale, agent: site.agent, lead: site.lead };
    const whole = mergeSettings(settingsOf(site), settings, secretKey);
    const changed = await site.$query(trx).patchAndFetch({
      ...whole,
      retentionDays: whole.retentionDays ?? null,
      version: site.version + 1,
      updatedAt: new Date(),
      ...(archived !== undefined && { archivedAt: archived ? new Date() : null }),
    } as Partial<Site>);
    await saveEntries(trx, changed, changed.agent.guided?.knowledge ?? []);
    if (changed.locale !== before.locale) await indexAnew(trx, changed);
    await saveSubscriptions(trx, changed);
    await planRescore(trx, id, before.lead.fields, changed.lead.fields);
    const counted = await recordAgentVersion(trx, id, actor, before.agent);
    await audit(trx, actor, {
      action: 'site.updated',
      subject: { kind: 'site', id },
      siteId: id,
      details: { changed: Object.keys(patch).filter((name) => name !== 'version') },
    });
    await publish(trx, { type: 'site.updated', siteId: id, data: { siteId: id } });
    return counted;
  });
}

/** The site as it would be with this patch; nothing is stored. @throws not_found, validation_failed */
export async function tryPatch(
  database: Database,
  id: string,
  { archived: _, version: __, ...settings }: SitePatch,
  secretKey: Keys,
): Promise<Site> {
  const site = await Site.query(database).findById(id);
  if (!site) throw notFound('There is no such site.');
  return Object.assign(site, mergeSettings(settingsOf(site), settings, secretKey));
}

function settingsOf(site: Site): Tree {
  const { name, allowedOrigins, timezone, locale, widget, lead, agent, integrations, retentionDays } = site;
  return { name, allowedOrigins, timezone, locale, widget, lead, agent, integrations, retentionDays };
}

/** Secrets are sealed before they meet the stored settings, and never checked as plain text afterwards. */
function mergeSettings(current: object, patch: object, secretKey: Keys): Tree {
  const sealed = mapSecrets(patch as Tree, (secret, place) => sealSecret(secret, place, secretKey));
  const merged = mergePatch(current, sealed) as Tree;
  checkWhole(mapSecrets(merged, (secret) => (isSealed(secret) ? 'sealed' : secret)));
  checkTimezone(merged.timezone as string);
  checkFieldNames(merged.lead as { fields: Array<{ name: string }> });
  return { ...merged, allowedOrigins: asBrowsersSend(merged.allowedOrigins as string[]) };
}

function sealSecret(secret: unknown, place: string, key: Keys): unknown {
  if (typeof secret === 'string') {
    if (secret.length > SECRET_MAX) throw invalid([{ path: place, message: 'This is too long.' }]);
    // Sealing makes any text look alike; an empty one must still fail the schema.
    return secret === '' ? secret : encryptSecret(secret, place, key);
  }
  // What a read answered, sent back unchanged: keep the secret that is there.
  if (secret && typeof secret === 'object' && 'set' in secret) return undefined;
  return secret;
}

function checkTimezone(timezone: string): void {
  if (!isTimeZone(timezone))
    throw invalid([{ path: 'timezone', message: 'This is not a time zone, such as Europe/Berlin.' }]);
}

function checkFieldNames({ fields }: { fields: Array<{ name: string }> }): void {
  const names = fields.map((field) => field.name);
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (twice >= 0)
    throw invalid([{ path: `lead.fields.${twice}.name`, message: 'Another field has this name.' }]);
}
