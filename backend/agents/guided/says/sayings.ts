/**
 * Everything the guided agent says that the site has not written itself, in one language. Short, polite, one question at
 * a time; it thanks once, at the end, and never claims to be a person. Lists hold ways of saying the same, used in turn.
 */
import type { Role } from '../fields.ts';

/** What can be wrong with an answer. */
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

type Ways = readonly string[];

/** A field that a new site asks for. */
export interface FieldTexts {
  label: string;
  question: string;
  choices?: string[];
}

export interface Sayings {
  /** The button under a question that may be left out. */
  skip: string;
  /** What is noted for a plain yes or no. */
  yes: string;
  no: string;
  defaultGreeting(siteName: string): string;
  openQuestion: string;
  hello: string;
  welcome: string;
  wellMet(name: string): string;
  willUse(address: string): string;
  noted: Ways;
  needNoted: Ways;
  skipped: Ways;
  howAreYou: string;
  whoAmI(siteName: string): string;
  privacy: string;
  hostile: string;
  person: string;
  whereToReach: string;
  personKnown(contact: string): string;
  browsing: Ways;
  unknownAnswer: Ways;
  passedOn: Ways;
  didYouMean(address: string): string;
  /** `what` is a field as `named` has it, or its label. */
  removed(what: string): string;
  changed(what: string, value: string): string;
  nameChanged(name: string): string;
  changedNeed: string;
  notedLater(what: string): string;
  summary(name: string | null, lines: readonly string[]): string;
  closedWithoutContact(didTellSomething: boolean): string;
  closedWithContact: string;
  goodbye: Ways;
  afterwards: Ways;
  /** Details that no field asked for, in the summary. */
  labels: Readonly<Record<'name' | 'company' | 'email' | 'phone', string>>;
  /** What a field is called inside a sentence, where that is not its label. */
  named: Readonly<Record<'email' | 'phone' | 'timeline', string>>;
  /** A label inside a sentence. */
  inSentence(label: string): string;
  /** A question once more, in few words. */
  briefly: Partial<Record<Role, Ways>>;
  /** Why the team would like to know. */
  reasons: Partial<Record<Role, string>>;
  otherReason: string;
  /** A required detail was refused once: said kindly, asked in another way. */
  onceMore: Readonly<Record<'phoneInstead' | 'emailInstead' | 'contact' | 'name' | 'need', string>>;
  roughly(reason: string): string;
  /** After the first, second and third answer that could not be used; from the second on with the offer to skip. */
  problems: Record<ProblemKind, Ways>;
  askAnew(what: string): string;
  /** What a new site asks its visitors, by the name of the field. */
  fields: Readonly<Record<'need' | 'name' | 'email' | 'phone' | 'budget' | 'timeline', FieldTexts>>;
}
