/** Names, companies and corrections in German. */
import { phrases } from '../text.ts';
import { list, NOT_A_NAME } from '../words.ts';
import type { CompanyWords, CorrectionWords, NameWords } from './hears.ts';

const NOT_NAMES = list(`
  ab aber ach alle allein alles als also am an andere anfrage angebot anruf auch auf aus bei beim bereits besitzer bin
  bis bitte da daher damit danke dann das dass dem den der des deutsch deutsche deutscher dich die dies diese dir doch
  dort du durch ein eine einem einen einer eines einfach email er erst es etwas euch euro falsch fertig firma frage
  fragen frau freundlich freundlichen frei fur ganz gar geehrte geehrter genau gern gerne gerade geschaftlich gestern
  gruss grusse gut guten habe haben hallo hatte herr heute hier hilfe hin ich ihm ihn ihnen ihr ihre im immer in
  interesse interessiert interessent ist ja jemand jetzt kann kein keine keinen keiner klar kontakt konnen leider
  lieber mail mal man mehr mein meine meinen mich mir mit mitarbeiter mochte montag dienstag mittwoch donnerstag freitag
  samstag sonntag januar februar marz april juni juli august september oktober november dezember morgen muss nach
  nachste nachsten nein neu neue neugierig neukunde nicht nichts nie niemand noch nochmal notiz nummer nun nur ob oder
  offen ohne per person privat privatperson rentner richtig schnell schon schule sehr sein seit sich sicher sie sind so
  sofort sollte spater stimmt suche team telefon termin test tag tschuss um und uns unser unsere unsicher unternehmen
  unterwegs unzufrieden verfugbar verheiratet viel viele vielen vielleicht voll vom von vor wann warum was website weg
  weil welche wenig wenn wer werde wie wieder will wir wo woche wollte wurde zeit zu zufrieden zum zur
  zustandig zuruck zwei ok okay spam scheisse scheiße mist unsinn quatsch krank mude selbststandig angestellt student
  osterreicher schweizer deutscher italiener franzose spanier ceo chef chefin
`);

export const names: NameWords = {
  sure: phrases(
    'mein name ist|mein name lautet|der name ist|name ist|ich heiße|ich heisse|ich heiss|wir heißen|nennen sie mich|nenn mich|nennt mich|hier spricht|hier schreibt|mein vorname ist|mein name',
  ),
  likely: phrases('ich bin|hier ist|das ist|es ist'),
  weak: /^(?:es|das)$/i,
  between: /^(?:die|der|eigentlich|einfach|auch|nur|übrigens)$/i,
  greetings: new Set([
    'hi',
    'hallo',
    'hey',
    'moin',
    'ja',
    'gerne',
    'gern',
    'ok',
    'okay',
    'klar',
    'also',
    'servus',
  ]),
  here: new Set(['hier']),
  from: new Set(['von', 'aus']),
  after: /^(?:von|aus|bei|und|aber|hier|mit|bitte|danke|lg|vg)$/,
  signed:
    /\b(?:[Gg]ru(?:ss|ß)(?:e|en)?|[Dd]anke|[Dd]ank|[Vv][Gg]|[Ll][Gg]|[Mm]f[Gg])[,.!]?[ \n]{1,2}(\p{Lu}[\p{L}\p{M}'-]{1,40}(?: \p{Lu}[\p{L}\p{M}'-]{1,40}){0,3})(?=\s*(?:$|[-–—,;.\n\ufffc/(]))/u,
  labelled: /(?:^|[\n,;] ?)(?:voller |vor- und nach)?name ?[:=] ?([^\n,;:@]{1,80})/i,
  notNames: new Set([...NOT_NAMES, ...NOT_A_NAME]),
  notEndings: /(?:lich|isch|bar|sam|los|haft|iert|end|ung|heit|keit)$/,
  nouns:
    /(?:arzt|leiter|inhaber|fuhrer|meister|handler|kund|berater|entwickler|besitzer|betreiber|grunder|unternehmer|lehrer|anwalt|anwalt|makler|mieter|fotograf|designer|architekt|ingenieur|verkaufer|friseur|student|trainer|therapeut|handwerker|hersteller|veranstalter|manager|assistent|mitarbeiter|kollege|partner|freiberufler)(?:e|in)?$|(?:.heit|.keit|.schaft|.ung|.tion|bereich|verein|betrieb)$/,
  lead: /^(?:(?:ja|gerne?|klar|ok|okay|also|hallo|hi|guten tag|ich bin(?: die| der)?|ich bins|bin(?: die| der)?|(?:vor|nach)?name(?: ist)?:?|hei(?:ss|ß)e|gestatten|na gut|vg|lg|mfg|mit freundlichen gr(?:u|ü)(?:ss|ß)en|ich hei(?:ss|ß)e|mein name ist|einfach|nenn(?:en sie|t)? mich(?: einfach)?|das ist|es ist|hier ist)[,.!]? ){1,3}/i,
  tail: /,? (?:hier|bitte|danke|lg|vg|mein name|reicht|genügt|ist (?:ok|okay|gut|in ordnung))[.!]?$/i,
  joint: / (?:und|&|\+) /,
};

