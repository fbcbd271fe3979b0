/**
 * What a new site asks its visitors, in this order: first what they came for, then how to reach them, then what helps
 * to prepare an answer.
 */
import type { LeadField } from '../../sites/schema.ts';

export const defaultLeadFields: LeadField[] = [
  {
    name: 'need',
    type: 'text',
    label: 'Need',
    question: 'What can we help you with?',
    required: true,
  },
  {
    name: 'name',
    type: 'text',
    label: 'Name',
    question: "What's your name?",
    required: true,
  },
  {
    name: 'email',
    type: 'email',
    label: 'E-mail',
    question: 'Where can the team reach you by e-mail?',
    required: true,
  },
  {
    name: 'phone',
    type: 'phone',
    label: 'Phone',
    question: 'Is there a phone number the team may call?',
    required: false,
  },
  {
    name: 'budget',
    type: 'text',
    label: 'Budget',
    question: 'Do you have a rough budget in mind?',
    required: false,
  },
  {
    name: 'timeline',
    type: 'choice',
    label: 'Start',
    question: 'When would you like to start?',
    required: false,
    choices: ['As soon as possible', 'Within a month', 'In 1 to 3 months', 'Later', 'Just looking'],
  },
];
