/**
 * A field that the site has left as it came is asked in the language of the conversation; what the team gets keeps the
 * words of the site's own list of choices.
 */
import type { LeadField } from '../../sites/schema.ts';
import type { Language } from '../language.ts';
import { SAYS } from './languages.ts';
import type { FieldTexts, Sayings } from './says/sayings.ts';

/** The fields as they are said in a language. */
export function fieldsIn(language: Language, fields: readonly LeadField[]): LeadField[] {
  return fields.map((field) => {
    if (!isOurs(field.name)) return field;
    const said = SAYS[language].fields[field.name];
    const from = Object.values(SAYS).find(({ fields }) => isAsItCame(field, fields[field.name as OurField]));
    return from && from !== SAYS[language] ? translated(field, said) : field;
  });
}

type OurField = keyof Sayings['fields'];
const isOurs = (name: string): name is OurField => Object.hasOwn(SAYS.en.fields, name);

function isAsItCame(field: LeadField, { question, choices }: FieldTexts): boolean {
  const isSame = (field.choices ?? []).join('\n') === (choices ?? []).join('\n');
  return field.question === question && isSame;
}

function translated(field: LeadField, { label, question, choices }: FieldTexts): LeadField {
  return { ...field, label, question, ...(choices && { choices: [...choices] }) };
}

/** Choices that stand in one list, as the same field has them in the other. */
export function spoken<Value extends string | null>(
  values: Readonly<Record<string, Value>>,
  from: readonly LeadField[],
  to: readonly LeadField[],
): Record<string, Value | string> {
  const said: Record<string, Value | string> = { ...values };
  from.forEach((field, at) => {
    if (field === to[at] || !Object.hasOwn(values, field.name)) return;
    const place = field.choices?.indexOf(values[field.name] ?? '') ?? -1;
    const other = to[at]?.choices?.[place];
    if (other !== undefined) said[field.name] = other;
  });
  return said;
}
