/**
 * The company somebody writes for: "from Acme", "at Acme GmbH", "I work for", "our company is".
 */
import { type Found, type Piece, phrases, startsUpper, startsWith, words } from './text.ts';
import { LEGAL_FORMS, PLACES } from './words.ts';

const COMPANY_SURE: readonly string[][] = phrases(
  [
    "i work for|i work at|we work for|i'm working for|i'm working at|working for|work for|on behalf of|i represent|representing",
    "we are called|we're called|our company is called|my company is called|our company is|my company is|the company is|company is|company name is|our business is called|my business is called",
    "i'm with|i am with|i'm at|i am at|employed at|employed by",
  ].join('|'),
);
const COMPANY_LIKELY: readonly string[][] = phrases(
  "i'm from|i am from|we're from|we are from|ceo of|ceo at|cto of|cto at|founder of|founder at|owner of|director of|director at|manager at|marketing at|sales at|head of marketing at",
);

/** The company in a sentence; `afterName` is where a name just ended, so that "from" and "at" count there. */
export function companyIn(text: string, afterName: number | null): Found | null {
  const tokens = words(text);
  for (let i = 0; i < tokens.length; i += 1) {
    const sure = startsWith(tokens, i, COMPANY_SURE);
    const likely = sure === 0 ? startsWith(tokens, i, COMPANY_LIKELY) : 0;
    const follows = afterName !== null && /^[ ,]{1,2}$/.test(text.slice(afterName, tokens[i]!.start));
    const isJoint = follows && /^(?:from|at|with|of)$/i.test(tokens[i]!.text);
    const length = sure || likely || (isJoint ? 1 : 0);
    if (length === 0) continue;
    const company = companyAt(text, tokens, i + length, sure > 0, isJoint);
    if (company) return company;
  }
  const match = /(?:^|[\n,;] ?)(?:company|organi[sz]ation|firm)(?: name)? ?[:=] ?([^\n,;:@]{1,80})/i.exec(
    text,
  );
  if (!match) return null;
  const start = match.index + match[0].length - match[1]!.length;
  return { value: match[1]!.trim(), start, end: start + match[1]!.trimEnd().length };
}

const COMPANY_STOP = new Set(
  'a an my our your this that it i we you home work school university uni moment least all same office computer beginning start end here there now today tomorrow abroad'.split(
    ' ',
  ),
);

const COMPANY_JOINTS = new Set(
  'and but or we i who which that in on with for to as so because my our is are need want looking here now'.split(
    ' ',
  ),
);

function companyAt(
  text: string,
  tokens: readonly Piece[],
  from: number,
  isSure: boolean,
  isJoint: boolean,
): Found | null {
  let first = from;
  if (tokens[first]?.text.toLowerCase() === 'the') first += 1;
  const head = tokens[first];
  if (!head || COMPANY_STOP.has(head.text.toLowerCase()) || !/\p{L}/u.test(head.text)) return null;
  const isCapital = startsUpper(head.text);
  if (!isCapital && !isSure && !isJoint) return null;
  const run = [head];
  const limit = isCapital ? 6 : isSure ? 3 : 1;
  for (let i = first + 1; i < tokens.length; i += 1) {
    const word = tokens[i]!;
    const gap = text.slice(tokens[i - 1]!.end, word.start);
    const lower = word.text.toLowerCase();
    if (!/^(?: | & |, |\. |-)$/.test(gap) || (/^[,.]/.test(gap) && !LEGAL_FORMS.has(lower))) break;
    const isPart = isCapital
      ? startsUpper(word.text) && lower !== 'i'
      : !COMPANY_JOINTS.has(lower) && run.length < limit;
    const joins =
      /^(?:and|of|the|de|und)$/.test(word.text) && startsUpper(tokens[i + 1]?.text ?? 'x') && isCapital;
    const joinsName = joins && !/^(?:I|I'm|We|My|Our)$/.test(tokens[i + 1]!.text);
    if (!(isPart || joinsName || LEGAL_FORMS.has(lower)) || run.length >= 6) break;
    run.push(word);
  }
  const end = run.at(-1)!.end;
  const value = text.slice(head.start, end);
  if (PLACES.has(value.toLowerCase()) || PLACES.has(`the ${value.toLowerCase()}`)) return null;
  return { value: value.slice(0, 120), start: head.start, end };
}
