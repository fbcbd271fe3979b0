/** Names, companies and corrections in English. */
import { phrases } from '../text.ts';
import { NOT_A_NAME } from '../words.ts';
import type { CompanyWords, CorrectionWords, NameWords } from './hears.ts';

export const names: NameWords = {
  sure: phrases(
    "my name is|my name's|my names|the name is|the name's|name is|name's|i go by|my full name is|i am called|i'm called",
  ),
  likely: phrases("i'm|i am|im|call me|this is|it's|its|it is"),
  weak: /^it'?s$|^it$/i,
  between: /^(?:actually|called|just|really|also)$/i,
  greetings: new Set([
    'hi',
    'hello',
    'hey',
    'dear',
    'hiya',
    'ok',
    'okay',
    'sure',
    'yes',
    'well',
    'oh',
    'there',
  ]),
  here: new Set(['here']),
  from: new Set(['from']),
  after: /^(?:from|at|and|but|here|with|please|thanks|thx|thank)$/,
  signed:
    /\b(?:[Rr]egards|[Ww]ishes|[Cc]heers|[Tt]hanks|[Tt]hank you|[Gg]reetings|[Bb]est|[Ss]incerely|[Yy]ours)[,.!]?[ \n]{1,2}(\p{Lu}[\p{L}\p{M}'-]{1,40}(?: \p{Lu}[\p{L}\p{M}'-]{1,40}){0,3})(?=\s*(?:$|[-–—,;.\n\ufffc/(]))/u,
  labelled: /(?:^|[\n,;] ?)(?:full )?name ?[:=] ?([^\n,;:@]{1,80})/i,
  notNames: NOT_A_NAME,
  notEndings: /(?:ing|ed|ly|ful|ive|able|tion)$/,
  nouns: /(?!)/,
  lead: /^(?:(?:sure|yes|ok|okay|well|of course|hi|hello|it's|its|it is|i'm|i am|im|my name is|name(?: is)?:?|just|just call me)[,.!]? ){1,3}/i,
  tail: /,? (?:here|please|thanks|thank you|thx|lg|vg|is (?:fine|ok|okay|enough|good)|will do|works)[.!]?$/i,
  joint: / (?:and|&|\+) /,
};

export const companies: CompanyWords = {
  sure: phrases(
    [
      "i work for|i work at|we work for|i'm working for|i'm working at|working for|work for|on behalf of|i represent|representing",
      "we are called|we're called|our company is called|my company is called|our company is|my company is|the company is|company is|company name is|our business is called|my business is called",
      "i'm with|i am with|i'm at|i am at|employed at|employed by",
    ].join('|'),
  ),
  likely: phrases(
    "i'm from|i am from|we're from|we are from|ceo of|ceo at|cto of|cto at|founder of|founder at|owner of|director of|director at|manager at|marketing at|sales at|head of marketing at",
  ),
  joint: /^(?:from|at|with|of)$/i,
  labelled: /(?:^|[\n,;] ?)(?:company|organi[sz]ation|firm)(?: name)? ?[:=] ?([^\n,;:@]{1,80})/i,
  article: /^the$/i,
  stop: new Set(
    'a an my our your this that it i we you home work school university uni moment least all same office computer beginning start end here there now today tomorrow abroad'.split(
      ' ',
    ),
  ),
  joints: new Set(
    'and but or we i who which that in on with for to as so because my our is are need want looking here now'.split(
      ' ',
    ),
  ),
  inside: /^(?:and|of|the|de|und)$/,
  ownSentence: /^(?:I|I'm|We|My|Our)$/,
  lead: /^(?:it's|its|it is|we are|we're|i'm with|i work (?:for|at)|from|at|for|called|the company is) /i,
};

export const corrections: CorrectionWords = {
  forget:
    /\b(?:delete|remove|forget|erase|don't (?:keep|use|store)|do not (?:keep|use|store))\b.{0,20}\b(?:my|the) (?:\w+ )?(name|e-?mail|phone|number|company|budget)\b/,
  wrong:
    /^(?:(?:no|sorry|oops|wait)[, ]+)?(?:(?:that|this|it|my ((?:\w+ )?(?:name|e-?mail|phone|number|company|budget)(?: address| number)?))(?:'s| is| was|s)? )?(?:wrong|not right|incorrect|not correct|misspelled|misspelt)$/,
  roles: [
    [/name/, 'name'],
    [/e-?mail/, 'email'],
    [/phone|number/, 'phone'],
    [/company/, 'company'],
    [/budget/, 'budget'],
  ],
  cue: /^(?:\*|(?:no|nope|sorry|oops|actually|wait|correction|i meant|i mean|rather|make (?:it|that))(?:[,:.! ]|$))|\b(?:i meant|i mean|should be|it's actually)\b/i,
  leading:
    /^(?:\*|no|nope|sorry|oops|actually|wait|correction|rather|i meant|i mean|it's|its|it is|that's|it should be|should be|make (?:it|that)|my name is)(?:[,:.! ]+|$)/i,
  bareNo: /^(?:no|nope)\b/i,
  surely: /\bit'?s\b|\bi mean/i,
  spelling: / with (?:one|two|a|an|[a-z]{1,2}\b) ?.{0,12}$/i,
  own: /\b(?:my|our) (?:\w+ )?(?:e-?mail|address|phone|number|mobile|name|company|budget)\b/i,
  notMeant: /(?:\bnot|\binstead of|\brather than|\bfrom|\bwrong:?) ?$/i,
  insists: /\b(?:is right|is correct|as i wrote|as typed)\b/,
};
