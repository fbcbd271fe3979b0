import { expect } from 'chai';
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
    const config = await (await fetch(`${parlour.url}/api/v1/visitor/sites/${key}`)).json();
    expect(config.locale).to.equal('');
  });
});
