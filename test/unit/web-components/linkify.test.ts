import { expect } from 'chai';
import { linkify } from '../../../web-components/linkify.ts';

const links = (text: string) => linkify(text).flatMap(({ href }) => href ?? []);

describe('linkify', () => {
  it('finds web and mail addresses, without the punctuation around them', () => {
    expect(links('See https://example.com/a?b=c#d.')).to.deep.equal(['https://example.com/a?b=c#d']);
    expect(links('(http://example.com), or <https://example.org>!')).to.deep.equal([
      'http://example.com',
      'https://example.org',
    ]);
    expect(links('Write to ana@acme.co.uk, please')).to.deep.equal(['mailto:ana@acme.co.uk']);
    expect(links('http.fan@acme.com')).to.deep.equal(['mailto:http.fan@acme.com']);
    expect(links('mailto:ana@acme.com')).to.deep.equal(['mailto:ana@acme.com']);
    expect(links('https://ru.wikipedia.org/wiki/Чат.')).to.deep.equal(['https://ru.wikipedia.org/wiki/Чат']);
    expect(links('https://en.wikipedia.org/wiki/Parlour_(room).')).to.deep.equal([
      'https://en.wikipedia.org/wiki/Parlour_(room)',
    ]);
  });

  it('makes nothing else a link', () => {
    for (const text of [
      'javascript:alert(1)',
      'data:text/html,<script>1</script>',
      'ftp://example.com',
      'vbscript:x',
      'file:///etc/passwd',
      'example.com',
      'a@b',
    ])
      expect(links(text), text).to.deep.equal([]);
  });

  it('loses not a character', () => {
    for (const text of [
      '',
      'a https://x.yz/ b@c.de c',
      '<a href="https://x.yz">x</a>',
      'https://',
      '((((https://a.b))))',
    ])
      expect(
        linkify(text)
          .map((part) => part.text)
          .join(''),
      ).to.equal(text);
  });

  it('takes no long time over anything', () => {
    const started = performance.now();
    linkify('a.'.repeat(50_000));
    linkify(`${'a@'.repeat(20_000)}!`);
    linkify(`https://${'('.repeat(50_000)}`);
    expect(performance.now() - started).to.be.lessThan(2_000);
  });
});
