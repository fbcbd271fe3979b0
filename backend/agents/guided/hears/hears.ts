/**
 * What the guided agent understands, in one language. Patterns are made once; all are linear in the length of the text.
 * Those of `talk` see a text as `plain` makes it, the others as `fold` does: neither has accents.
 */

import type { Role } from '../fields.ts';
import type { Intent } from '../intent.ts';
import type { Amounts, NumberWords } from '../numbers.ts';
import type { TimeRule } from '../timeline.ts';

type Words = ReadonlySet<string>;
/** Phrases as lists of words. */
type Phrases = readonly (readonly string[])[];

/** What is said about the conversation itself. */
export interface Talk {
  /** Matched against a whole clause without outer punctuation. */
  clauses: readonly [Intent, RegExp][];
  /** Matched anywhere in a sentence; the gaps are short on purpose. */
  sentences: readonly [Intent, RegExp][];
  /** Matched against a whole message: more words would make it mean something else. */
  whole: readonly [Intent, RegExp][];
  /** Something is being put right. */
  correction: RegExp;
  /** Politeness around what is meant: "thanks but …", "… please". */
  politeBefore: RegExp;
  politeAfter: RegExp;
  /** How a question begins that may come without its mark. */
  asking: RegExp;
}

export interface NameWords {
  /** Introductions that leave no doubt, and those that also begin other sentences ("I'm looking for"). */
  sure: Phrases;
  likely: Phrases;
  /** Likely ones that count only after the question for a name, or where one is put right ("it's"). */
  weak: RegExp;
  /** May stand between an introduction and the name: "I'm actually Ana". */
  between: RegExp;
  greetings: Words;
  /** "Ana here", "Ana from Acme". */
  here: Words;
  from: Words;
  /** What may follow a name in small letters. */
  after: RegExp;
  /** "Best regards, Ana". */
  signed: RegExp;
  /** "Name: Ana". */
  labelled: RegExp;
  /** Words that are nobody's name, and endings of such. */
  notNames: Words;
  notEndings: RegExp;
  /** Nouns that begin with a capital, as all do in German, by their endings: "ich bin Zahnärztin". */
  nouns: RegExp;
  /** Before and after a name that was asked for. */
  lead: RegExp;
  tail: RegExp;
  joint: RegExp;
}

export interface CompanyWords {
  sure: Phrases;
  likely: Phrases;
  /** "Ana from Acme". */
  joint: RegExp;
  labelled: RegExp;
  article: RegExp;
  stop: Words;
  joints: Words;
  /** Inside a name: "Marks and Spencer"; and what begins a sentence of its own after it. */
  inside: RegExp;
  ownSentence: RegExp;
  /** Before a company that was asked for. */
  lead: RegExp;
}

export interface CorrectionWords {
  forget: RegExp;
  wrong: RegExp;
  /** Which detail a word of these two names. */
  roles: readonly (readonly [RegExp, Role])[];
  cue: RegExp;
  leading: RegExp;
  bareNo: RegExp;
  /** Makes a bare no a correction after all. */
  surely: RegExp;
  /** "Anna with two n": not part of the name. */
  spelling: RegExp;
  /** "my e-mail is": the visitor's own. */
  own: RegExp;
  /** "not", "instead of" before a detail that is not meant. */
  notMeant: RegExp;
  /** "that is right": the address as typed. */
  insists: RegExp;
}

export interface WishWords {
  cue: RegExp;
  notWish: RegExp;
  about: RegExp;
  /** "Actually", "instead": what was wished before is not meant any more. */
  instead: RegExp;
  /** "Can you build …?" asks for something rather than about it. */
  request: RegExp;
  leadIn: RegExp;
  /** "I'm Ana from Acme and" before a wish, once name and company are blanked out. */
  introduction: RegExp;
  /** "from" before a place. */
  fromPlace: RegExp;
  places: Words;
  /** Left at the beginning of a sentence when its first part is taken out. */
  joined: RegExp;
  /** Words that say nothing about a need. */
  filler: Words;
  /** Words that announce a wish without saying which. */
  vague: Words;
  /** A question of the site's that yes or no answers. */
  asksYesOrNo: RegExp;
}

export interface MoneyWords {
  cue: RegExp;
  /** What may follow an amount that is money. */
  after: RegExp;
  period: RegExp;
  currency: RegExp;
  amounts: Amounts;
  words: NumberWords;
}

export interface ChoiceWords {
  ordinals: readonly string[];
  last: string;
  /** "2", "number 2", "the 2nd one". */
  place: RegExp;
  /** "the second one". */
  ordinal: RegExp;
  yes: string;
  no: string;
}

/** How a question is compared with the site's own. */
export interface TopicWords {
  /** Words that ask for the same thing. The first of each row stands for all. */
  same: readonly (readonly string[])[];
  /** Phrases of small words that mean one of the rows. */
  askedBy: readonly (readonly [RegExp, string])[];
  stopwords: Words;
  /** A word without its ending, so that singular and plural meet. */
  stem(word: string): string;
}

export interface Hears {
  talk: Talk;
  names: NameWords;
  companies: CompanyWords;
  corrections: CorrectionWords;
  wishes: WishWords;
  money: MoneyWords;
  times: readonly TimeRule[];
  choices: ChoiceWords;
  topics: TopicWords;
}
