import { expect } from 'chai';
import { redact } from '../../../backend/incidents/redact.ts';
import { fingerprintOf } from '../../../backend/incidents/report.ts';

describe('what a program says about its fault', () => {
  const secrets: Array<[string, string]> = [
    ['an authorization header', 'Authorization: Bearer abcdefgh12345678 was refused'],
    ['a token of a JSON web kind', 'bad token eyJhbGciOi.eyJzdWIiOiIx.SflKxwRJSM'],
    ['a maker’s key', 'Incorrect API key provided: sk-proj-abcdefgh12345678'],
    ['our own key', 'plr_abcdefgh12345678 is not known'],
    ['a named secret', 'api_key=abcdefgh12345678&x=1 "password": "abcdefgh12345678"'],
    ['a password in a URL', 'connect https://user:abcdefgh12345678@db.example/x failed'],
    ['what follows a question mark', 'GET https://api.example/v1/x?sig=abcdefgh12345678 failed'],
  ];
  for (const [name, text] of secrets)
    it(`loses ${name}`, () => {
      const left = redact(text);
      expect(left).not.to.match(/abcdefgh12345678|eyJ|SflKxwRJSM/);
      expect(left).to.include('hidden');
    });

  it('loses people’s addresses and numbers', () => {
    expect(redact('no mailbox ana.b+x@acme.example, call +49 (0)30 123 456-78')).to.equal(
      'no mailbox [e-mail], call [phone]',
    );
  });

  it('reads a long text by strangers once, whatever is in it', () => {
    for (const piece of ['a', 'a.', '-eyJaaaaa', 'https://a', 'a-', '+1', 'a@'])
      expect(redact(`${piece.repeat(300_000)} ana@acme.example`)).to.match(/ \[e-mail\]$/);
  });

  it('keeps what tells the fault', () => {
    const text =
      'NodeApiError: 500 at 2026-11-22T10:00:00.000Z in https://api.example/v1/chat, item 12345678';
    expect(redact(text)).to.equal(text);
  });

  it('is the same fault whatever the run, the address or the number in it', () => {
    const of = (message: string) => fingerprintOf({ id: 'w' }, 'Call', message);
    expect(of('Timeout after 3021 ms at https://a.example/1')).to.equal(
      of('Timeout after 17 ms at https://b.example/2'),
    );
    expect(of('No row with id 0198c0de-0000-7000-8000-000000000001')).to.equal(
      of('No row with id 0198c0de-0000-7000-8000-00000000abcd'),
    );
    expect(of('Timeout')).not.to.equal(of('Refused'));
    expect(fingerprintOf({ id: 'w' }, 'A', 'x')).not.to.equal(fingerprintOf({ id: 'w' }, 'B', 'x'));
  });
});
