/**
 * One message of a visitor, understood: the details in it, the questions in it, and what is left over.
 */
import { type CountryCode, westernDigits } from '../contact-details.ts';
import { companyIn } from './extract-company.ts';
import { emailsIn, type HeardEmail, type HeardPhone, phonesIn } from './extract-contacts.ts';
import { nameIn } from './extract-names.ts';
import type { Role } from './fields.ts';
import { type Intent, intentsOf, questionsIn } from './intent.ts';
import { amountsIn, digitsForWords } from './numbers.ts';
import { blank, clauses, clean, type Piece, plain, type Span, words } from './text.ts';
import { type Moment, momentIn } from './timeline.ts';
import { isVague } from './vague.ts';
import { FILLER, PLACES } from './words.ts';

export interface Heard {
  text: string;
  intents: Set<Intent>;
  questions: string[];
  emails: HeardEmail[];
  phones: HeardPhone[];
  name: string | null;
  company: string | null;
  budget: string | null;
  timeline: Moment | null;
  /** A wish told without having been asked for. */
  need: string | null;
  /** What remains when details, greetings and questions are taken away; empty when nothing does. */
  rest: string;
}

export interface HearingContext {
  /** What was asked last: a bare number is a phone number only after a question for one. */
  asked: Role | null;
  countries: readonly CountryCode[];
  now: Date;
}

/** Understands one message. Never throws, whatever the text. */
export function hear(message: string, context: HearingContext): Heard {
  const text = clean(message);
  const intents = intentsOf(text);
  const asked = questionsIn(text);
  const emails = emailsIn(text);
  const phones = phonesIn(westernDigits(blank(text, emails)), context.countries, context.asked === 'phone');
  const told = blank(text, [...emails, ...phones, ...asked]);
  const name = nameIn(told, {
    isAskedFor: context.asked === 'name' || context.asked === 'firstName',
    isCorrection: intents.has('correct'),
  });
  const company = companyIn(told, name?.end ?? null);
  const timeline = momentIn(told, context.now);
  const known: Span[] = [name, company].filter((found) => found !== null);
  const isTimeMeant = timeline !== null && (timeline.isClear || context.asked === 'timeline');
  const bare = blank(told, known);
  const left = leftOver(told, timeline?.isClear ? blank(bare, [timeline]) : bare);
  return {
    text,
    intents,
    questions: asked.map((question) => question.text),
    emails,
    phones,
    name: name?.value ?? null,
    company: company?.value ?? null,
    budget: budgetIn(
      timeline && /\d/.test(timeline.text) ? blank(bare, [timeline]) : bare,
      context.asked === 'budget',
    ),
    timeline: isTimeMeant ? timeline : null,
    need: join(told, fromFirstWish(left)) || null,
    rest: join(told, left),
  };
}

const NEED_CUE =
  /\b(?:i|we)(?:'m|'re| am| are)? (?:need|want|require|(?:looking|searching|hoping|planning|trying|thinking)\b|interested in|would (?:like|love)|after\b|plan\b)|\b(?:i|we)'d (?:like|love)\b|\b(?:looking for|interested in|help with|quote for|in need of|need (?:a|an|some|help|to)|want (?:a|an|to))\b/i;
const NO_NEED =
  /\b(?:need|want|like|love|have) (?:to )?(?:think|time|know|skip|stop|leave|be called|tell you|change my|correct|(?:talk|speak|chat)\b(?!.{0,60} about ))\b|\b(?:don't|do not|dont) (?:need|want)\b/;

/** The first wish and what follows it: "I need a logo, with a cat on it". */
function fromFirstWish(left: readonly Piece[]): Piece[] {
  const first = left.findIndex((piece) => isWish(piece.text));
  return first < 0 ? [] : left.slice(first);
}

function isWish(text: string): boolean {
  return NEED_CUE.test(text) && !NO_NEED.test(plain(text)) && !isVague(text);
}

const BUDGET_CUE = /\b(?:budget|spend|pay|invest|afford|cost|price)/i;
const AFTER_MONEY =
  /^\s*(?:$|[,.;!?)\ufffc]|(?:or|and|for|by|in|max|maximum|total|budget|ish|tops|at most|per|a month|but|is|would|should|to)\b)/i;
const PERIOD =
  /^(?: ?\/ ?| per | an? | each )(?:month|year|week|day|hour|person|piece|unit|project|mo|yr)\b/i;

/** An amount of money. Unless it was asked for, it must carry a currency, a k, or a word such as budget before it. */
function budgetIn(text: string, isAskedFor: boolean): string | null {
  let before = '';
  for (const clause of clauses(text)) {
    const said = digitsForWords(westernDigits(clause.text));
    const hasCue = BUDGET_CUE.test(said) || BUDGET_CUE.test(before);
    before = said;
    for (const amount of amountsIn(said)) {
      const after = said.slice(amount.end);
      const hasCurrency = /[$€£¥₹]|euro|eur|dollar|usd|pound|gbp|chf|bucks|quid/i.test(amount.text);
      const isMoney = hasCurrency || hasCue || (amount.isMarked && AFTER_MONEY.test(after));
      if (isMoney || (isAskedFor && clause.text.length <= 60))
        return amount.text + (PERIOD.exec(after)?.[0] ?? '');
    }
  }
  return null;
}

/** "I'm Ana from Acme and" before a wish, once name and company are blanked out. */
const INTRODUCTION =
  /^(?:(?:hi|hello|hey)(?: there)?,? )?(?:(?:i'm|i am|im|my name is|my name's|this is|it's) )?\ufffc+(?: here)?(?: (?:from|at|with) (?:the )?\ufffc+)?(?:,? and|,| -)? ?/i;
const SMALL_TALK: readonly Intent[] = [
  'greeting',
  'thanks',
  'bye',
  'yes',
  'no',
  'refuse',
  'unsure',
  'how',
  'who',
  'person',
];

/** The clauses of `text` that still say something once the details are blanked out. */
function leftOver(text: string, blanked: string): Piece[] {
  const kept: Piece[] = [];
  for (const clause of clauses(blanked)) {
    const skip = INTRODUCTION.exec(clause.text)?.[0].length ?? 0;
    const said = clause.text.slice(skip).replaceAll('\ufffc', ' ');
    const telling = words(said).filter(
      (word) => !FILLER.has(word.text.toLowerCase()) && !/^[\d.,'k+-]+$/i.test(word.text),
    );
    if (telling.length === 0 || PLACES.has(plain(said).replace(/^(?:from|in) /, ''))) continue;
    const intents = said.length <= 120 ? intentsOf(said) : null;
    if (intents && !/ about /.test(said) && SMALL_TALK.some((intent) => intents.has(intent))) continue;
    const start = clause.start + skip;
    kept.push({ text: text.slice(start, clause.end), start, end: clause.end });
  }
  return kept;
}

/** Neighbouring clauses keep what stood between them; addresses and numbers that were taken out leave no gap. */
function join(text: string, pieces: readonly Piece[]): string {
  let result = '';
  let end = -1;
  for (const piece of pieces) {
    const between = end < 0 ? '' : text.slice(end, piece.start);
    result += end >= 0 && between.trim() !== '' ? ` ${piece.text}` : between + piece.text;
    end = piece.end;
  }
  return result
    .replace(/\ufffc+/g, '')
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(/^(?:(?:and|so|but|because|ok|okay|well|yes|yeah|sure|hi|hello)[ ,]+){1,3}(?=\S)/i, '')
    .replace(/[\s,;:/|(–-]{1,9}$/, '');
}
