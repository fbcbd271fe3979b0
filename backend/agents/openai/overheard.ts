import type { LeadField } from '../../sites/schema.ts';
import { countriesOf } from '../contact-details.ts';
import { emailsIn, phonesIn } from '../guided/extract-contacts.ts';

/** E-mail address and phone number in what a visitor wrote, where the site asks for them; the last one said counts. */
export function contactsIn(
  text: string,
  fields: readonly LeadField[],
  locales: ReadonlyArray<string | null>,
): Record<string, string> {
  const values: Record<string, string> = {};
  const emails = emailsIn(text).flatMap(({ check }) => (check.ok ? check.email : []));
  const phones = phonesIn(text, countriesOf(...locales), false).flatMap(({ check }) =>
    check.ok ? check.text : [],
  );
  for (const [type, found] of [
    ['email', emails.at(-1)],
    ['phone', phones.at(-1)],
  ] as const) {
    const field = fields.find((each) => each.type === type || each.name === type);
    if (field && found) values[field.name] = found;
  }
  return values;
}
