import { expect } from 'chai';
import { Refusal, refusalOf } from '../../../web-components/chat/api.ts';
import { leadFormOf } from '../../../web-components/chat/details-view.ts';
import { directionOf } from '../../../web-components/chat/page.ts';
import { pauseBefore, wordsFor } from '../../../web-components/chat/trouble.ts';
import { texts } from '../../../web-components/languages/en.ts';
import { fill } from '../../../web-components/texts.ts';

describe('what the widget says and sends', () => {
  it('sorts the details of a form', () => {
    expect(
      leadFormOf([
        ['name', ' Ana '],
        ['email', ''],
        ['budget', '5k'],
        ['need', ' '],
      ]),
    ).to.deep.equal({
      name: 'Ana',
      email: null,
      custom: { budget: '5k', need: null },
    });
    expect(leadFormOf([])).to.deep.equal({});
  });

  it('tells what is wrong with a field rather than with the whole', () => {
    const error = {
      id: 'validation_failed',
      message: 'Something is wrong.',
      fields: [{ path: 'email', message: 'That address looks incomplete.' }],
    };
    expect(wordsFor(refusalOf({ error }, 422), { texts, locale: 'en' })).to.equal(
      'That address looks incomplete.',
    );
    expect(
      wordsFor(refusalOf({ error: { id: 'x', message: 'Plain words.' } }, 422), { texts, locale: 'en' }),
    ).to.equal('Plain words.');
  });

  it('has plain words for everything, also for an answer that is none of ours', () => {
    expect(wordsFor(refusalOf('<html>', 502), { texts, locale: 'en' })).to.equal(texts.unavailable);
    expect(wordsFor(refusalOf(null, 429, '7'), { texts, locale: 'en' })).to.include('7 seconds');
    expect(wordsFor(new TypeError('Failed to fetch'), { texts, locale: 'en' }, texts.notSent)).to.equal(
      texts.notSent,
    );
  });

  it('tries again by itself only what may yet work, and not for ever', () => {
    expect(pauseBefore(1, new TypeError('Failed to fetch'))).to.be.greaterThan(0);
    expect(pauseBefore(1, new Refusal(503, '', '', 2))).to.equal(2000);
    for (const status of [401, 403, 404, 409, 422, 429])
      expect(pauseBefore(1, new Refusal(status, '', ''))).to.equal(undefined);
    expect(pauseBefore(4, new TypeError('Failed to fetch'))).to.equal(undefined);
  });

  it('fills its texts in, whatever is put in', () => {
    expect(fill('{name} joined', '$& {name}')).to.equal('$& {name} joined');
  });

  it('knows which way a language runs', () => {
    expect(['ar', 'ar-EG', 'he', 'fa-IR', 'ur'].map(directionOf)).to.deep.equal(Array(5).fill('rtl'));
    expect(['en', 'de-AT', 'arn', 'heb-Latn'].map(directionOf).slice(0, 3)).to.deep.equal(
      Array(3).fill('ltr'),
    );
  });
});
