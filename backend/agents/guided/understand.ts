/**
 * One message of a visitor, understood: the details in it, the questions in it, and what is left over.
 */
import { type CountryCode, westernDigits } from '../contact-details.ts';
import { companyIn, firmIn } from './extract-company.ts';
import { emailsIn, type HeardEmail, type HeardPhone, phonesIn } from './extract-contacts.ts';
import { nameIn } from './extract-names.ts';
import type { Role } from './fields.ts';
import { english } from './hears/en.ts';
import type { Hears, MoneyWords, WishWords } from './hears/hears.ts';
import { type Intent, intentsOf, questionsIn } from './intent.ts';
import { amountsIn, digitsForWords } from './numbers.ts';
import { blank, clauses, clean, fold, type Piece, plain, type Span, words } from './text.ts';
import { type Moment, momentIn } from './timeline.ts';
import { tonguesOf } from './tongues.ts';
import { isVague } from './vague.ts';

export interface Heard {
  text: string;
  /** The language it is in. */
  hears: Hears;
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
  /** The conversation's language, then English; English alone when missing. */
  tongues?: readonly Hears[];
}

/** Understands one message. Never throws, whatever the text. */
export function hear(message: string, context: HearingContext): Heard {
  const text = clean(message);
  const tongues = tonguesOf(text, context.tongues ?? [english]);
  const hears = tongues[0]!;
  const intents = intentsOf(text, tongues);
  const asked = questionsIn(text, hears).filter((question) => !isSmallTalk(question.text, tongues));
  const emails = emailsIn(text);
  const phones = phonesIn(westernDigits(blank(text, emails)), context.countries, context.asked === 'phone');
  const told = blank(text, [...emails, ...phones, ...asked]);
  const isNameAskedFor = context.asked === 'name' || context.asked === 'firstName';
  const firm = isNameAskedFor ? firmIn(told) : null;
  const name =
    firm === null || firm.start > 0
      ? nameIn(told, { isAskedFor: isNameAskedFor, isCorrection: intents.has('correct') }, hears.names)
      : null;
  const company = firm ?? companyIn(told, name?.end ?? null, hears);
  const timeline = momentIn(told, context.now, tongues);
  const known: Span[] = [name, company].filter((found) => found !== null);
  const isTimeMeant = timeline !== null && (timeline.isClear || context.asked === 'timeline');
  const bare = blank(told, known);
  const left = leftOver(told, timeline?.isClear ? blank(bare, [timeline]) : bare, tongues);
  return {
    text,
    hears,
    intents,
    questions: asked.map((question) => question.text),
    emails,
    phones,
    name: name?.value ?? null,
    company: company?.value ?? null,
    budget: budgetIn(
      timeline && /\d/.test(timeline.text) ? blank(bare, [timeline]) : bare,
      context.asked === 'budget',
      hears.money,
    ),
    timeline: isTimeMeant ? timeline : null,
    need: join(told, fromFirstWish(left, hears.wishes), hears.wishes) || null,
    rest: join(told, left, hears.wishes),
  };
}

/** The first wish and what follows it: "I need a logo, with a cat on it". */
function fromFirstWish(left: readonly Piece[], known: WishWords): Piece[] {
  const first = left.findIndex((piece) => isWish(piece.text, known));
  return first < 0 ? [] : left.slice(first);
}

function isWish(text: string, known: WishWords): boolean {
  return known.cue.test(fold(text)) && !known.notWish.test(plain(text)) && !isVague(text, known);
}

/** An amount of money. Unless it was asked for, it must carry a currency, a k, or a word such as budget before it. */
function budgetIn(text: string, isAskedFor: boolean, money: MoneyWords): string | null {
  let before = '';
  for (const clause of clauses(text)) {
    const said = digitsForWords(westernDigits(clause.text), money.words);
    const hasCue = money.cue.test(fold(said)) || money.cue.test(fold(before));
    before = said;
    for (const amount of amountsIn(said, money.amounts)) {
      const after = said.slice(amount.end);
      const hasCurrency = money.currency.test(fold(amount.text));
      // A number before a noun counts something: "a budget for 10 desks".
      const isExpected = hasCue || amount.isMarked || (isAskedFor && clause.text.length <= 60);
      if (hasCurrency || (isExpected && money.after.test(fold(after))))
        return amount.text + after.slice(0, money.period.exec(fold(after))?.[0].length ?? 0);
    }
  }
  return null;
}

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
  'nothing',
];

/** "Hello?" and "sorry?" ask nothing that anybody could look up. */
function isSmallTalk(question: string, tongues: readonly Hears[]): boolean {
  return clauses(question).every(({ text }) => {
    const intents = intentsOf(text, tongues);
    return intents.has('greeting') || intents.has('nothing');
  });
}

/** The clauses of `text` that still say something once the details are blanked out. */
function leftOver(text: string, blanked: string, tongues: readonly Hears[]): Piece[] {
  const { wishes, money } = tongues[0]!;
  const kept: Piece[] = [];
  for (const clause of clauses(blanked)) {
    const skip = wishes.introduction.exec(fold(clause.text))?.[0].length ?? 0;
    const said = clause.text.slice(skip).replaceAll('\ufffc', ' ');
    const telling = words(digitsForWords(said, money.words)).filter(
      (word) => !wishes.filler.has(fold(word.text.toLowerCase())) && !/^[\d.,'k+-]+$/i.test(word.text),
    );
    if (telling.length === 0 || wishes.places.has(plain(said).replace(wishes.fromPlace, ''))) continue;
    const intents = said.length <= 120 ? intentsOf(said, tongues) : null;
    if (intents && !wishes.about.test(said) && SMALL_TALK.some((intent) => intents.has(intent))) continue;
    const start = clause.start + skip;
    kept.push({ text: text.slice(start, clause.end), start, end: clause.end });
  }
  return kept;
}

/** Neighbouring clauses keep what stood between them; addresses and numbers that were taken out leave no gap. */
function join(text: string, pieces: readonly Piece[], { joined }: WishWords): string {
  let result = '';
  let end = -1;
  for (const piece of pieces) {
    const between = end < 0 ? '' : text.slice(end, piece.start);
    result += end >= 0 && between.trim() !== '' ? ` ${piece.text}` : between + piece.text;
    end = piece.end;
  }
  const whole = result
    .replace(/\ufffc+/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  const lead = joined.exec(fold(whole))?.[0].length ?? 0;
  return whole.slice(lead).replace(/[\s,;:/|(–-]{1,9}$/, '');
}
