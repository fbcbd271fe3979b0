/** What people say in the made-up conversations: ordinary sentences, words of which some are everywhere and some rare. */

/** In fifty messages, however many there are. */
export const RARE_WORD = 'chrysanthemum';
/** In about one message of eight. */
export const COMMON_WORD = 'delivery';
/** Each in about one message of a hundred, together in a few. */
export const TWO_WORDS = ['invoice', 'balcony'] as const;

/** Texts of each side; a message is one of them. */
export const TEXTS = 40_000;
/** The one text with the rare word. */
export const RARE_TEXT = TEXTS;

const VISITOR = [
  'What does it cost with delivery to the second floor?',
  'We are moving our office in spring and need new tables',
  'Do you have this in oak as well?',
  'How long does it take until it arrives?',
  'My colleague recommended you to me',
  'Can somebody call me tomorrow morning?',
  'Yes, please',
  'Is there a showroom where I can look at the chairs?',
];
const ASSISTANT = [
  'Of course. Which rooms is it for, and when do you need it?',
  'The delivery is free from an order of 500 on, and takes about three weeks.',
  'I will pass this to the team. Where can they reach you?',
  'Our showroom is open from Monday to Saturday, nine to six.',
  'We have it in oak, ash and walnut; all of them are oiled by hand.',
  'Thank you! What is your name, please?',
  'You can send it back within 30 days, we collect it at your door.',
  'Is there anything else that I can do for you?',
];
const SYLLABLES = [
  'ba',
  'ren',
  'lo',
  'mi',
  'tas',
  'ku',
  'vel',
  'dor',
  'sha',
  'pin',
  'ge',
  'ost',
  'ul',
  'fra',
  'nek',
];

const list = (texts: readonly string[]) => `ARRAY[${texts.map((text) => `'${text}'`)}]`;
const from = (array: string, number: string) =>
  `(${array})[1 + ((${number}) % cardinality(${array}))::integer]`;
const syllable = (place: number) => from(list(SYLLABLES), `v / ${SYLLABLES.length ** place}`);
/** Few words are met often, most hardly ever. */
const word = (seed: number) => `words.all_words[1 + floor(3300 * power(${share('k', seed)}, 3))::integer]`;

/** A number from 0 up to 1 that is always the same for the same `n`. */
export const share = (n: string, seed: number): string =>
  `((hashint8extended((${n})::bigint, ${seed}) & 1048575) / 1048576.0::float8)`;

/** A table `bench_texts` (is_visitor, k, text). */
export const MAKE_TEXTS = `
  CREATE UNLOGGED TABLE bench_texts AS
    WITH words AS (
      SELECT array_agg(${syllable(0)} || ${syllable(1)} || ${syllable(2)} ORDER BY v) AS all_words
      FROM generate_series(0, 3374) v)
    SELECT is_visitor, k,
      CASE WHEN is_visitor THEN ${from(list(VISITOR), 'k')} ELSE ${from(list(ASSISTANT), 'k')} END
        || ' ' || ${word(1)} || ' ' || ${word(2)}
        || CASE WHEN ${share('k', 3)} < 0.01 THEN ' ${TWO_WORDS[0]}' ELSE '' END
        || CASE WHEN ${share('k', 4)} < 0.01 THEN ' ${TWO_WORDS[1]}' ELSE '' END
        || CASE WHEN k = ${RARE_TEXT} THEN ' ${RARE_WORD}' ELSE '' END AS text
    FROM words, generate_series(0, ${TEXTS}) k, (VALUES (true), (false)) AS side (is_visitor);
  CREATE UNIQUE INDEX ON bench_texts (is_visitor, k);
  ANALYZE bench_texts`;