export const companies: CompanyWords = {
  sure: phrases(
    'ich arbeite fur|ich arbeite bei|wir arbeiten fur|arbeite bei|arbeite fur|im auftrag von|im auftrag der|ich vertrete|unsere firma heißt|unsere firma heisst|unsere firma ist|meine firma heißt|meine firma heisst|meine firma ist|unser unternehmen heißt|unser unternehmen ist|die firma heißt|die firma ist|firma ist|von der firma|bei der firma|von firma',
  ),
  likely: phrases(
    'ich bin bei|ich bin von|wir sind von|wir sind bei|ich komme von|inhaber von|inhaberin von|inhaber der|inhaberin der|geschaftsfuhrer von|geschaftsfuhrer der|geschaftsfuhrerin von|geschaftsfuhrerin der|grunder von|grunderin von',
  ),
  joint: /^(?:von|bei|aus)$/i,
  labelled: /(?:^|[\n,;] ?)(?:firma|unternehmen|firmenname) ?[:=] ?([^\n,;:@]{1,80})/i,
  article: /^(?:der|die|das|dem|den|firma)$/i,
  stop: list(`
    einem einer einen ein eine mir meiner meinem ihrer ihnen ihrem uns euch dir hier dort heute morgen jetzt hause
    zuhause daheim arbeit interesse bedarf fragen anfang vorne der die das dem den mindestens etwa ca rund ungefahr
  `),
  joints: list(
    'und aber oder wir ich die der das in auf mit fur zu als weil meine unsere ist sind brauchen suchen jetzt hier',
  ),
  inside: /^(?:und|of|der|für|and|de)$/,
  ownSentence: /^(?:Ich|Wir|Mein|Meine|Unser|Unsere)$/,
  lead: /^(?:das ist|es ist|wir sind|ich bin (?:bei|von)|ich arbeite (?:bei|fur)|von|bei|fur|die firma (?:hei(?:ss|ß)t|ist)|unsere firma (?:hei(?:ss|ß)t|ist)) /i,
};

const DETAIL =
  '(?:vor|nach)?namen?|e-?mail(?:-?adresse)?|mail(?:-?adresse)?|telefon(?:nummer)?|handy(?:nummer)?|nummer|firma|budget';

export const corrections: CorrectionWords = {
  forget: new RegExp(
    `^(?=.{0,200}\\b(?:losch(?:en?|t)|entfern(?:en?|t)|vergessen|vergiss|streich(?:en?|t))\\b).{0,200}?\\bmeine?[nr]? (${DETAIL})\\b`,
  ),
  wrong: new RegExp(
    `^(?:(?:nein|sorry|ups|oh|moment)[, ]+)?(?:(?:das|es|meine? (${DETAIL}))(?: ist| war)? )?(?:falsch|nicht richtig|nicht korrekt|verkehrt|stimmt nicht|falsch geschrieben)$`,
  ),
  roles: [
    [/mail/, 'email'],
    [/telefon|nummer|handy/, 'phone'],
    [/firma/, 'company'],
    [/budget/, 'budget'],
    [/name/, 'name'],
  ],
  cue: /^(?:\*|(?:nein|ne|nee|sorry|entschuldigung|ups|eigentlich|moment|korrektur|ich meinte|ich meine|doch)(?:[,:.! ]|$))|\b(?:ich meinte|ich meine)\b/i,
  leading:
    /^(?:\*|nein|ne|nee|sorry|entschuldigung|ups|eigentlich|moment|korrektur|ich meinte|ich meine|doch|es ist|es sind|das ist|mein name ist|ich hei(?:ss|ß)e)(?:[,:.! ]+|$)/i,
  bareNo: /^(?:nein|ne|nee)\b/i,
  surely: /\b(?:es ist|ich hei(?:ss|ß)e|ich mein)/i,
  spelling: / mit (?:einem|einer|zwei|nur einem|doppel-?|[a-z]{1,2}\b) ?.{0,12}$/i,
  own: new RegExp(`\\bmeine?[nr]? (?:\\S+ )?(?:${DETAIL}|adresse)\\b`, 'i'),
  notMeant: /(?:\bnicht|\bstatt|\banstatt|\bfalsch:?) ?$/i,
  insists: /\b(?:ist richtig|stimmt so|so stimmt|ist korrekt|wie geschrieben)\b/,
};
