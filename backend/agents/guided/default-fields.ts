import type { LeadField } from '../../sites/schema.ts';
import type { Language } from '../language.ts';
import { SAYS } from './languages.ts';

/**
 * What a new site asks its visitors, in its language and this order: first what they came for, then how to reach them,
 * then what helps to prepare an answer.
 */
export function leadFieldsIn(language: Language): LeadField[] {
  const { need, name, email, phone, budget, timeline } = SAYS[language].fields;
  return [
    { name: 'need', type: 'text', ...need, required: true },
    { name: 'name', type: 'text', ...name, required: true },
    { name: 'email', type: 'email', ...email, required: true },
    { name: 'phone', type: 'phone', ...phone, required: false },
    { name: 'budget', type: 'text', ...budget, required: false },
    { name: 'timeline', type: 'choice', ...timeline, required: false },
  ];
}
