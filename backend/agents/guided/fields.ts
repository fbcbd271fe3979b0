/**
 * What a site asks, seen as roles: a field called `workEmail` of type email is the e-mail address, whatever its name.
 */
import type { LeadField } from '../../sites/schema.ts';
import type { LeadValues } from '../agent.ts';

export type Role =
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'phone'
  | 'company'
  | 'need'
  | 'budget'
  | 'timeline'
  | 'number'
  | 'other';

/** Names of fields by what they hold, when the type does not say it. */
const ROLE_BY_NAME: readonly [RegExp, Role][] = [
  [/^(full|your|contact)?name$/i, 'name'],
  [/^(first|given)_?name$/i, 'firstName'],
  [/^(last|sur|family)_?name$/i, 'lastName'],
  [/^e_?mail/i, 'email'],
  [/^(phone|mobile|telephone)/i, 'phone'],
  [/^(company|organi[sz]ation|business|employer)(_?name)?$/i, 'company'],
  [/^(need|needs|goal|goals|project|request|message|help|reason)$/i, 'need'],
  [/budget|spend/i, 'budget'],
  [/timeline|timeframe|deadline|start(_?date)?$/i, 'timeline'],
];

/** What a field holds. */
export function roleOf(field: LeadField): Role {
  if (field.type === 'email' || field.type === 'phone' || field.type === 'number') return field.type;
  return ROLE_BY_NAME.find(([name]) => name.test(field.name))?.[1] ?? 'other';
}

/** What the lead always understands, though no field asks for it. */
const TOP_LEVEL: ReadonlySet<Role> = new Set<Role>(['name', 'email', 'phone', 'company']);

/** Under which key a detail is noted; null when this site has no place for it. */
export function keyFor(role: Role, fields: readonly LeadField[]): string | null {
  const field = fieldFor(role, fields);
  if (field) return field.name;
  return TOP_LEVEL.has(role) ? role : null;
}

/** The first of the site's fields that plays this role. */
export function fieldFor(role: Role, fields: readonly LeadField[]): LeadField | undefined {
  return fields.find((field) => roleOf(field) === role);
}

/** The site's fields in the order of asking: `agent.guided.steps` first, then the rest as listed. */
export function inOrder(fields: readonly LeadField[], agent: Readonly<Record<string, unknown>>): LeadField[] {
  const guided = agent.guided;
  const steps: unknown =
    typeof guided === 'object' && guided !== null && 'steps' in guided ? guided.steps : null;
  const named = (Array.isArray(steps) ? steps : [])
    .map((step) => fields.find((field) => field.name === step))
    .filter((field) => field !== undefined);
  return [...new Set([...named, ...fields])];
}

export function isKnown(key: string, lead: LeadValues): boolean {
  return Object.hasOwn(lead, key) && typeof lead[key] === 'string' && lead[key].trim() !== '';
}

/** The next field to ask for: the first that is neither known nor declined. */
export function nextField(
  fields: readonly LeadField[],
  lead: LeadValues,
  declined: readonly string[],
): LeadField | null {
  return fields.find((field) => !isKnown(field.name, lead) && !declined.includes(field.name)) ?? null;
}

/** True when the team has a way to answer. */
export function hasContact(fields: readonly LeadField[], lead: LeadValues): boolean {
  const keys = fields.filter((field) => isContact(field)).map((field) => field.name);
  return ['email', 'phone', ...keys].some((key) => isKnown(key, lead));
}

export function isContact(field: LeadField): boolean {
  const role = roleOf(field);
  return role === 'email' || role === 'phone';
}
