import { amountsBy } from '../numbers.ts';
import { list, placesIn } from '../words.ts';
import { companies, corrections, names } from './de-details.ts';
import { talk } from './de-talk.ts';
import { times } from './de-times.ts';
import type { Hears } from './hears.ts';

const UNITS =
  'null ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn'.split(
    ' ',
  );
const TENS = 'zwanzig dreißig vierzig funfzig sechzig siebzig achtzig neunzig'.split(' ');
/** "fünfundzwanzig", "zweitausendfünfhundert": longer words before those they begin with. */
const PARTS = [...UNITS.toReversed(), 'dreissig', ...TENS, 'hundert', 'tausend', 'und']
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replace('funf', 'f(?:ü|u|ue)nf').replace('zwolf', 'zw(?:ö|o|oe)lf'))
  .join('|');
const COMPOUND = new RegExp(`(?<![\\p{L}])(?:${PARTS}){2,9}(?![\\p{L}])`, 'giu');
const PART = new RegExp(PARTS, 'giu');

/** Compounds as separate words, with the tens before the units. */
function takeApart(text: string): string {
  return text.replace(COMPOUND, (word) => {
    const parts = word.match(PART) ?? [];
    const ordered: string[] = [];
    for (const [i, part] of parts.entries()) {
      if (part.toLowerCase() === 'und') continue;
      const isBehind = parts[i - 1]?.toLowerCase() === 'und' && /(?:zig|ßig|ssig)$/i.test(part);
      if (isBehind) ordered.splice(-1, 0, part);
      else ordered.push(part);
    }
    return ordered.join(' ');
  });
}

