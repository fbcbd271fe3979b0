/**
 * What a visitor reads of Parlour itself is in the language of the site.
 */
import { expect } from 'chai';
import { plainGreeting } from '../../backend/agents/plain-greeting.ts';
import { AppError } from '../../backend/errors.ts';
import { checkedLeadValues } from '../../backend/visitor/lead-form.ts';
import { textsFor } from '../../backend/visitor/texts.ts';

describe('What a visitor reads', () => {
  it('greets in the site’s language, in the visitor’s where the site leaves it to the page, and in the site’s own words', () => {
    expect(plainGreeting({ greeting: '', locale: 'fr' }, 'de')).to.match(/^Bonjour\./);
    expect(plainGreeting({ greeting: '', locale: 'und' }, 'de-AT')).to.match(/^Guten Tag\./);
    expect(plainGreeting({ greeting: ' Moin! ', locale: 'de' }, null)).to.equal('Moin!');
  });

  it('says what is wrong in the form in that language', () => {
    const texts = textsFor('es', null);
    const check = () => checkedLeadValues({ email: 'ana@' }, { lead: { fields: [] } }, ['es'], texts);
    expect(check)
      .to.throw(AppError)
      .that.satisfies((error: AppError) => JSON.stringify(error).includes(texts.emailIncomplete));
  });
});
