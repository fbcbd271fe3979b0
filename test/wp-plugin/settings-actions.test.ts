/** What the settings page's actions accept, refuse and answer, without a browser in between. */
import { expect } from 'chai';
import { counted, measured } from '../support/measured.ts';
import { until } from '../support/until.ts';
import { Person } from '../support/wordpress/person.ts';
import { startWordPress, type WordPress } from '../support/wordpress.ts';
import { type Behaviour, connectCode, type FakeBackend, startFakeBackend } from './fake-backend.ts';

const PAGE = '/wp-admin/options-general.php?page=parlour';

describe('Settings -> Parlour, its actions', () => {
  let wordpress: WordPress;
  let backend: FakeBackend;
  let admin: Person;
  let editor: Person;

  before(async () => {
    wordpress = await startWordPress({ plugins: ['dist/parlour'] });
    backend = await startFakeBackend();
    await wordpress.wp('user', 'create', 'edna', 'edna@example.com', '--role=editor', '--user_pass=password');
    admin = await Person.signedIn(wordpress);
    editor = await Person.signedIn(wordpress, 'edna');
  });

  after(async () => {
    await backend?.stop();
    await wordpress?.stop();
  });

  const stored = () => wordpress.wp('option', 'list', '--search=parlour*', '--format=count');

  /** What one form on the page sends. */
  async function formOf(action: string, view = ''): Promise<Record<string, string>> {
    const page = await admin.html(PAGE + view);
    const part = page.slice(page.indexOf(`value="parlour_${action}"`));
    const _wpnonce = /name="_wpnonce" value="(\w+)"/.exec(part)?.[1] ?? '';
    return { action: `parlour_${action}`, _wpnonce };
  }
  /** Presses the button of one form, and resolves with the page that follows. */
  async function submit(action: string, form: Record<string, string> = {}, view = ''): Promise<string> {
    const answer = await admin.post('/wp-admin/admin-post.php', { ...(await formOf(action, view)), ...form });
    expect(answer.status).to.equal(302);
    return admin.html(answer.headers.get('location') ?? '');
  }
  const paste = (code: string) => submit('connect', { parlour_connect_code: code });
  const noticeIn = (page: string) =>
    /class="notice notice-(\w+)[^>]*>(.*?)<\/div>/s.exec(page)?.slice(1) ?? [];

  const good = 'https://chat.example.com';
  const wrongCodes: [what: string, code: string, answer: string][] = [
    ['nothing', '  ', 'The field is empty'],
    ['another text', 'hello there', 'not a Parlour connect code'],
    ['a code that was cut off', connectCode(good).slice(0, 30), 'incomplete'],
    ['a code without a site', connectCode(good, ''), 'incomplete'],
    ['a hostile site key', connectCode(good, '"><script>'), 'incomplete'],
    ['a hostile API key', connectCode(good, 'demo', '<b>'), 'incomplete'],
    ['a script as the address', connectCode('javascript:alert(1)'), 'address in this code cannot be used'],
    ['a public address without https', connectCode('http://chat.example.com'), 'cannot be used'],
    ['an address with a password', connectCode('https://a:b@chat.example.com'), 'cannot be used'],
    ['an address with markup', connectCode('https://chat.example.com/"><script>'), 'cannot be used'],
    ['an endless code', `plr1_${'A'.repeat(100_000)}`, 'not a Parlour connect code'],
  ];
  for (const [what, code, words] of wrongCodes) {
    it(`explains what is wrong with ${what}, and stores nothing`, async () => {
      const page = await paste(code);
      const [kind, text] = noticeIn(page);
      expect(kind).to.equal('error');
      expect(text).to.include(words).and.not.include('!');
      expect(page).to.include('>Connect to Parlour<');
    });
  }

  it('has stored nothing and asked nobody so far', async () => {
    expect(await stored()).to.equal('0');
    expect(backend.requests).to.deep.equal([]);
  });

  let forged = 0;
  const requests: [string, Record<string, string>][] = [
    ['connect', { parlour_connect_code: connectCode(good) }],
    ['check', {}],
    ['disconnect', {}],
  ];
  for (const [action, form] of requests) {
    it(`refuses to ${action} without a nonce, without the capability, and for strangers`, async () => {
      const body = { action: `parlour_${action}`, ...form };
      const stranger = new Person(wordpress);
      const post = async (who: Person, json: Record<string, string>) =>
        (await who.post('/wp-admin/admin-post.php', json)).status;
      const statuses = [
        await post(admin, body),
        await post(admin, { ...body, _wpnonce: 'abcdef1234' }),
        await post(editor, body),
      ];
      expect(statuses).to.deep.equal([403, 403, 403]);
      await post(stranger, body);
      forged += statuses.length + 1;
    });
  }

  it('has done nothing of what it refused', async () => {
    const kept = await stored();
    expect(kept).to.equal('0');
    expect(backend.requests).to.deep.equal([]);
    measured(
      25,
      counted`${forged} tries of ${requests.length} actions without nonce or capability: ${kept} options stored, ${backend.requests.length} questions to the backend`,
    );
  });

  it('shows the page to nobody but administrators', async () => {
    expect((await editor.get(PAGE)).status).to.equal(403);
    expect((await new Person(wordpress).get(PAGE)).status).to.equal(302);
  });

  const troubles: [Behaviour, RegExp][] = [
    ['origin', /does not accept chats from http:\/\/127\.0\.0\.1:\d+ yet/],
    ['unknown_site', /does not know a site with the key demo/],
    ['garbage', /does not look like Parlour/],
    ['redirect', /does not look like Parlour/],
    ['silent', /did not answer within 5 seconds/],
  ];
  for (const [behaviour, answer] of troubles) {
    it(`keeps the code and says what to do when the backend's answer is: ${behaviour}`, async () => {
      backend.behaviour = behaviour;
      const page = await paste(connectCode(backend.url));
      const [kind, text] = noticeIn(page);
      expect(kind).to.equal('warning');
      expect(text).to.include('The connect code is saved').and.to.match(answer);
      expect(page).to.include('Connected since');
    });
  }

  it('does not print what an address asks it to print', async () => {
    for (const name of ['saved-<b>', 'nonsense', 'code_nothing', '"><script>']) {
      const page = await admin.html(`${PAGE}&parlour_notice=${encodeURIComponent(name)}`);
      expect(noticeIn(page)).to.deep.equal([]);
      expect(page).not.to.include('<b>').and.not.to.include('"><script>');
    }
  });

  it('does not bring back a connection that somebody ended while it was being checked', async () => {
    backend.behaviour = 'ok';
    await paste(connectCode(backend.url));
    const check = await formOf('check');
    const disconnect = await formOf('disconnect', '&parlour_confirm=disconnect');
    backend.delay = 1500;
    const before = backend.requests.length;
    const checking = admin.post('/wp-admin/admin-post.php', check);
    await until(() => backend.requests.length > before, 'the check');
    await admin.post('/wp-admin/admin-post.php', disconnect);
    expect((await checking).status).to.equal(302);
    backend.delay = 0;
    expect(await stored()).to.equal('0');
  });

  it('forgets everything when disconnected', async () => {
    await paste(connectCode(backend.url));
    const [kind] = noticeIn(await submit('disconnect', {}, '&parlour_confirm=disconnect'));
    expect(kind).to.equal('success');
    expect(await stored()).to.equal('0');
  });

  it('left nothing in debug.log', () => {
    expect(wordpress.debugLog()).to.equal('');
  });
});