export const german: Hears = {
  talk,
  names,
  companies,
  corrections,
  wishes: {
    cue: /\b(?:ich|wir) (?:\S+ )?(?:brauchen?|benotigen?|suchen?|mochten?|will|wollen|hatten? gerne?|planen?|interessieren? (?:mich|uns)|wunschen?)\b|\b(?:brauchen?|benotigen?|suchen?|mochten?|hatten? gerne?) (?:ich|wir)\b|\b(?:auf der suche nach|interesse an|interessiert an|hilfe bei|angebot fur|brauche|benotige|suche)\b/i,
    notWish:
      /\b(?:mochten?|will|wollen|muss|mussen) .{0,40}\b(?:uberlegen|nachdenken|uberspringen|aufhoren|angerufen werden|nicht|wissen|andern|korrigieren|telefonieren|(?:sprechen|reden)\b)|\bbrauche (?:noch )?(?:zeit|bedenkzeit)\b|\b(?:brauche|will|mochte) (?:ich )?(?:das )?(?:nicht|kein)/,
    about: / (?:über|ueber|wegen|zum thema) /i,
    instead: /\b(?:eigentlich|stattdessen|statt|ich mein(?:te|e)|doch|lieber|sondern)\b/i,
    request:
      /\b(?:konnen|konnten|wurden) sie\b(?! (?:mir (?:sagen|erklaren)|mich|das wiederholen))|\bkonnt ihr\b|\b(?:bieten|verkaufen|machen|bauen|reparieren|installieren|haben|liefern|helfen|arbeiten|erstellen) sie\b|\bist es moglich\b/i,
    leadIn:
      /^(?:(?:hi|hallo|hey|guten (?:tag|morgen|abend)|und|aber|also|auch|oder)(?: zusammen)?[,.! ]+){1,4}/i,
    introduction:
      /^(?:(?:hi|hallo|hey|guten (?:tag|morgen|abend)|moin),? )?(?:(?:ich bin(?: die| der)?|ich hei(?:ss|ß)e|mein name ist|hier ist|hier spricht|das ist) )?\ufffc+(?: hier)?(?: (?:von|bei|aus)(?: (?:der|dem|firma)){0,2} \ufffc+)?(?:,? und|,| -)? ?/i,
    fromPlace: /^(?:aus|in|von|bei) /,
    places: placesIn('de'),
    joined: /^(?:(?:und|also|aber|weil|denn|ok|okay|ja|klar|gut|hi|hallo)[ ,]+){1,3}(?=\S)/i,
    filler: list(`
      hallo hi hey guten tag morgen abend moin mein meine name ist ich bin wir sind heiße heisse von aus bei der die das dem den
      e-mail email mail adresse e-mail-adresse telefon telefonnummer nummer handy handynummer mobil whatsapp tel rufen sie
      mich uns an erreichen erreichbar unter per und oder etwa ca circa rund ungefahr ungefaehr budget es hier bitte
      danke vielen dank schon unser unsere habe haben ein eine einen um zu mit fur ok okay gut ja nein nur auf auch firma
      unternehmen arbeite max maximal maximum liegt betragt gruß gruss gruße grusse freundlichen freundliche liebe am besten
      vielleicht gerne gern moglichst ideal idealerweise spatestens inhaber inhaberin grunder geschaftsfuhrer euro eur usd chf
      dollar franken so im
    `),
    vague: list(`
      brauche brauchen benotige hilfe frage fragen eine einige information informationen infos beratung unterstutzung etwas
      mochte mochten hatte hatten wurde wurden gerne wissen mehr angebot kostenvoranschlag anfrage suche suchen jemanden
      jemand rat ihre ihr anliegen konnen konnten kann konnte sie mir uns helfen weiterhelfen
    `),
    asksYesOrNo:
      /^(?:haben|hatten|sind|ist|mochten|wollen|wunschen|konnen|sollen|soll|darf|durfen|wird|werden|brauchen|benotigen|gibt|kommt|kommen)\b/i,
  },
  money: {
    cue: /\b(?:budget|ausgeben|zahlen|bezahlen|investieren|kosten|preis)/i,
    after:
      /^\s*(?:$|[,.;!?)\ufffc]|(?:oder|und|fur|bis|in|im|max|maximal|insgesamt|budget|hochstens|pro|aber|ware|waren|zur|etwa|ungefahr|als|ich|wir|wenn|da|das|denk|glaub|gesamt|netto|brutto|haben|habe)\b)/i,
    period: /^(?: ?\/ ?| pro | je )\p{L}+| im (?:monat|jahr|tag)\b/iu,
    currency: /[$€£¥₹]|euro|eur|dollar|usd|pfund|gbp|chf|franken/i,
    amounts: amountsBy({
      below: 'unter|bis zu|bis|maximal|hochstens|nicht mehr als|weniger als',
      above: 'uber|mehr als|mindestens|ab',
      between: 'zwischen|von',
      to: 'bis|oder',
      and: 'und',
      scales: String.raw`k|tsd\.?|tausend|millionen|million|mio\.?`,
      currencies: 'euro|eur|dollar|usd|chf|franken|sfr|pfund',
    }),
    words: {
      units: new Map([
        ...UNITS.map((word, value) => [word, value] as const).filter(([word]) => word !== 'ein'),
      ]),
      tens: new Map([...TENS.map((word, i) => [word, (i + 2) * 10] as const), ['dreissig', 30] as const]),
      scales: new Map([
        ['hundert', 100],
        ['tausend', 1000],
        ['million', 1_000_000],
        ['millionen', 1_000_000],
      ]),
      and: 'und',
      article: ['ein', 'eine', 'einen'],
      areScalesAlone: true,
      prepare: (text) => takeApart(text.replace(/\b(?:eine )?halbe million\b/gi, '500000')),
    },
  },
  times,
  choices: {
    ordinals: 'erste zweite dritte vierte funfte sechste siebte achte neunte zehnte'.split(' '),
    last: 'letzte',
    place: /^(?:(?:nummer|option|antwort|nr|die|das) ?)?(\d{1,2})$/,
    ordinal: /^(?:die |das |der |den )?(\w{4,7}?)[nrs]?(?: option| antwort| moglichkeit)?$/,
    yes: 'ja',
    no: 'nein',
  },
  topics: {
    same: [
      ['preis', 'kosten', 'kostet', 'gebuhr', 'teuer', 'tarif', 'honorar', 'billig', 'preisliste'],
      ['zahlung', 'zahlen', 'bezahlen', 'karte', 'rechnung', 'paypal', 'raten', 'uberweisung'],
      ['offnungszeiten', 'offen', 'geoffnet', 'offnen', 'geschlossen', 'schließen', 'schliessen'],
      ['standort', 'adresse', 'wo', 'buro', 'liegt', 'finden', 'anfahrt', 'befindet'],
      ['dauer', 'lange', 'dauert', 'schnell', 'lieferzeit'],
      ['lieferung', 'liefern', 'versand', 'versenden'],
      ['ruckgabe', 'stornieren', 'stornierung', 'ruckerstattung', 'kundigen'],
      ['garantie', 'gewahrleistung'],
    ],
    askedBy: [
      [/\bwie ?viel\b(?! zeit)|\bwas (?:kostet|zahl|muss .{0,20}zahlen)/, 'preis'],
      [/\bwie (?:lange|schnell|bald)\b/, 'dauer'],
      [/\bwo\b/, 'standort'],
    ],
    stopwords: list(`
      ab aber alle als also am an auch auf aus bei beim bin bis bitte da danke das dass dem den denn der des die dies diese
      doch du ein eine einem einen einer eines er es etwas fur gibt haben habe hat hallo ich ihr ihre ihnen ihren ihrer im in
      ist ja kann konnen konnte kein keine man mehr mein meine mich mir mit muss nach nicht noch nur ob oder sehr sein sich
      sie sind so uber um und uns unser unsere vom von vor was wann welche welchen welcher welches wenn wer werden wie wir
      wird wo wollen wurde zu zum zur man machen bieten anbieten guten tag hallo viel eigentlich denn gerne mochte wurden
      haben habt euer eure ihr frage
    `),
    // Enough of German endings to bring "Website", "Websites" and "Preis", "Preise", "Preisen" together.
    stem: (word) => (word.length < 5 ? word : word.replace(/(?:ungen|ern|en|er|es|em|e|n|s)$/, '')),
  },
};
