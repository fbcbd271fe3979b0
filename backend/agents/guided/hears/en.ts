import { amountsBy } from '../numbers.ts';
import { FILLER, PLACES, STOPWORDS, VAGUE } from '../words.ts';
import { companies, corrections, names } from './en-details.ts';
import { talk } from './en-talk.ts';
import { times } from './en-times.ts';
import type { Hears } from './hears.ts';

export const english: Hears = {
  talk,
  names,
  companies,
  corrections,
  times,
  wishes: {
    cue: /\b(?:i|we)(?:'m|'re| am| are)? (?:need|want|require|(?:looking|searching|hoping|planning|trying|thinking)\b|interested in|would (?:like|love)|after\b|plan\b)|\b(?:i|we)'d (?:like|love)\b|\b(?:looking for|interested in|help with|quote for|in need of|need (?:a|an|some|help|to)|want (?:a|an|to))\b/i,
    notWish:
      /\b(?:need|want|like|love|have) (?:to )?(?:think|time|know|skip|stop|leave|be called|tell you|change my|correct|(?:talk|speak|chat)\b(?!.{0,60} about ))\b|\b(?:don't|do not|dont) (?:need|want)\b/,
    about: / about /,
    instead: /\b(?:actually|instead|rather|i meant?|changed my mind|correction)\b|\bnot .{1,40} but\b/i,
    request:
      /\b(?:can|could|would|will) (?:you|your team|somebody|someone)\b(?! (?:tell|explain|call|say|repeat|speak|talk|please tell))|\b(?:if|whether) you (?:can|could|would)\b|\bdo you (?:offer|do|sell|make|build|provide|repair|install|have|help|work)\b|\bis it possible\b/i,
    leadIn:
      /^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|also|and|but|so|or|well)(?: there)?[,.! ]+){1,4}/i,
    introduction:
      /^(?:(?:hi|hello|hey)(?: there)?,? )?(?:(?:i'm|i am|im|my name is|my name's|this is|it's) )?\ufffc+(?: here)?(?: (?:from|at|with) (?:the )?\ufffc+)?(?:,? and|,| -)? ?/i,
    fromPlace: /^(?:from|in) /,
    places: PLACES,
    joined: /^(?:(?:and|so|but|because|ok|okay|well|yes|yeah|sure|hi|hello)[ ,]+){1,3}(?=\S)/i,
    filler: FILLER,
    vague: VAGUE,
    asksYesOrNo: /^(?:do|does|did|are|is|have|has|had|will|would|can|could|should|may)\b/i,
  },
  money: {
    cue: /\b(?:budget|spend|pay|invest|afford|cost|price)/i,
    after:
      /^\s*(?:$|[,.;!?)\ufffc]|(?:or|and|for|by|in|max|maximum|total|budget|ish|tops|at most|per|a month|but|is|would|should|to|i|we|if|so|as|at|with|because|maybe|altogether|overall|or so|give or take|right now|now)\b)/i,
    period:
      /^(?:(?: ?\/ ?| per )\p{L}+| (?:an?|each) (?:month|year|week|day|hour|person|piece|unit|project))/iu,
    currency: /[$€£¥₹]|euro|eur|dollar|usd|pound|gbp|chf|bucks|quid/i,
    amounts: amountsBy(),
    words: {
      units: new Map(
        [
          'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
          'eighteen nineteen',
        ]
          .join(' ')
          .split(' ')
          .map((word, value) => [word, value]),
      ),
      tens: new Map(
        'twenty thirty forty fifty sixty seventy eighty ninety'
          .split(' ')
          .map((word, i) => [word, (i + 2) * 10]),
      ),
      scales: new Map([
        ['hundred', 100],
        ['thousand', 1000],
        ['million', 1_000_000],
      ]),
      and: 'and',
      article: ['a'],
      prepare: (text) => text.replace(/\bhalf a million\b/gi, '500000'),
    },
  },
  choices: {
    ordinals: ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'],
    last: 'last',
    place: /^(?:(?:number|option|choice|no|nr|the) ?)?(\d{1,2})(?:st|nd|rd|th)?(?: one)?$/,
    ordinal: /^(?:the )?(\w{4,7})(?: one| option| choice)?$/,
    yes: 'yes',
    no: 'no',
  },
  topics: {
    same: [
      ['price', 'cost', 'pricing', 'fee', 'charge', 'rate', 'expensive', 'cheap'],
      ['payment', 'pay', 'card', 'cash', 'invoice', 'paypal', 'instalment', 'installment'],
      ['hours', 'open', 'opening', 'close', 'closed', 'closing'],
      ['location', 'where', 'located', 'address', 'office', 'based', 'find'],
      ['duration', 'long', 'take', 'fast', 'quick', 'quickly'],
      ['delivery', 'deliver', 'shipping', 'ship'],
      ['refund', 'return', 'cancel', 'cancellation'],
      ['guarantee', 'warranty'],
    ],
    askedBy: [
      [/\bhow much\b|\bwhat\b.{0,25}\bpay\b/, 'price'],
      [/\bhow (?:long|fast|quickly|soon)\b/, 'duration'],
      [/\bwhere\b/, 'location'],
    ],
    stopwords: STOPWORDS,
    stem,
  },
};

/** Enough of English endings to bring "websites", "website" and "invoicing", "invoice" together. */
function stem(word: string): string {
  if (word.length < 4) return word;
  const base = word
    .replace(/'s$/, '')
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:ing|ed|es|s|e)$/, '');
  return base.length >= 3 ? base : word;
}
