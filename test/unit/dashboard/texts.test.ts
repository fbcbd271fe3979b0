import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Type } from '@sinclair/typebox';
import { expect } from 'chai';
import type { AppError } from '../../../backend/errors.ts';
import { strict } from '../../../backend/http/schema.ts';
import { checkBody, checkText } from '../../../backend/http/validate.ts';
import { DASHBOARD_LANGUAGES } from '../../../backend/pages/dashboard-page.ts';
import { meaningOf } from '../../../dashboard/api/answer-words.ts';
import { localeFor } from '../../../dashboard/languages/locale.ts';
import { languages } from '../../../dashboard/languages/names.ts';
import { type Catalogue, readCatalogues, spoken } from './catalogues.ts';
import { literalTexts } from './literal-texts.ts';

/** What looks like a text in the code and is none: names, code to copy, words of browsers and of other programs. */
const NO_TEXT =
  /^(Parlour|CSV|Chat|Files|Rate|Notification|Authorization|Ollama|hint bad|https:\/\/.*|\[parlour_chat.*|<(script|iframe).*|parlour-message.*|npm run build)$/;

/** Words that are the same in other languages as in English, by language. */
const ALIKE: Record<string, RegExp> = {
  de: /^(Text|Format|Link|Status|Dropdown|Board|Team|Details|Name|Version( 5, 5)?|In 5|Header|Leads?)$/,
  es: /^(Leads?|Error|General|tokens)$/,
  fr: /^(5 )?(e-mail|sites?|pages?|conversations?|messages?|assistant( v5)?|instructions|version( 5, 5)?|notes?|questions?|sources|score|format|date|agent|secret|minutes|points|invitation|qualification|contradiction|verdict|bug|exports|notifications|tokens|violet)$/i,
};
/** Names, and what is typed into computers. */
const NAMES =
  /^(Parlour|Webhook|Monday\.com|(Facebook )?Messenger|WordPress|CSV|JSON|NDJSON|Admin|Esc|Tokens?|Workflow|Prompt|5 ms|.*:\/\/.*|\S+@\S+|\S+\.json|[^\p{L}]*|undefined.*)$/u;

const sources = readdirSync('dashboard', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/^(languages|build)\b/.test(file))
  .map((file) => join('dashboard', file));

describe('the dashboard’s texts', () => {
  let catalogues: Map<string, Catalogue>;
  let english: Catalogue;
  before(async () => {
    catalogues = await readCatalogues();
    english = catalogues.get('en')!;
  });

  it('stand in its languages and nowhere else', () => {
    const planted = 'html`<p>Hello there</p><b title="All of them" @click=x></b>`; say(`It took long`)';
    expect(literalTexts('new.ts', planted)).to.have.length(3);
    const found = sources
      .flatMap((file) => literalTexts(file))
      .filter((text) => !NO_TEXT.test(text.slice(text.indexOf(' ') + 1)));
    expect(found).to.deep.equal([]);
  });

  it('are all there in every language, asking for no more than English gives', () => {
    expect([...DASHBOARD_LANGUAGES]).to.have.members(languages);
    for (const [language, texts] of catalogues) {
      expect([...texts.keys()].sort(), language).to.deep.equal([...english.keys()].sort());
      const kinds = [...texts].filter(([path, text]) => typeof text !== typeof english.get(path));
      expect(kinds, language).to.deep.equal([]);
    }
  });

  it('are translated, but for the few words that are the same', () => {
    const same = [...catalogues].flatMap(([language, texts]) =>
      [...texts].flatMap(([path, text]) => {
        const said = language === 'en' ? undefined : spoken(text);
        if (said === undefined || said !== spoken(english.get(path)!)) return [];
        return NAMES.test(said) || ALIKE[language]?.test(said) ? [] : [`${language} ${path}: ${said}`];
      }),
    );
    expect(same).to.deep.equal([]);
  });

  it('write numbers, dates and the order of words as the dashboard’s language does', () => {
    const own =
      /\.toLocale\w+\((?!locale\b|ours\b)|\.toFixed\(|\.localeCompare\(|new Intl\.|Intl\.\w+Format\(\)\.format/;
    const helpers = /languages\/(locale|zone)\.ts$|ui\/times\.ts$/;
    const texts = readdirSync('dashboard/languages', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join('dashboard/languages', file));
    const wrong = [...sources, ...texts].filter(
      (file) => !helpers.test(file) && own.test(readFileSync(file, 'utf8')),
    );
    expect(wrong).to.deep.equal([]);
    expect(localeFor('en', ['de-DE', 'en-GB', 'en-US'])).to.equal('en-GB');
    expect(localeFor('de', ['en-US', 'en'])).to.equal('de');
    expect(localeFor('en', ['en-US@posix'])).to.equal('en');
    expect(localeFor('es', ['est', 'es-MX'])).to.equal('es-MX');
  });

  it('know what the server says of a field that is not right', () => {
    const text = Type.String({ minLength: 3, maxLength: 4 });
    const Body = Type.Object(
      {
        name: text,
        note: text,
        filled: Type.String({ minLength: 1 }),
        email: Type.String({ format: 'email' }),
        url: Type.String({ format: 'web-address' }),
        code: Type.String({ pattern: '^x$' }),
        few: Type.Array(Type.Null(), { maxItems: 1 }),
        low: Type.Integer({ minimum: 1 }),
        high: Type.Integer({ maximum: 1 }),
        gone: text,
      },
      strict,
    );
    const bad = {
      name: 'a',
      note: 'aaaaa',
      filled: '',
      email: 'x',
      url: 'x',
      code: 'y',
      few: [null, null],
      low: 0,
      high: 2,
    };
    const said = [
      ...refusals(() => checkBody(Body)({ ...bad, more: 1 })),
      ...refusals(() => checkText('\u0000')),
    ];
    expect(said).to.have.length(12);
    expect(said.filter((sentence) => meaningOf(sentence) === null)).to.deep.equal([]);
  });
});

function refusals(refused: () => void): string[] {
  try {
    refused();
    return [];
  } catch (error) {
    return (error as AppError).fields?.map(({ message }) => message) ?? [];
  }
}
