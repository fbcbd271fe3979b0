import { expect } from 'chai';
import fc from 'fast-check';
import { checkEmail, checkPhone, countriesOf, readable } from '../../../backend/agents/contact-details.ts';

describe('The check of an e-mail address', () => {
  const good: [string, string][] = [
    ['ana@acme.com', 'ana@acme.com'],
    ['  ana@acme.com. ', 'ana@acme.com'],
    ['<ana@acme.com>', 'ana@acme.com'],
    ['mailto:ana@acme.com', 'ana@acme.com'],
    ['Ana.Silva+web@Acme.CO.UK', 'Ana.Silva+web@acme.co.uk'],
    ["o'brien@acme.ie", "o'brien@acme.ie"],
    ['ana@bücher.de', 'ana@xn--bcher-kva.de'],
    ['josé@acme.es', 'josé@acme.es'],
    ['a@b.museum', 'a@b.museum'],
    ['ana@mail.com', 'ana@mail.com'],
    ['ana@email.com', 'ana@email.com'],
    ['ana@gmx.de', 'ana@gmx.de'],
  ];
  for (const [written, email] of good) {
    it(`accepts ${written}`, () => {
      expect(checkEmail(written)).to.deep.equal({ ok: true, email });
    });
  }

  const bad: [string, 'incomplete' | 'invalid'][] = [
    ['', 'incomplete'],
    ['ana', 'incomplete'],
    ['ana@', 'incomplete'],
    ['@acme.com', 'incomplete'],
    ['ana@acme', 'incomplete'],
    ['ana@acme..com', 'invalid'],
    ['ana..silva@acme.com', 'invalid'],
    ['.ana@acme.com', 'invalid'],
    ['ana silva@acme.com', 'invalid'],
    ['ana@-acme.com', 'invalid'],
    ['ana@acme.1', 'invalid'],
    ['ana@192.168.0.1', 'invalid'],
    ['ana@acme com', 'invalid'],
    [`${'a'.repeat(65)}@acme.com`, 'invalid'],
    [`ana@${'a'.repeat(64)}.com`, 'invalid'],
    [`ana@${'abcdefghi.'.repeat(26)}com`, 'invalid'],
    ['ana\u0000@acme.com', 'invalid'],
    ['<script>@acme.com', 'invalid'],
  ];
  for (const [written, reason] of bad) {
    it(`refuses ${JSON.stringify(written.slice(0, 40))} as ${reason}`, () => {
      const check = checkEmail(written);
      expect(check.ok).to.equal(false);
      expect(check).to.include({ reason });
    });
  }

  const slips: [string, string][] = [
    ['ana@gmial.com', 'ana@gmail.com'],
    ['ana@gmail.con', 'ana@gmail.com'],
    ['ana@gmail.co', 'ana@gmail.com'],
    ['ana@gmail', 'ana@gmail.com'],
    ['ana@gamil.com', 'ana@gmail.com'],
    ['ana@hotmial.com', 'ana@hotmail.com'],
    ['ana@outlok.com', 'ana@outlook.com'],
    ['ana@yahooo.co.uk', 'ana@yahoo.co.uk'],
    ['ana@acme.con', 'ana@acme.com'],
    ['ana@acme,com', 'ana@acme.com'],
  ];
  for (const [written, suggestion] of slips) {
    it(`suggests ${suggestion} for ${written}`, () => {
      expect(checkEmail(written)).to.include({ suggestion });
    });
  }

  it('never throws, and what it accepts it accepts again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress(), fc.string()), (text) => {
        const check = checkEmail(text);
        if (check.ok) expect(checkEmail(check.email)).to.include({ ok: true, email: check.email });
      }),
    );
  });

  it('shows an international domain in its own letters', () => {
    expect(readable('ana@xn--bcher-kva.de')).to.equal('ana@bücher.de');
    expect(readable('no address')).to.equal('no address');
  });
});

describe('The check of a phone number', () => {
  const good: [string, string[], string][] = [
    ['+44 20 7946 0958', [], '+442079460958'],
    ['0044 20 7946 0958', [], '+442079460958'],
    ['(212) 555-0123', ['en-US'], '+12125550123'],
    ['212.555.0123', ['en-US'], '+12125550123'],
    ['030 1234567', ['de-DE'], '+49301234567'],
    ['030 1234567', ['de'], '+49301234567'],
    ['030 1234567', ['en-US', 'de-DE'], '+49301234567'],
    ['49 30 1234567', ['en-US'], '+49301234567'],
    ['+44 20 7946 0958 ext 12', [], '+442079460958 ext. 12'],
    ['(212) 555-0123 x5', ['en-US'], '+12125550123 ext. 5'],
    ['+٩٧١ ٥٠ ١٢٣ ٤٥٦٧', [], '+971501234567'],
  ];
  for (const [written, locales, text] of good) {
    it(`reads ${written} with ${locales.join(', ') || 'no locale'}`, () => {
      expect(checkPhone(written, countriesOf(...locales))).to.deep.equal({ ok: true, text });
    });
  }

  const bad: [string, string[], string][] = [
    ['', [], 'too_short'],
    ['123', ['en-US'], 'too_short'],
    ['020 7946 0958', ['en'], 'needs_country'],
    ['555-123-4567', ['en-US'], 'unlikely'],
    ['+1 23', [], 'too_short'],
    ['1234567890123456789012345', [], 'too_long'],
    ['hello', [], 'too_short'],
  ];
  for (const [written, locales, reason] of bad) {
    it(`doubts ${JSON.stringify(written)} as ${reason}`, () => {
      expect(checkPhone(written, countriesOf(...locales))).to.include({ ok: false, reason });
    });
  }

  it('never throws, and what it accepts is E.164', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789+() -./x') });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), digits), (text) => {
        const check = checkPhone(text, ['US', 'DE']);
        if (check.ok) expect(check.text).to.match(/^\+[1-9]\d{4,14}( ext\. \d{1,7})?$/);
      }),
    );
  });

  it('guesses countries from regions first, and from a language only where it has one main country', () => {
    expect(countriesOf('en-GB', 'de')).to.deep.equal(['GB', 'DE']);
    expect(countriesOf('en', 'es', null, undefined, 'not a locale')).to.deep.equal([]);
    expect(countriesOf('de-AT', 'de-AT')).to.deep.equal(['AT']);
  });
});
