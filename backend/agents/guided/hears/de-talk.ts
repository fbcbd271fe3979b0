import type { Talk } from './hears.ts';

const DETAIL =
  'telefonnummer|telefon|nummer|handynummer|handy|e-?mail|mail|adresse|(?:e-?)?mail-?adresse|budget|festes budget|namen?|firma|unternehmen|anrufe';
const TELLING =
  'sagen|angeben|nennen|verraten|teilen|mitteilen|preisgeben|geben|herausgeben|rausgeben|beantworten';

export const talk: Talk = {
  clauses: [
    [
      'greeting',
      /^(?:hallo+|hallochen|hi|hey|hey na|huhu|tach|nabend|mahlzeit|moin(?: moin)?|moinsen|servus|gruezi|gru(?:ss|ß) gott|guten (?:tag|morgen|abend)|schonen guten tag)(?: zusammen| liebes team)?$/,
    ],
    [
      'thanks',
      /^(?:(?:ok|okay|super|prima|gut|alles klar) )?(?:danke|dankeschon|(?:vielen|besten|herzlichen|lieben)(?: lieben)? dank|merci)(?: (?:schon|sehr|ihnen|fur .{1,60}|im voraus))?$/,
    ],
    [
      'bye',
      /^(?:tschuss+|tschus|tschau|auf wiedersehen|auf wiederhoren|bis (?:dann|bald|spater|morgen)|(?:einen )?schonen (?:tag|abend|feierabend)(?: noch)?|schones wochenende|gute nacht|(?:nein )?das (?:ist|war|ware)(?: jetzt| dann)? alles.{0,20}|das war'?s.{0,20}|mehr nicht)$/,
    ],
    [
      'yes',
      /^(?:j|ja|jo|jep|jawohl|klar|na klar|gerne?|sehr gerne?|sicher|naturlich|selbstverstandlich|genau|richtig|stimmt|(?:ja )?das (?:stimmt|passt|ist richtig)|korrekt|passt|in ordnung|gut|sehr gut|alles klar|super|prima|toll|einverstanden|von mir aus|warum nicht|verstehe|ja (?:gerne?|bitte|genau|klar|stimmt))$/,
    ],
    [
      'no',
      /^(?:n|ne|nee|no|nein|nein danke|eher nicht|auf keinen fall|nicht wirklich|leider nein|leider nicht)$/,
    ],
    [
      'refuse',
      /^(?:bitte )?(?:(?:konnen wir (?:das|die frage) )?uberspringen|(?:das |die frage )?uberspringen(?: wir)?|weiter|nachste frage|die nachste|keine?s?|nichts|jetzt nicht|nicht jetzt|gerade nicht|(?:vielleicht |lieber )?spater|keine angaben?|lieber nicht|ungern|mochte ich nicht|will ich nicht|muss nicht sein|egal)$/,
    ],
    [
      'refuse',
      new RegExp(
        `^(?:das |die |den )?(?:ich |wir )?(?:mochte|will|wurde|mag|kann|werde|mochten|wollen)(?: ich| wir)? .{0,40}nicht (?:${TELLING}).{0,30}$`,
      ),
    ],
    [
      'refuse',
      /^(?:das )?(?:ich )?(?:gebe|sage|verrate|nenne)(?: ich)? .{0,40}(?:nicht|ungern|keine).{0,40}$/,
    ],
    [
      'refuse',
      new RegExp(
        `^(?:(?:ich |wir )?hab(?:en?)? (?:ich |wir )?(?:noch |leider )?)?(?:kein(?:e|en|s|es)?)(?: (?:${DETAIL}))?(?: bitte)?$|^hab(?:e|en)? (?:ich|wir) (?:noch |leider )?nicht$`,
      ),
    ],
    [
      'refuse',
      /^(?:das (?:ist|ware) (?:mir )?(?:zu |sehr )?)?(?:privat|personlich|vertraulich|geheim)$|^(?:das )?geht (?:sie|euch|dich|niemanden) nichts an$/,
    ],
    [
      'refuseAll',
      /^(?:bitte )?(?:stopp?|aufhoren|hor(?:en sie)? (?:bitte )?auf.{0,30}|lass(?:en sie)? mich(?: bitte)? in ruhe|keine (?:weiteren )?fragen(?: mehr)?|genug (?:gefragt|fragen)|zu viele fragen|ich (?:mochte|will|gebe) (?:ihnen )?(?:gar )?keine (?:daten|kontaktdaten|angaben|personlichen daten|fragen).{0,40})$/,
    ],
    [
      'unsure',
      /^(?:(?:ich |das )?wei(?:ss|ß)(?: ich)?(?: es| das)?(?: leider| jetzt| gerade)?(?: noch)? nicht(?: genau| so genau)?|keine ahnung|(?:das )?kommt (?:ganz )?(?:darauf|drauf) an|mal sehen|(?:ich bin |bin )?(?:mir )?(?:da )?(?:noch )?(?:nicht sicher|unsicher|unentschlossen)|(?:das ist |ist )?noch offen|vielleicht|schwer zu sagen|noch nicht(?: entschieden)?|(?:das )?muss ich (?:mir )?(?:erst |noch )?uberlegen|unklar)$/,
    ],
    [
      'browsing',
      /^(?:ich )?(?:(?:schaue?|gucke?|sehe) (?:mich )?(?:hier )?(?:nur|blo(?:ss|ß))(?: mal)?(?: ein bisschen| ein wenig)?(?: um)?|(?:(?:will|mochte) (?:mich )?)?(?:nur|blo(?:ss|ß))(?: mal)? (?:schauen|gucken|umsehen|stobern|umschauen))$/,
    ],
    [
      'preferPhone',
      /^(?:(?:mir )?(?:lieber|besser)(?: per| am)? (?:telefon|telefonisch|anruf|whatsapp)|(?:bitte )?(?:rufen sie|ruft) (?:mich|uns) (?:bitte |lieber |einfach |doch )*(?:an|zuruck)|(?:nur |bitte )?(?:per telefon|telefonisch)(?: bitte)?|telefonisch (?:ist|ware) (?:mir )?(?:besser|lieber))$/,
    ],
    [
      'preferEmail',
      /^(?:(?:lieber|besser|nur|bitte)(?: nur| bitte)? (?:per |via )?(?:e-?mail|mail)|per (?:e-?mail|mail)(?: reicht| bitte)?|(?:e-?mail|mail) (?:reicht|genugt|ist (?:mir )?(?:besser|lieber)).{0,10})$/,
    ],
    ['yes', /^(?:kein (?:problem|ding)|passt(?: schon)?|alles gut)$/],
    [
      'refuse',
      /^(?:(?:das ist |ist )?(?:gar )?nicht (?:so )?(?:notig|wichtig|notwendig|erforderlich)|(?:das )?brauch(?:e|t|en)? (?:ich|es|man|wir)(?: das)? nicht|(?:das )?spielt keine rolle|lassen (?:sie|wir) (?:das|es)|vergessen sie(?: es| das)?|ohne (?:e-?mail|mail|telefon|namen?))$/,
    ],
    ['refuseAll', /^(?:ich habe |wir haben )?kein interesse$|^(?:ich bin |wir sind )?nicht interessiert$/],
    ['refuse', /^anonym$/],
  ],
  sentences: [
    [
      'who',
      /\b(?:bist du|sind sie|seid ihr|ist das|(?:spreche|schreibe|rede|chatte) ich)\b.{0,40}\b(?:bot|chatbot|roboter|mensch(?:en)?|echt|echte[rsn]?|person|ki|maschine|computer|automat|chatgpt)\b/,
    ],
    [
      'who',
      /^(?:und )?wer (?:bist du|sind sie)\b.{0,15}$|^wie (?:hei(?:ss|ß)en sie|hei(?:ss|ß)t du)$|^(?:mit wem|wem) (?:spreche|schreibe|rede|chatte) ich\b.{0,25}$/,
    ],
    [
      'person',
      /\bmit (?:einem|einer|jemand(?:em)?|ihrem|ihrer|dem)\b.{0,30}\b(?:sprechen|reden|telefonieren|chatten|verbinden|verbunden|verbindung)\b/,
    ],
    [
      'person',
      /\b(?:konnen|konnten|wurden) sie mich (?:bitte )?(?:an|zuruck)rufen\b|\brufen sie mich\b.{0,15}\b(?:an|zuruck)\b|^(?:ich )?(?:bitte um|mochte|wunsche|hatte gerne?)(?: einen| ihren)? ruckruf(?: bitte)?$|\b(?:kann|konnte) mich (?:bitte )?jemand .{0,20}(?:anrufen|zuruckrufen|kontaktieren)\b/,
    ],
    [
      'person',
      /^(?:ich (?:will|mochte|brauche) |bitte )?(?:einen? )?(?:echte[rn]? |richtige[rn]? )?(?:mensch(?:en)?|mitarbeiter(?:in)?|ansprechpartner(?:in)?|berater(?:in)?|person)(?: bitte| sprechen)?$/,
    ],
    [
      'why',
      /^(?:aber |und |hm )?(?:warum|wieso|weshalb|wozu|wofur)(?: das| denn| denn das| ist das wichtig)?$/,
    ],
    [
      'why',
      /\b(?:warum|wieso|weshalb|wozu|wofur) (?:brauchen|wollen|wollt|willst|fragen|fragt|mochten|mochtet|benotigen|wird|braucht|brauchst)\b.{0,60}$/,
    ],
    ['why', /\b(?:warum|wieso|wozu|weshalb) (?:soll|muss|sollte) ich\b.{0,80}$/],
    [
      'why',
      /^(?:ist das|muss das|muss ich das) (?:wirklich |denn )?(?:notig|notwendig|sein|erforderlich|angeben)$/,
    ],
    [
      'privacy',
      /\bwas (?:passiert|geschieht|machen sie|macht ihr) (?:denn )?mit (?:meinen|meiner|den|meinem)\b/,
    ],
    [
      'privacy',
      /\b(?:datenschutz|dsgvo|personliche[nr]? daten|meine[nr]? daten|spam|vertraulich|ist das sicher)\b/,
    ],
    [
      'how',
      /^(?:hallo |hi |hey )?wie geht(?:'?s| es)(?: ihnen| dir| euch)?.{0,12}$|^(?:hallo )?(?:sind sie (?:noch )?da|bist du (?:noch )?da|ist (?:da|hier) (?:jemand|wer)|jemand da)$/,
    ],
    [
      'hostile',
      /\b(?:schei(?:ss|ß)e?|bullshit|arschloch|idiot(?:en)?|verpiss dich|fick dich|halt die klappe|fuck)\b/,
    ],
  ],
  whole: [
    [
      'nothing',
      /^(?:(?:nein )?(?:bitte )?(?:warten sie|warte|moment|einen (?:moment|augenblick)|eine sekunde)(?: bitte| mal)?|(?:ich )?muss (?:ich )?(?:kurz |erst )?(?:nachdenken|uberlegen|nachsehen|nachschauen)|(?:das )?(?:hab|habe) ich (?:doch |ihnen )?(?:schon|bereits|gerade) (?:gesagt|geschrieben|angegeben|beantwortet)|was|wie|hae*|haa*|wie bitte|was bitte|entschuldigung|was (?:meinen sie|meinst du|heisst|bedeutet)(?: (?:das|damit))?|(?:das )?(?:versteh(?:e)?|kapier(?:e)?) (?:ich )?nicht|ich (?:versteh(?:e)?|kapier(?:e)?)(?: das| sie)? nicht)$/,
    ],
    [
      'later',
      /^(?:(?:ok|okay|nein|danke|nein danke|na gut) )?(?:(?:vielleicht |eventuell )?(?:spater|ein (?:anderes|andermal)(?: mal)?|ein andermal|nachstes mal)|(?:jetzt |gerade )?nicht jetzt|jetzt nicht|(?:ich )?melde mich (?:spater|wieder))$/,
    ],
  ],
  correction:
    /^(?:nein|ne|nee|sorry|entschuldigung|ups|moment|korrektur|ich meine|ich meinte|falsch|quatsch)\b|\b(?:ich meinte|ich meine|eigentlich|korrektur|stattdessen|ist falsch|war falsch|stimmt nicht|nicht richtig|tippfehler|vertippt|andern sie|nicht .{1,60} sondern)\b|^\*/,
  politeBefore:
    /^(?:nein danke|danke aber|tut mir leid aber|tut mir leid|sorry|na ja|naja|hm+|aber|und|also|ehrlich gesagt|ok|okay|bitte|eigentlich|ach|nein|leider) (?=\S)/,
  politeAfter:
    / (?:bitte|danke|danke schon|vielen dank|sorry|ehrlich gesagt|wenn moglich|erst ?mal|vorerst)$/,
  asking:
    /^(?:(?:und|aber|also|ok|okay|hallo|hi|guten tag|entschuldigung|sorry|bitte|danke|ubrigens|noch eine frage),? ){0,3}(?:wie (?:viel|viele|teuer|lange|oft|schnell|weit|gro(?:ss|ß)|hoch|ist|sind|kann|konnen|geht|lauft|funktioniert|komme|erreiche)|wieviel|was (?:kostet|kosten|ist|sind|passiert|bieten|machen|haben|beinhaltet|bedeutet|genau|wurde|muss|fur)|wo (?:ist|sind|finde|kann|liegt|befindet)|woher|wann (?:ist|sind|haben|kann|konnen|offnet|offnen|schlie(?:ss|ß)en|konnten)|wer (?:ist|sind|macht|kann)|welche[rsnm]?\b|warum\b|wieso\b|haben sie|habt ihr|gibt es|bieten sie|machen sie|konnen sie|konnten sie|konnt ihr|kann (?:ich|man|mir|mein)|konnte ich|darf ich|sind sie|seid ihr|ist (?:es|das|die|der|eine|ein|ihr)\b|werden sie|arbeiten sie|liefern sie|verkaufen sie|reparieren sie|muss ich|ich (?:wurde|mochte) gerne? wissen|ich wollte fragen|(?:konnen sie mir |bitte )?sagen sie mir)\b/,
};
