/** WordPress's own tools for personal data reach Parlour: all of a person, of this site, also when it is down at first. */
import { expect } from 'chai';
import type { PersonFound } from '../../backend/privacy/schema.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { VisitorClient } from '../support/visitor-client.ts';
import { Person } from '../support/wordpress/person.ts';
import { startWordPress, type WordPress } from '../support/wordpress.ts';
import { type CutOff, startCutOff } from './cut-off.ts';
import { connectCode } from './fake-backend.ts';

const ROSA = 'rosa@quitte.example';
/** More than one page of an export holds. */
const TALKS = 23;

interface Page {
  success: boolean;
  data: {
    done: boolean;
    items_removed: boolean;
    items_retained: boolean;
    messages: string[];
    data: Array<{ group_label: string; item_id: string; data: Array<{ name: string; value: string }> }>;
  };
}

describe('WordPress’s tools for personal data', () => {
  let wordpress: WordPress;
  let parlour: TestParlour;
  let way: CutOff;
  let admin: Person;

  before(async () => {
    wordpress = await startWordPress({ plugins: ['dist/parlour'] });
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
    way = await startCutOff(parlour.url);
    const { code } = await parlour.admin.post<{ code: string }>(`/api/v1/sites/${parlour.site.id}/connect`);
    const said = JSON.parse(Buffer.from(code.slice('plr1_'.length), 'base64url').toString());
    await wordpress.wp('parlour', 'connect', connectCode(way.url, said.site, said.key));
    await wordpress.wp('option', 'update', 'timezone_string', 'Asia/Tokyo');
    admin = await Person.signedIn(wordpress);
    for (let n = 1; n <= TALKS; n++) await talk(ROSA, `Question ${n} <b>of</b> mine`);
    await talk('somebody@else.example', `I am not ${ROSA.split('@')[0]}`);
    await talk(ROSA, 'On another site', (await parlour.createSite()).key);
  });
  after(async () => {
    await wordpress?.stop();
    await way?.stop();
    await parlour?.stop();
  });

  async function talk(email: string, text: string, siteKey = parlour.site.key) {
    const visitor = await VisitorClient.start(parlour.url, siteKey, {});
    await visitor.call('/session/lead', { method: 'PUT', json: { name: 'Rosa', email, consent: true } });
    await visitor.say(text);
  }

  const held = async () =>
    (await parlour.admin.post<PersonFound>('/api/v1/privacy/find', { email: ROSA })).counts.sessions;

  /** A confirmed request, as it comes after the person has clicked the link in WordPress's mail. */
  const ask = async (action: 'export' | 'remove', email = ROSA) =>
    wordpress.wp(
      'eval',
      `echo wp_create_user_request( '${email}', '${action}_personal_data', array(), 'confirmed' );`,
    );

  const screen = (tool: 'export' | 'erase') => admin.html(`/wp-admin/${tool}-personal-data.php`);

  /** Presses the button of a request and follows WordPress's page through every tool and page. */
  async function run(tool: 'export' | 'erase', id: string): Promise<Page[]> {
    const html = await screen(tool);
    const attribute = (name: string) =>
      new RegExp(`data-request-id="${id}"[^>]*data-${name}="([^"]+)"`).exec(html)?.[1] ??
      new RegExp(`data-${name}="([^"]+)"[^>]*data-request-id="${id}"`).exec(html)?.[1];
    const kind = tool === 'export' ? 'exporter' : 'eraser';
    const count = Number(attribute(`${kind}s-count`));
    const security = attribute('nonce') ?? '';
    const pages: Page[] = [];
    for (let index = 1; index <= count; index++)
      for (let page = 1, isDone = false; !isDone; page++) {
        const answer = await admin.post('/wp-admin/admin-ajax.php', {
          action: `wp-privacy-${tool}-personal-data`,
          [kind]: String(index),
          page: String(page),
          id,
          security,
          sendAsEmail: 'false',
        });
        const said = (await answer.json()) as Page;
        pages.push(said);
        if (!said.success) return pages;
        isDone = said.data.done;
      }
    return pages;
  }

  const notice = async () =>
    /<div[^>]*data-parlour-erasure="(\w+)"[^>]*>(.*?)<\/div>/s.exec(await screen('erase'));
  const linkIn = (html: string, text: string) =>
    new RegExp(`href="([^"]+)">${text}`).exec(html)?.[1]?.replace(/&(#038|amp);/g, '&') ?? '';

  it('suggest a text for the policy that names the server', async () => {
    const html = await admin.html('/wp-admin/options-privacy.php?tab=policyguide');
    expect(html).to.include('It is loaded from 127.0.0.1').and.to.include('only stored shortened');
    const tab = await admin.html('/wp-admin/options-general.php?page=parlour&tab=privacy');
    expect(tab).to.include(`${way.url}/dashboard/settings/sites`).and.to.include('export-personal-data.php');
  });

  it('export every conversation once, page by page, with labels and times of the site', async () => {
    const pages = await run('export', await ask('export'));
    expect(pages.every(({ success }) => success)).to.equal(true);
    const items = pages.flatMap(({ data }) => data.data ?? []);
    const of = (label: string) => items.filter((item) => item.group_label === `Chat: ${label}`);
    expect(of('conversations')).to.have.length(TALKS);
    const said = of('messages').flatMap(({ data }) => data.map(({ value }) => value));
    for (let n = 1; n <= TALKS; n++)
      expect(said.filter((value) => value === `Question ${n} <b>of</b> mine`)).to.have.length(1);
    expect(said.join()).not.to.include('another site');
    expect(of('details left')[0]!.data).to.deep.include({ name: 'E-mail', value: ROSA });
    expect(of('details left')[0]!.data.find(({ name }) => name === 'Consent')!.value).to.match(
      /^Given to version 1/,
    );
    const began = of('conversations')[0]!.data.find(({ name }) => name === 'Began')!.value;
    const { rows } = await parlour.database.raw(
      `SELECT to_char(min(started_at) AT TIME ZONE 'Asia/Tokyo', 'FMHH12:MI am') AS at FROM chat_sessions`,
    );
    expect(began).to.match(new RegExp(`${rows[0].at}$`));
    const asked = way.calls.filter((call) => call.includes('/privacy/export'));
    expect(asked).to.have.length(2);
  });

  it('say that an export failed, and never call it done, while Parlour is away', async () => {
    const id = await ask('export', 'late@quitte.example');
    way.isCut = true;
    const last = (await run('export', id)).at(-1)!;
    way.isCut = false;
    expect(last).to.deep.equal({
      success: false,
      data: 'Parlour chat: Parlour could not be reached, or took too long to answer.',
    });
    expect((await run('export', id)).at(-1)).to.include({ success: true });
  });

  it('keep an erasure that Parlour missed, and make up for it', async () => {
    const id = await ask('remove');
    way.isCut = true;
    const missed = (await run('erase', id)).find(({ data }) => data.items_retained)!;
    expect(missed.data.messages.join()).to.match(/could not be reached.*still there.*tried again/);
    expect(missed.data).to.not.have.property('parlour_error');
    expect(await held()).to.equal(TALKS + 1);

    let [, state, html] = (await notice())!;
    expect(state).to.equal('waiting');
    expect(html).to.include('The next try is in 5 min');
    const mail = `echo apply_filters( 'user_erasure_fulfillment_email_content', 'Done.', array( 'request' => wp_get_user_request( ${id} ) ) );`;
    expect(await wordpress.wp('eval', mail)).to.match(/^Done\..*chat on this site has not been erased yet/s);
    const removed = await wordpress.wp('post', 'delete', id, '--force').catch(() => 'kept');
    expect(removed).to.equal('kept');
    expect(await wordpress.wp('post', 'meta', 'get', id, '_parlour_erasure', '--format=json')).not.to.include(
      '@',
    );

    await wordpress.wp('cron', 'event', 'run', 'parlour_erase_again');
    expect(await held()).to.equal(TALKS + 1);
    way.isCut = false;
    const next = await wordpress.wp(
      'cron',
      'event',
      'list',
      '--hook=parlour_erase_again',
      '--fields=args',
      '--format=json',
    );
    expect(JSON.parse(next)).to.have.length(1);
    await wordpress.wp('cron', 'event', 'run', 'parlour_erase_again');
    expect(await held()).to.equal(1);

    [, state, html] = (await notice())!;
    expect(state).to.equal('done');
    expect(html).to.include(`${TALKS} conversations were erased`);
    await admin.get(linkIn(html!, 'Do not show'));
    expect(await notice()).to.equal(null);
    expect((await run('erase', id)).every(({ success, data }) => success && !data.items_retained)).to.equal(
      true,
    );
  });

  it('try at once when asked, by nobody who may not erase', async () => {
    await talk(ROSA, 'I came back');
    const id = await ask('remove');
    way.isCut = true;
    await run('erase', id);
    way.isCut = false;
    const link = linkIn((await notice())![2]!, 'Try again now');
    await wordpress.wp('user', 'create', 'eve', 'eve@example.com', '--role=editor', '--user_pass=eve');
    const eve = await Person.signedIn(wordpress, 'eve', 'eve');
    expect((await eve.get(link)).status).to.equal(403);
    expect((await admin.get(link.replace(/_wpnonce=\w+/, '_wpnonce=0'))).status).to.equal(403);
    expect(await held()).to.equal(2);
    expect((await admin.get(link)).headers.get('location')).to.include('erase-personal-data.php');
    expect(await held()).to.equal(1);
    expect((await notice())![1]).to.equal('done');
  });

  it('left nothing in debug.log, and leave nothing behind in WordPress', async () => {
    expect(wordpress.debugLog()).to.equal('');
    await wordpress.wp('plugin', 'uninstall', 'parlour', '--deactivate');
    const left = `SELECT meta_key FROM {$wpdb->postmeta} WHERE meta_key LIKE '%parlour%' UNION SELECT option_name FROM {$wpdb->options} WHERE option_name LIKE '%parlour%' OR option_value LIKE '%parlour_erase%'`;
    expect(
      await wordpress.wp('eval', `global $wpdb; echo implode( ' ', $wpdb->get_col( "${left}" ) );`),
    ).to.equal('');
  });
});
