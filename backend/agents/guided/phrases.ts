/**
 * Everything the guided agent says that the site has not written itself. Short, polite, one question at a time; it
 * thanks once, at the end, and never claims to be a person. Lists hold ways of saying the same, used in turn.
 */
import type { LeadField } from '../../sites/schema.ts';
import { isContact, type Role, roleOf } from './fields.ts';
import { TITLES } from './words.ts';

export const SKIP = 'Skip';

/** One of several ways of saying the same; the same number always gives the same one. */
export function pick(ways: readonly string[], number: number): string {
  return ways[number % ways.length]!;
}

export const phrases = {
  defaultGreeting: (siteName: string) =>
    siteName ? `Hello, I'm the assistant of ${siteName}.` : "Hello, I'm the assistant here.",
  openQuestion: 'How can I help?',
  hello: 'Hello.',
  welcome: "You're welcome.",
  wellMet: (name: string) => `Nice to meet you, ${name}.`,
  willUse: (address: string) => `I'll use ${address}.`,
  noted: ['Got it.', 'Noted.', 'All right.'],
  needNoted: ["I'll pass that to the team.", "I've noted that for the team."],
  skipped: [
    'No problem, we can skip that.',
    "That's fine, we'll leave that out.",
    'All right, no need for that.',
  ],
  howAreYou: 'All good here.',
  whoAmI: (siteName: string) =>
    `I'm an automated assistant${siteName ? ` of ${siteName}` : ''}, not a person. I take down what you need and pass it to the team.`,
  privacy: 'What you write here goes to the team, so that they can answer you.',
  hostile: "I'm sorry this isn't going well. You can stop at any time, or tell me what the team should know.",
  person: "Of course. I'll pass this to the team.",
  whereToReach: 'Where can they reach you?',
  personKnown: (contact: string) =>
    `Of course. I'll pass this to the team, and they'll reach you at ${contact}.`,
  browsing: [
    "Take your time. I'm here if a question comes up.",
    'Of course. Just write when you need something.',
  ],
  unknownAnswer: [
    "I don't know that, but I'll pass your question to the team.",
    "That's one for the team. I'll pass your question on.",
    "I can't answer that myself. The team will see your question.",
  ],
  passedOn: ["I'll pass that on to the team.", "I've noted that for the team."],
  didYouMean: (address: string) => `Did you mean ${address}?`,
  removed: (what: string) => `I've removed your ${what}.`,
  changed: (what: string, value: string) => `I've changed your ${what} to ${value}.`,
  nameChanged: (name: string) => `Sorry about that, ${name}. I've corrected it.`,
  changedNeed: "I've changed that.",
  notedLater: (what: string) => `I've added your ${what}.`,
  summary: (name: string | null, lines: readonly string[]) =>
    [
      `Thank you${name ? `, ${name}` : ''}. This is what I'll pass to the team:`,
      ...lines,
      "They'll get back to you. If something isn't right, just tell me.",
    ].join('\n'),
  closedWithoutContact: (didTellSomething: boolean) =>
    didTellSomething
      ? "Thank you. I'll leave this with the team. They have no way to reach you yet, so if you'd like an answer, write your e-mail address or phone number here at any time."
      : "That's all right. If you'd like an answer from the team later, just write here how they can reach you.",
  closedWithContact: "Thank you. I've noted it, and the team will get back to you.",
  goodbye: ['Goodbye, and all the best.', 'Have a good day.'],
  afterwards: [
    "I'm here if anything else comes up.",
    'All right. Just write here if anything else comes up.',
  ],
} as const;

