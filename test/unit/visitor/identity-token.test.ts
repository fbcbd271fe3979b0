import { expect } from 'chai';
import { readIdentityToken } from '../../../backend/visitor/identity-token.ts';
import { identityToken } from '../../support/identity-token.ts';

const SECRET = 'a secret of the site and its website';
const ANA = { site: 'shop', email: 'ana@acme.com', name: 'Ana' };
/** Asked anew each time: a busy machine comes to these tests minutes after it has read them. */
const now = () => Math.floor(Date.now() / 1000);
const read = (token: string) =>
  readIdentityToken(token, { secret: SECRET, siteKey: 'shop', now: Date.now() });

describe('the token that says who is signed in', () => {
  it('tells name and e-mail address, in the form in which they are stored', () => {
    expect(read(identityToken(SECRET, ANA))).to.deep.equal({ email: 'ana@acme.com', name: 'Ana' });
    const odd = { ...ANA, email: ' Ana@ACME.com ', name: ` A\u0000na ${'x'.repeat(300)}` };
    expect(read(identityToken(SECRET, odd))).to.deep.equal({
      email: 'Ana@acme.com',
      name: `Ana ${'x'.repeat(196)}`,
    });
    expect(read(identityToken(SECRET, { ...ANA, name: undefined }))).to.deep.equal({ email: 'ana@acme.com' });
  });

  const refused: Array<[string, () => string, string]> = [
    ['signed with another secret', () => identityToken('guessed', ANA), 'forged'],
    ['with nothing as its signature', () => identityToken(SECRET, ANA).replace(/[^.]*$/, ''), 'forged'],
    [
      'changed after it was signed',
      () => {
        const [head, , mac] = identityToken(SECRET, ANA).split('.');
        return [head, identityToken(SECRET, { ...ANA, email: 'eve@acme.com' }).split('.')[1], mac].join('.');
      },
      'forged',
    ],
    [
      'of the kind that says it needs no signature',
      () => identityToken(SECRET, ANA, { header: { alg: 'none' } }).replace(/[^.]*$/, ''),
      'forged',
    ],
    [
      'that names "none", though signed',
      () => identityToken(SECRET, ANA, { header: { alg: 'none' } }),
      'malformed',
    ],
    [
      'of another kind of signature',
      () => identityToken(SECRET, ANA, { header: { alg: 'HS512' }, hash: 'sha512' }),
      'forged',
    ],
    ['of another site', () => identityToken(SECRET, { ...ANA, site: 'blog' }), 'other_site'],
    ['of no site', () => identityToken(SECRET, { ...ANA, site: undefined }), 'other_site'],
    [
      'that has run out',
      () => identityToken(SECRET, { ...ANA, iat: now() - 601, exp: now() - 1 }),
      'expired',
    ],
    [
      'from the future',
      () => identityToken(SECRET, { ...ANA, iat: now() + 300, exp: now() + 600 }),
      'expired',
    ],
    [
      'that lasts too long',
      () => identityToken(SECRET, { ...ANA, iat: now() - 3000, exp: now() + 60 }),
      'malformed',
    ],
    ['without times', () => identityToken(SECRET, { ...ANA, iat: undefined, exp: undefined }), 'malformed'],
    [
      'with words as times',
      () => identityToken(SECRET, { ...ANA, iat: `${now()}`, exp: '9e9' }),
      'malformed',
    ],
    ['with an address that is none', () => identityToken(SECRET, { ...ANA, email: 'ana' }), 'unusable'],
    ['with a list as address', () => identityToken(SECRET, { ...ANA, email: ['ana@acme.com'] }), 'unusable'],
    ['that is too long', () => identityToken(SECRET, { ...ANA, more: 'x'.repeat(2048) }), 'malformed'],
    ['of one part', () => 'eyJ', 'malformed'],
    ['of four parts', () => `${identityToken(SECRET, ANA)}.`, 'malformed'],
  ];
  for (const [kind, make, fault] of refused)
    it(`does not believe one ${kind}`, () => {
      expect(read(make())).to.equal(fault);
    });
});
