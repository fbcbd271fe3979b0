/**
 * "I'd rather not", "just call me": a detail is kept back, or another one given in its place.
 */
import type { LeadField } from '../../sites/schema.ts';
import { fieldFor, hasContact, isContact, isKnown, roleOf } from './fields.ts';
import type { Intent } from './intent.ts';
import { decline, type Listening } from './notes.ts';

/** "Just call me": the phone number instead of the e-mail address, or the other way round. */
export function switchContact(listening: Listening, field: LeadField, intents: ReadonlySet<Intent>): boolean {
  const role = roleOf(field);
  const wasOffered = (listening.state.refusals[field.name] ?? 0) > 0 && intents.has('yes');
  const wanted = role === 'email' && (intents.has('preferPhone') || wasOffered) ? 'phone' : null;
  const other = role === 'phone' && (intents.has('preferEmail') || wasOffered) ? 'email' : wanted;
  const target = other === null ? undefined : fieldFor(other, listening.fields);
  if (!target) return false;
  decline(listening, field);
  if (isKnown(target.name, listening.lead)) return true;
  listening.skipped = null;
  listening.state.pending = target.name;
  return true;
}

/**
 * Optional details are let go at once, and so is a second way to reach somebody; required ones are asked for once more
 * in another way.
 */
export function refuse(listening: Listening, field: LeadField): void {
  const { state } = listening;
  state.refusals[field.name] = (state.refusals[field.name] ?? 0) + 1;
  const isFirst = state.refusals[field.name] === 1 && (state.tries[field.name] ?? 0) < 2;
  const isSpare = isContact(field) && hasContact(listening.fields, listening.lead);
  if (field.required && isFirst && !isSpare) {
    listening.refused = field;
    return;
  }
  decline(listening, field);
  if (!field.required || !isContact(field) || isSpare) return;
  // The second refusal of a contact also refused the other one, which was offered instead.
  const other = fieldFor(roleOf(field) === 'email' ? 'phone' : 'email', listening.fields);
  if (other && !isKnown(other.name, listening.lead)) decline(listening, other);
}
