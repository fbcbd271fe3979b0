import { fieldsIn } from '../agents/guided/field-texts.ts';
import { languageOf } from '../agents/language.ts';
import type { Keys } from '../keys.ts';
import type { Site } from '../models/site.ts';
import type { WidgetConfig } from '../visitor/schema.ts';
import { PAGE_LANGUAGE, textIn } from './languages.ts';
import type { SiteView } from './schema.ts';
import { describeSecret, isSealed, mapSecrets, type Tree } from './secrets.ts';

/** A site as admins read it; secrets only as `{set, hint}`. */
export function presentSite(site: Site, secretKey: Keys): SiteView {
  const settings = mapSecrets(
    { agent: site.agent, integrations: site.integrations } as Tree,
    (secret, place) => (isSealed(secret) ? describeSecret(secret, place, secretKey) : undefined),
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
 * @param language whose words they get where the site has none of its own and leaves its language to the page; else ''
 */
export function presentWidgetConfig(site: Site, greeting: string, language = ''): WidgetConfig {
  const { title, position, accent, theme, openAfterSeconds } = site.widget;
  const { launcherText, consent, fields } = language ? wordsIn(language, site) : wordsOf(site);
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
    leadForm: { fields },
  };
}

const wordsOf = ({ widget: { launcherText, consent }, lead: { fields } }: Site) => ({
  ...{ launcherText, consent, fields },
});

function wordsIn(language: string, site: Site): ReturnType<typeof wordsOf> {
  const { launcherText, consent, fields } = wordsOf(site);
  return {
    launcherText: textIn(language, 'launcherText', launcherText),
    consent: { ...consent, text: textIn(language, 'consent', consent.text) },
    // What is chosen is kept in the words of the site's own list.
    fields: fieldsIn(languageOf(language, null), fields).map((field, at) => ({
      ...field,
      ...(field.choices && { choices: fields[at]!.choices }),
    })),
  };
}
