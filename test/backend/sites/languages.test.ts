import { expect } from 'chai';
import type { KnowledgeFound } from '../../../backend/knowledge/schema.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';

describe('the language of a site', () => {
  let parlour: TestParlour;

  before(async () => {
    parlour = await startTestParlour();
  });
  after(() => parlour.stop());

  it('is the one of the words it starts with, and of its frame unless the address says another', async () => {
    const { key } = await parlour.createSite({ locale: 'de-AT' } as never);
    const config = await (await fetch(`${parlour.url}/api/v1/visitor/sites/${key}`)).json();
    expect(config).to.include({ locale: 'de-AT', launcherText: 'Chatten Sie mit uns' });
    const frame = async (query: string) => (await fetch(`${parlour.url}/embed/${key}${query}`)).text();
    expect(await frame('')).to.include('<html lang="de-AT">');
    expect(await frame('?lang=fr')).to.include('lang="fr"></parlour-chat>');
    expect(await frame('?lang=%22%3E')).to.include('lang=""></parlour-chat>');
  });

  it('may be left to the page', async () => {
    const { key } = await parlour.createSite({ locale: 'und' } as never);
    const readIn = (language: string) =>
      fetch(`${parlour.url}/api/v1/visitor/sites/${key}`, { headers: { 'accept-language': language } });
    const answered = await readIn('de-AT, en;q=0.5');
    expect(answered.headers.get('vary')).to.match(/accept-language/i);
    expect(answered.headers.get('cache-control')).to.match(/^private,/);
    const config = await answered.json();
    expect(config).to.include({ locale: '', launcherText: 'Chatten Sie mit uns' });
    expect(config.greeting).to.include('Wobei können wir Ihnen helfen?');
    expect(config.consent.text).to.match(/^Ich bin einverstanden/);
    const fields = config.leadForm.fields as { name: string; label: string; choices?: string[] }[];
    expect(fields.find(({ name }) => name === 'phone')!.label).to.equal('Telefon');
    const { site } = parlour;
    expect(fields.find(({ name }) => name === 'timeline')!.choices).to.deep.equal(
      site.lead.fields.find(({ name }) => name === 'timeline')!.choices,
    );
    expect((await (await readIn('pt')).json()).launcherText).to.equal('Chat with us');
    const frame = await fetch(`${parlour.url}/embed/${key}`, { headers: { 'accept-language': 'fr-CA, en' } });
    expect(await frame.text()).to.include('<html lang="fr-CA">');
    const answer = await fetch(`${parlour.url}/api/v1/visitor/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ siteKey: key, page: { url: '' }, locale: 'en-US', language: 'de' }),
    });
    const { messages, session } = await answer.json();
    expect(messages[0].text).to.include('Wobei können wir Ihnen helfen?');
    await parlour.admin.post(`/api/v1/sessions/${session.id}/takeover`);
    await parlour.admin.post(`/api/v1/sessions/${session.id}/release`);
    const { messages: read } = await parlour.admin.get<{ messages: { text: string }[] }>(
      `/api/v1/sessions/${session.id}`,
    );
    const [, joined, left] = read;
    expect(joined!.text).to.match(/ ist jetzt im Gespräch\.$/);
    expect(left!.text).to.match(/ hat das Gespräch verlassen\. Der Assistent antwortet wieder\.$/);
  });

  it('says which words ask for the same when knowledge is tried', async () => {
    const { id } = await parlour.createSite({ locale: 'ar' } as never);
    const guided = { knowledge: [{ question: 'ما الأسعار؟', answer: 'من ألف ريال.' }] };
    await parlour.admin.patch(`/api/v1/sites/${id}`, { agent: { guided } });
    const asked = new URLSearchParams({ site: id, q: 'بكم الموقع؟' });
    const found = await parlour.admin.get<KnowledgeFound>(`/api/v1/knowledge/search?${asked}`);
    expect(found.guided?.text).to.equal('من ألف ريال.');
  });
});
