/** The plugin's texts reach translators whole, and a translation that would break a page is not released. */
import { expect } from 'chai';
import { mo, po } from 'gettext-parser';
import {
  checkTranslation,
  compilePo,
  entriesOf,
  makeTemplate,
  mergeTranslation,
} from '../../../wp-plugin/build/catalogue.ts';
import { compileJson, compileMo, compilePhp } from '../../../wp-plugin/build/compile.ts';
import { languageProblems } from '../../../wp-plugin/build/languages.ts';
import { textsOfPhp } from '../../../wp-plugin/build/texts-of-php.ts';
import { textsOfScript } from '../../../wp-plugin/build/texts-of-script.ts';

const PHP = `<?php
namespace Parlour;
/* translators: %s: name of a person. */
$a = sprintf( esc_html__( 'Hello, %s', 'parlour' ), $name );
?><p><?php esc_html_e( 'It\\'s here', 'parlour' ); ?></p><?php
$b = _x( 'Post', 'a verb', 'parlour' ) . \\__( 'Settings' ) . __( 'Other', 'woocommerce' );
/* translators: %s: number of leads. */
$c = sprintf( _n( 'one lead', '%s leads', $count, 'parlour' ), $count );
`;
const SCRIPT = `export const Hello = ( { name } ) => (
	<b title={ __( 'A title', 'parlour' ) }>{ sprintf(
		/* translators: %s: name of a person. */
		__( 'Hello, %s', 'parlour' ),
		name
	) }{ wp.i18n.__( 'From afar', 'parlour' ) }</b>
);
`;

describe('the texts of the plugin', () => {
  const texts = [...textsOfPhp('a.php', PHP), ...textsOfScript('b.js', SCRIPT)];
  const template = makeTemplate(texts);

  it('are found in PHP and scripts, with their contexts, plurals, places and notes for translators', () => {
    const found = entriesOf(template).map(({ msgid, msgid_plural, msgctxt, comments }) =>
      [msgctxt, msgid, msgid_plural, comments?.extracted, comments?.reference].filter(Boolean).join(' | '),
    );
    expect(found).to.have.members([
      'Hello, %s | translators: %s: name of a person. | a.php:4\nb.js:4',
      "It's here | a.php:5",
      'a verb | Post | a.php:6',
      'one lead | %s leads | translators: %s: number of leads. | a.php:8',
      'A title | b.js:2',
      'From afar | b.js:6',
    ]);
  });

  it('may not be put together from pieces', () => {
    expect(() => textsOfPhp('a.php', "<?php __( 'Hello ' . $name, 'parlour' );")).to.throw('a.php:1');
    expect(() => textsOfScript('b.js', "__( 'Hello ' + name, 'parlour' );")).to.throw('b.js:1');
  });

  it('give the same file each time', () => {
    expect(compilePo(makeTemplate(texts)).equals(compilePo(template))).to.equal(true);
  });
});

describe('a translation', () => {
  const template = makeTemplate([...textsOfPhp('a.php', PHP), ...textsOfScript('b.js', SCRIPT)]);
  const GERMAN: Record<string, string[]> = {
    'Hello, %s': ['Hallo, %s'],
    "It's here": ["Hier gibt's es"],
    Post: ['Senden'],
    'one lead': ['ein Lead', '%s Leads'],
    'A title': ['Ein Titel'],
    'From afar': ['Aus der Ferne'],
  };
  /** The whole translation, with some texts changed. */
  const translated = (changes: Record<string, string[]> = {}) => {
    const translation = mergeTranslation(template, {
      charset: 'utf-8',
      headers: { 'Plural-Forms': 'nplurals=2; plural=(n != 1);' },
      translations: {},
    });
    for (const entry of entriesOf(translation)) entry.msgstr = { ...GERMAN, ...changes }[entry.msgid] ?? [''];
    return translation;
  };

  it('is good when it is complete', () => {
    expect(checkTranslation(template, translated())).to.deep.equal([]);
  });

  const faults: [what: string, changes: Record<string, string[]>, problem: RegExp][] = [
    ['lacks a text', { 'A title': [''] }, /^not translated: "A title"$/],
    ['lacks a plural', { 'one lead': ['ein Lead'] }, /^not translated: "one lead"$/],
    ['lost a placeholder', { 'Hello, %s': ['Hallo'] }, /^other placeholders: "Hello, %s"$/],
    ['has a placeholder too many', { 'A title': ['Titel %d'] }, /^other placeholders/],
    ['lost the number of many', { 'one lead': ['ein Lead', 'Leads'] }, /^other placeholders/],
  ];
  for (const [what, changes, problem] of faults) {
    it(`is refused when it ${what}`, () => {
      const problems = checkTranslation(template, translated(changes));
      expect(problems).to.have.lengthOf(1);
      expect(problems[0]).to.match(problem);
    });
  }

  it('is refused when somebody was not certain, and shows the source instead', () => {
    const uncertain = translated();
    for (const entry of entriesOf(uncertain)) if (entry.msgid === 'Post') entry.comments = { flag: 'fuzzy' };
    const again = mergeTranslation(template, po.parse(compilePo(uncertain)));
    expect(checkTranslation(template, again)).to.deep.equal(['marked as uncertain: "Post"']);
    expect(compilePhp(again, 'de_DE')).to.include('Ein Titel').and.not.include('Senden');
  });

  it('keeps what was translated when the code changes, and drops what is gone', () => {
    const fewer = makeTemplate(textsOfPhp('a.php', PHP.replace('Post', 'Publish')));
    const merged = entriesOf(mergeTranslation(fewer, translated()));
    expect(Object.fromEntries(merged.map(({ msgid, msgstr }) => [msgid, msgstr[0]]))).to.deep.equal({
      'Hello, %s': 'Hallo, %s',
      "It's here": "Hier gibt's es",
      Publish: '',
      'one lead': 'ein Lead',
    });
  });

  it('says the same in every form that WordPress loads', () => {
    const read = entriesOf(mo.parse(compileMo(translated())));
    expect(Object.fromEntries(read.map(({ msgid, msgstr }) => [msgid, msgstr]))).to.deep.equal(GERMAN);
    const php = compilePhp(translated(), 'de_DE');
    expect(php).to.include(`'It\\'s here' => 'Hier gibt\\'s es'`).and.include('"a verb\\x04Post"');
    expect(php).to.include('"ein Lead\\x00%s Leads"');
    const json = JSON.parse(compileJson(translated(), 'de_DE', ({ msgid }) => msgid === 'Post'));
    expect(json.locale_data.messages).to.deep.equal({
      '': { domain: 'messages', lang: 'de_DE', 'plural-forms': 'nplurals=2; plural=(n != 1);' },
      'a verb\u0004Post': ['Senden'],
    });
  });

  // After a change of texts: npm run plugin -- --merge, then fill in what is empty in wp-plugin/languages.
  it('is complete for every language that the plugin comes with', () => {
    expect(languageProblems()).to.deep.equal([]);
  });
});
