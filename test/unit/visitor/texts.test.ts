/**
 * What a visitor reads of Parlour itself is in the language of the site.
 */
import { expect } from 'chai';
import { localeOfVisitor } from '../../../backend/agents/language.ts';
import { plainGreeting } from '../../../backend/agents/plain-greeting.ts';
import { AppError } from '../../../backend/errors.ts';
import { defaultAgent } from '../../../backend/sites/defaults.ts';
import { textIn } from '../../../backend/sites/languages.ts';
import { checkedLeadValues } from '../../../backend/visitor/lead-form.ts';
import { textsFor } from '../../../backend/visitor/texts.ts';

describe('What a visitor reads', () => {
  it('greets in the site’s language, in the visitor’s where the site leaves it to the page, and in the site’s own words', () => {
    expect(plainGreeting({ greeting: '', locale: 'fr' }, 'de')).to.match(/^Bonjour\./);
    expect(plainGreeting({ greeting: '', locale: 'und' }, 'de-AT')).to.match(/^Guten Tag\./);
    expect(plainGreeting({ greeting: ' Moin! ', locale: 'de' }, null)).to.equal('Moin!');
  });

  it('is in the language the chat was shown in where the site leaves it to the page, not in the browser’s', () => {
    const shown = (site: string, language?: string) =>
      textsFor(site, localeOfVisitor(site, { locale: 'en-GB', language })).joined('Ana');
    expect(shown('und', 'es')).to.equal('Ana se ha unido a la conversación.');
    expect(shown('und', 'pt')).to.equal('Ana joined the conversation.');
    expect(shown('de', 'es')).to.equal('Ana ist jetzt im Gespräch.');
    // The browser’s tells the country, for phone numbers.
    expect(localeOfVisitor('und', { locale: 'fr-CA', language: 'fr' })).to.equal('fr-CA');
    expect(localeOfVisitor('und', { locale: 'fr-CA', language: 'fr-BE' })).to.equal('fr-BE');
  });

  it('is the fallback in that language, and in the site’s own words where it has some', () => {
    const { fallbackText } = defaultAgent('und');
    expect(textIn('ar', 'fallbackText', fallbackText)).to.equal(defaultAgent('ar').fallbackText);
    expect(textIn('ar', 'fallbackText', 'Back at nine.')).to.equal('Back at nine.');
  });

  it('says what is wrong in the form in that language', () => {
    const texts = textsFor('es', null);
    const check = () => checkedLeadValues({ email: 'ana@' }, { lead: { fields: [] } }, ['es'], texts);
    expect(check)
      .to.throw(AppError)
      .that.satisfies((error: AppError) => JSON.stringify(error).includes(texts.emailIncomplete));
  });
});
