import { expect } from 'chai';
import { conversationName, fieldLabel, initials, pagePath, webUrl } from '../../../dashboard/ui/naming.ts';

const page = (url: string | null) => ({ url, title: null });
const lead = { name: null, email: null, phone: null, company: null, qualification: 'new' as const };

describe('Names in the dashboard', () => {
  it('call a conversation by what is known of the visitor, else by the page', () => {
    const from = page('https://acme.example/pricing?x=1');
    expect(
      conversationName({ lead: { ...lead, name: 'Mia Wolf', email: 'm@x.example' }, page: from }),
    ).to.equal('Mia Wolf');
    expect(conversationName({ lead: { ...lead, name: ' ', email: 'm@x.example' }, page: from })).to.equal(
      'm@x.example',
    );
    expect(conversationName({ lead, page: from })).to.equal('Visitor from /pricing');
    expect(conversationName({ lead: null, page: page('https://acme.example/') })).to.equal(
      'Visitor from acme.example',
    );
    expect(conversationName({ lead: null, page: page(null) })).to.equal('Visitor');
    expect(conversationName({ lead: null, page: page('javascript:alert(1)') })).to.equal('Visitor');
  });

  it('only take web addresses for links', () => {
    expect(webUrl('https://a.example/x')?.href).to.equal('https://a.example/x');
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      '//a.example',
      'nonsense',
    ]) {
      expect(webUrl(url), url).to.equal(null);
    }
  });

  it('make paths readable', () => {
    expect(pagePath('https://a.example/%C3%BCber-uns')).to.equal('/über-uns');
    expect(pagePath('https://a.example/%E0%A4%A')).to.equal('/%E0%A4%A');
  });

  it('make labels of field names', () => {
    expect(fieldLabel('companySize')).to.equal('Company size');
    expect(fieldLabel('start_date')).to.equal('Start date');
    expect(fieldLabel('_')).to.equal('_');
  });

  it('make letters for a round picture', () => {
    expect(initials('Ana Maria Keller')).to.equal('AK');
    expect(initials('ana')).to.equal('A');
    expect(initials('')).to.equal('');
  });
});
