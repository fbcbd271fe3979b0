/**
 * Word lists: what is no name, what carries no meaning of its own, which places the runtime knows.
 */
import { fold } from './text.ts';

/** Words between spaces. */
export const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that follow "I'm" or stand alone in answers without being anybody's name. */
export const NOT_A_NAME = list(`
  lol np nvm thx lg vg mfg slt bsr jsp bof svp cdt cordialement preferably
  a about able actually afraid after again ai all almost already also always am an and any anyone anything are around as
  ask asking at available away back based be because been before best better big bit both bot business busy but buy by
  bye call can cannot cant ceo certain chat check cheers ciao cto client coming company completely confused consultant
  contact contacting cost could curious currently customer dear decline demo designer developer did director do does doing
  don't done dont down each either else email e-mail employee engineer enough even ever every exactly excited expecting
  fairly familiar feel few fine first for founder freelancer from full fully getting give glad go going good goodbye
  great greetings had hang happy has hate have he head hello help her here hey hi him his hiya hmm home hoping how i
  i'd i'll i'm i've idea if im in inc indeed info information interested into is it it's its just keen keep kind know
  last later least less let like little located long looking lost lot love maam made maintaining manager marketing
  maybe me mean message mine more morning most mostly much must my nah need new next nice no nobody none nope not
  nothing now number of off ok okay old on once one only open opening or other our out over owner part partner pass
  people perhaps person phone planning please pleased pm possible prefer pretty price probably question quite quote
  rather ready really regards responsible right sales same say searching see self-employed send serious she should sick
  simply sir skip so some somebody someone something soon sorry speak stop still student stuck stupid such super supposed
  sure tell test testing thank thanks that that's the their them then there these they thing think this those tired to
  today tomorrow too trying two um unable under unfortunately unsure until up us using very visiting wait waiting want
  was we we're website well were what what's whatever when where which who whom why wife willing with without
  wondering won't work working worried would wrong yeah yep yes yesterday yet yo you you're your yup
  evening afternoon night everyone team guys folks whats asap budget dollars euros monday tuesday wednesday thursday
  friday saturday sunday january february april june july august september october november december null undefined
  ignore previous instructions select drop table script alert function private secret anonymous
  instead back anytime directly whenever asap straight maybe later tonight
  annoying awful bad boring broken crap garbage horrible idiotic incredible insane joke mad nonsense pathetic pointless
  ridiculous rubbish scam shit silly sucks terrible trash unacceptable unbelievable useless weird worst worthless
  american canadian british english irish scottish german french italian spanish portuguese dutch belgian swiss austrian
  polish czech swedish norwegian danish finnish greek turkish russian ukrainian indian chinese japanese korean australian
  mexican brazilian african european asian arab egyptian
  fuck fucking shit bitch asshole idiot
`);

/** Surnames carry these in lower case. */
export const NAME_PARTICLES = list(
  'von van de da dos das del della di du la le bin bint ibn al el y der den ter te zu of ap af av',
);

export const TITLES = list(`
  dr mr mrs ms miss prof professor sir madam herr frau señor señora señorita senor senora senorita sr sra srta
  monsieur madame mademoiselle mme mlle السيد السيدة الدكتور الدكتورة
`);

/** First names that end like verbs. */
export const VERBLIKE_NAMES = list(
  'ahmed ahmad mohammed muhammed mohamed mohammad ed ted ned fred alfred jared reed saeed sayed syed waleed khaled hamed',
);

export const LEGAL_FORMS = list(`
  gmbh ag kg ug mbh inc ltd llc llp plc corp corporation co company limited bv nv sa sarl sas srl spa ab oy as aps kft
  pty group holding studio agency consulting solutions partners labs
`);

/** Words that say nothing about a need once details have been taken out of a sentence. */
export const FILLER = list(`
  hi hello hey there good morning evening afternoon my name is i'm im i am this from at email e-mail mail phone number tel
  telephone mobile whatsapp call me reach you can and or about around approx roughly budget it it's its here please
  thanks thank our we have a an the to by with contact address so ok okay well yes no yeah sure just on under for be
  write or also too company work in are we're have has got up max maximum best regards kind cheers ideally preferably hopefully maybe probably
  possibly latest ceo cto cfo
  founder co-founder owner usd eur gbp chf euro
  euros dollar dollars pounds director manager head of
`);

/** Words that announce a wish without saying which. */
export const VAGUE = list(`
  need want help question questions info information support assistance quick some any ask something i'd would like
  could know more little quote offer estimate bit got someone people team looking for get advice
`);

/** Words without weight when a question is compared with the site's own questions. */
export const STOPWORDS = list(`
  a about all also am an and any are as at be been but by can could did do does for from get give got had has have he
  her here hi hello him his how i if in into is it its just know let like may me more my need no not of on one or our
  out please she should so some something tell than thank thanks that the their them then there these they this those
  to too up us want was we were what when which who whom why will with would you your i'm you're what's it's is's don't
  does doesn't anything there's i'd i've hey ok okay much many long question
  make offer provide sell available possible guys
`);

/** Countries by their English names and cities by the names of time zones, from the runtime's own locale data. */
export const PLACES: ReadonlySet<string> = new Set([...countryNames('en'), ...zoneCities(), ...moreCities()]);

/** The same with the countries' names in another language, as they are and without accents. */
export function placesIn(language: string): ReadonlySet<string> {
  const names = countryNames(language);
  return new Set([...PLACES, ...names, ...names.map(fold)]);
}

function countryNames(language: string): string[] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap((first) => letters.map((second) => names.of(first + second)))
    .filter((name) => name !== undefined)
    .map((name) => name.toLowerCase());
}

function zoneCities(): string[] {
  return Intl.supportedValuesOf('timeZone').map((zone) =>
    zone
      .slice(zone.lastIndexOf('/') + 1)
      .replaceAll('_', ' ')
      .toLowerCase(),
  );
}

function moreCities(): string[] {
  return `usa us uk england scotland wales munich hamburg cologne frankfurt stuttgart leipzig barcelona valencia milan
    florence naples turin porto lyon marseille geneva basel salzburg graz rotterdam utrecht antwerp manchester
    birmingham liverpool glasgow edinburgh leeds bristol boston seattle houston dallas austin miami philadelphia
    atlanta washington mumbai delhi bangalore shanghai beijing osaka kyoto montreal ottawa texas california florida
    europe africa asia bavaria`
    .split(/\s+/)
    .concat([
      'san francisco',
      'new york',
      'nyc',
      'san diego',
      'las vegas',
      'rio de janeiro',
      'the netherlands',
    ]);
}
