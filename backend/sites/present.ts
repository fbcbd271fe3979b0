import type { Keys } from '../keys.ts';
import type { Site } from '../models/site.ts';
import type { WidgetConfig } from '../visitor/schema.ts';
import { PAGE_LANGUAGE } from './languages.ts';
import type { SiteView } from './schema.ts';
import { decryptSecret, describeSecret, isSealed, mapSecrets, type Tree } from './secrets.ts';

/** A site as admins read it; secrets only as `{set, hint}`. */
export function presentSite(site: Site, secretKey: Keys): SiteView {
  const settings = mapSecrets(
    { agent: site.agent, integrations: site.integrations } as Tree,
    (secret, place) =>
      isSealed(secret) ? describeSecret(decryptSecret(secret, place, secretKey)) : undefined,
  ) as Pick<SiteView, 'agent' | 'integrations'>;
  return {
    id: site.id,
    key: site.key,
    name: site.name,
    allowedOrigins: site.allowedOrigins,
    timezone: site.timezone,
    locale: site.locale,
    widget: site.widget,
    lead: site.lead,
    ...settings,
    retentionDays: site.retentionDays,
    version: site.version,
    ...(site.archivedAt && { archivedAt: site.archivedAt.toISOString() }),
    createdAt: site.createdAt.toISOString(),
  };
}

/**
 * What every visitor of the page may know.
 * @param greeting the first message they will get
 */
export function presentWidgetConfig(site: Site, greeting: string): WidgetConfig {
  const { title, launcherText, position, accent, theme, openAfterSeconds, consent } = site.widget;
  return {
    siteKey: site.key,
    title,
    greeting,
    launcherText,
    // Empty: the chat asks the page.
    locale: site.locale === PAGE_LANGUAGE ? '' : site.locale,
    theme,
    position,
    accent,
    ...(openAfterSeconds !== undefined && { openAfterSeconds }),
    consent,
    leadForm: { fields: site.lead.fields },
  };
}