/** How to address somebody: by the first name where the name is written in Latin letters and has no title. */
export function addressOf(name: string): string {
  const parts = name.split(' ');
  const isUsual = !/ (?:and|&|\+) /.test(name) && /^[\p{Script=Latin}'-]{2,}$/u.test(parts[0]!);
  return isUsual && !TITLES.has(parts[0]!.toLowerCase()) ? parts[0]! : name;
}

/** What a field is called inside a sentence. */
export function nameOf(field: LeadField | undefined, key: string): string {
  const role = field ? roleOf(field) : key;
  if (role === 'email') return 'e-mail address';
  if (role === 'phone') return 'phone number';
  if (role === 'timeline') return 'start';
  return (field?.label ?? key).toLowerCase();
}

const BRIEFLY: Partial<Record<Role, readonly string[]>> = {
  need: ['What do you need help with?', 'What can the team do for you?'],
  name: ["And what's your name?", 'May I ask your name?'],
  email: ['Which e-mail address can the team write to?', 'And your e-mail address?'],
  phone: ['Is there a phone number for you?', 'And a phone number, if you like?'],
  company: ['Which company are you with?', 'And your company?'],
  budget: ['Is there a rough budget?', 'And do you have a budget in mind?'],
  timeline: ['When would you like to start?', 'And when should it start?'],
};

/** The pending question once more, in few words. */
export function askBriefly(field: LeadField, number: number): string {
  const ways = BRIEFLY[roleOf(field)];
  return ways ? pick(ways, number) : field.question;
}

const REASONS: Partial<Record<Role, string>> = {
  need: 'It helps the right person to answer you.',
  name: 'Only so the team knows how to address you.',
  firstName: 'Only so the team knows how to address you.',
  lastName: 'Only so the team knows how to address you.',
  email: 'Only so the team can send you an answer.',
  phone: 'Some things are quicker to settle by phone. It is up to you.',
  company: "Only so the team knows who they're talking with.",
  budget: 'A rough figure helps the team to suggest something that fits. It is up to you.',
  timeline: 'It helps the team to plan. It is up to you.',
};

/** Why the team would like to know, in a sentence. */
export function reasonFor(field: LeadField): string {
  return REASONS[roleOf(field)] ?? 'It helps the team to prepare a good answer.';
}

/** A required detail was refused once: said kindly, asked in another way. The second refusal is taken. */
export function askOnceMore(field: LeadField, otherContact: 'phone' | 'email' | null): string {
  if (isContact(field) && otherContact === 'phone')
    return 'I understand. Would a phone number suit you better?';
  if (isContact(field) && otherContact === 'email')
    return 'I understand. Would an e-mail address suit you better?';
  const role = roleOf(field);
  if (isContact(field)) return "I understand. It's only used to answer you. Would that be all right?";
  if (role === 'name' || role === 'firstName')
    return 'I understand. What may we call you? A first name is enough.';
  if (role === 'need') return "That's fine. A few words are enough: what is it about?";
  return `I understand. ${reasonFor(field)} Would a rough answer be all right?`;
}

export type ProblemKind =
  | 'incomplete'
  | 'email'
  | 'phone'
  | 'country'
  | 'name'
  | 'choice'
  | 'number'
  | 'unclear'
  | 'goAhead'
  | 'anew';

const PROBLEMS: Record<ProblemKind, readonly string[]> = {
  incomplete: [
    'That address looks incomplete. Could you check it?',
    "I can't read that as an e-mail address yet. It should look like name@example.com. We can also skip it.",
    'Something is still missing in that address. Try once more, or skip it.',
  ],
  email: [
    "That doesn't look like an e-mail address. Could you check it?",
    "I still can't read that as an e-mail address. It should look like name@example.com. We can also skip it.",
    'Sorry, that one does not work either. Try once more, or skip it.',
  ],
  phone: [
    "That number doesn't look complete. Could you check it?",
    "I still can't read that as a phone number. With the country code, such as +44 20 7946 0958, it always works. We can also skip it.",
    'Sorry, that one does not work either. Try once more, or skip it.',
  ],
  country: [
    'Could you add the country code, such as +44 or +1?',
    'Which country is that number from? With the code in front, such as +44, it works. We can also skip it.',
    "I still can't tell which country that is. Try once more, or skip it.",
  ],
  name: [
    "Sorry, I didn't catch your name. What may we call you?",
    'How should the team address you? A first name is enough, or we skip it.',
    'Just your name, please, or we skip it.',
  ],
  choice: [
    'Which of these comes closest?',
    'Please pick the one that fits best, or we skip it.',
    "I couldn't match that. Pick one of these, or skip it.",
  ],
  number: [
    'Could you give me that as a number?',
    'A rough number is enough, such as 10. We can also skip it.',
    'Just a number, please, or we skip it.',
  ],
  anew: ['Sorry about that.'],
  goAhead: ['Please go ahead.', "I'm listening.", 'Just write it here, or we skip it.'],
  unclear: [
    "I didn't quite get that.",
    'Sorry, I still did not follow. We can also skip this.',
    'I could not make sense of that. Try once more, or skip it.',
  ],
};

/** Asks again after an answer that could not be used; `tries` counts such answers from 1. From the second on it offers to skip. */
export function askAgain(kind: ProblemKind, field: LeadField, tries: number): string {
  const ways = PROBLEMS[kind];
  const text = ways[Math.min(tries, ways.length) - 1]!;
  if (kind === 'anew') return `${text} What should your ${nameOf(field, field.name)} be?`;
  if (kind === 'unclear' || kind === 'goAhead') return `${text} ${askBriefly(field, tries)}`;
  return text;
}
