import type { TimeRule } from '../timeline.ts';
import { timesBy } from './times-by.ts';

export const times: readonly TimeRule[] = timesBy({
  asSoonAsPossible:
    'so (?:bald|schnell|fruh) wie (?:moglich|es geht)|baldmoglichst|schnellstmoglich|moglichst (?:bald|schnell)|asap',
  atOnce: 'sofort|umgehend|ab sofort|dringend|sehr bald|unverzuglich',
  noRush:
    '(?:es |das )?(?:hat |ist )?(?:keine|nicht) eile|eilt nicht|es eilt nicht|nicht eilig|nicht dringend|kein(?:en)? (?:zeitdruck|fester termin)|hat zeit',
  counts: {
    ein: 1,
    eine: 1,
    einem: 1,
    einer: 1,
    eines: 1,
    einen: 1,
    zwei: 2,
    drei: 3,
    vier: 4,
    funf: 5,
    sechs: 6,
    sieben: 7,
    acht: 8,
    neun: 9,
    zehn: 10,
    zwolf: 12,
    'ein paar': 4,
    einigen: 4,
    wenigen: 4,
  },
  units: {
    day: 'tag(?:e[ns]?|s)?',
    week: 'wochen?',
    month: 'monat(?:e[ns]?|s)?',
    quarter: 'quartals?',
    year: 'jahr(?:e[ns]?|s)?',
  },
  within:
    'in(?: den nachsten| etwa| ca\\.?| ungefahr| rund| spatestens)?|innerhalb(?: von| der nachsten)?|binnen|(?:die |den )?nachsten|weniger als|bis zu',
  to: 'bis(?: zu)?|oder',
  moreThan: 'mehr als|uber|nach|langer als|fruhestens in',
  months: [
    'januar|jan|janner',
    'februar|feb',
    'marz|maerz',
    'april',
    'mai',
    'juni',
    'juli',
    'august',
    'september|sept',
    'oktober|okt',
    'november|nov',
    'dezember|dez',
  ],
  by: '(?:bis|vor|im|ab|gegen|zum)(?: anfang| ende| mitte| spatestens)?|anfang|ende|mitte|bis zum|bis spatestens|in diesem|im nachsten',
  seasons: { fruhling: 2, fruhjahr: 2, sommer: 5, herbst: 8, winter: 11 },
  endOf: (unit) =>
    `(?:bis |zum |gegen )?(?:ende|anfang|mitte)(?: de[rs]| diese[rs]| nachste[rns]{1,2}| kommende[rns]{1,2})? ${unit}`,
  next: (unit) =>
    `(?:im |in der |in |irgendwann |ab |noch )?(?:de[rm] )?(?:nachste[nrsm]?|kommende[nrsm]?|diese[nrsm]?) ${unit}`,
  soon: 'heute|morgen|ubermorgen|jetzt|bald|demnachst|zeitnah',
  later:
    'spater|irgendwann|in zukunft|nur (?:schauen|umsehen|informieren)|nur mal umsehen|flexibel|offen|kein datum',
});
