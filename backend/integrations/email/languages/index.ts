/** The language of a mail: the reader's where it is known, else the site's, else English. */
import type { Database } from '../../../db/knex.ts';
import { StaffUser } from '../../../models/staff-user.ts';
import { german } from './de.ts';
import { english, type MailTexts } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';

export type { MailTexts };

const TEXTS: Readonly<Record<string, MailTexts>> = { en: english, de: german, es: spanish, fr: french };

const textsIn = (locale: string | null | undefined): MailTexts | undefined =>
  TEXTS[locale?.toLowerCase().split('-')[0] ?? ''];

/** For a mail to these addresses. Several people who read different languages get one mail, in English or the site's. */
export async function textsFor(
  database: Database,
  to: readonly string[],
  siteLocale?: string | null,
): Promise<MailTexts> {
  const readers = await StaffUser.query(database)
    .whereRaw('lower(email) = ANY(?)', [to.map((address) => address.trim().toLowerCase())])
    .select('language');
  const known = new Set(readers.map(({ language }) => language));
  const [own] = known.size === 1 && readers.length === to.length ? known : [];
  return textsIn(own) ?? textsIn(siteLocale) ?? english;
}
