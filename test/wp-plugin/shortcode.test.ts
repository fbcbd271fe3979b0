/** The page with the chat: what visitors get, what a cache may keep, what hostile attributes do. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { testBrowser } from '../support/browser.ts';
import { counted, measured } from '../support/measured.ts';
import { Person } from '../support/wordpress/person.ts';
import { startWordPress, type WordPress } from '../support/wordpress.ts';
import { connectCode, type FakeBackend, startFakeBackend } from './fake-backend.ts';

const KEY = 'plr_0123456789abcdefSECRETwxyz';

describe('[parlour_chat]', () => {
  let wordpress: WordPress;
  let backend: FakeBackend;
  let visitor: Person;

  before(async () => {
    wordpress = await startWordPress({ plugins: ['dist/parlour'] });
    backend = await startFakeBackend();
    visitor = new Person(wordpress);
  });

  after(async () => {
    await backend?.stop();
    await wordpress?.stop();
  });

  const publish = (name: string, content: string) =>
    wordpress.wp(
      'post',
      'create',
      '--post_type=page',
      '--post_status=publish',
      `--post_title=${name}`,
      `--post_content=${content}`,
    );
  const chatIn = (html: string) => /<parlour-chat\b[^>]*><\/parlour-chat>/.exec(html)?.[0] ?? '';
  /** What keeps the room of an inline chat free until it has loaded. */
  const room = (height: string) => `style="display:block;min-height:420px;height:${height}"`;
  const scriptIn = (html: string) => /<script[^>]*parlour-widget.*?<\/script>/s.exec(html)?.[0] ?? '';

  describe('before Parlour is connected', () => {
    before(() => publish('early', '[parlour_chat]'));

    it('shows visitors nothing', async () => {
      expect(await visitor.html('/early/')).not.to.include('arlour');
    });

    it('shows administrators where to connect, and other editors whom to ask', async () => {
      await wordpress.wp(
        'user',
        'create',
        'edna',
        'edna@example.com',
        '--role=editor',
        '--user_pass=password',
      );
      const page = await (await Person.signedIn(wordpress)).html('/early/');
      expect(page).to.include('options-general.php?page=parlour">Connect Parlour');
      expect(await (await Person.signedIn(wordpress, 'edna')).html('/early/')).to.include(
        'Ask an administrator',
      );
    });
  });

  describe('once connected', () => {
    before(async () => {
      await wordpress.wp('parlour', 'connect', connectCode(backend.url, 'demo', KEY));
      await publish('chat', 'Before [parlour_chat] after');
      await publish('plain', 'Nothing here');
    });

    it('prints the element, and a script that optimisers leave alone', async () => {
      const page = await visitor.html('/chat/');
      expect(chatIn(page)).to.equal(
        `<parlour-chat site="demo" mode="inline" ${room('100%')}></parlour-chat>`,
      );
      const script = scriptIn(page);
      expect(script).to.include(`import("${backend.url}/widget.js")`);
      for (const mark of [
        'data-cfasync="false"',
        'data-no-optimize="1"',
        'data-no-defer="1"',
        'nowprocket',
      ]) {
        expect(script).to.include(mark);
      }
      expect(page.split('/widget.js').length - 1).to.equal(1);
    });

    it('runs in a browser', async () => {
      const browser = await testBrowser();
      try {
        const page = await browser.newPage();
        await page.goto(`${wordpress.url}/chat/`);
        await page.getByText('Chat of demo, inline').waitFor();
      } finally {
        await browser.close();
      }
    });

    it('is the same, byte for byte, for two visitors, and holds no secret', async () => {
      const other = new Person(wordpress, {
        'user-agent': 'Another browser',
        'accept-language': 'ar',
        'x-forwarded-for': '203.0.113.9',
        referer: 'https://ads.example.com/',
      });
      const [first, second] = [await visitor.html('/chat/'), await other.html('/chat/')];
      expect(second).to.equal(first);
      measured(
        25,
        counted`${Buffer.compare(Buffer.from(first), Buffer.from(second))} bytes differ between visitors`,
      );
      expect(first).not.to.include('plr_').and.not.to.include('SECRET').and.not.to.match(/nonce/i);
    });

    it('sets no cookie', async () => {
      expect((await visitor.get('/chat/')).headers.getSetCookie()).to.deep.equal([]);
    });

    it('costs other pages nothing: no script, and the settings are not read', async () => {
      const log = join(wordpress.dir, 'reads.log');
      mkdirSync(join(wordpress.dir, 'wp-content/mu-plugins'), { recursive: true });
      writeFileSync(
        join(wordpress.dir, 'wp-content/mu-plugins/reads.php'),
        `<?php add_filter( 'pre_option_parlour_settings', function ( $value ) { file_put_contents( '${log}', $_SERVER['REQUEST_URI'] . "\\n", FILE_APPEND ); return $value; } );`,
      );
      expect(await visitor.html('/plain/')).not.to.include('arlour');
      await visitor.html('/chat/');
      expect(new Set(readFileSync(log, 'utf8').trim().split('\n'))).to.deep.equal(new Set(['/chat/']));
      expect(
        await wordpress.wp('option', 'list', '--autoload=on', '--search=parlour*', '--format=count'),
      ).to.equal('0');
    });

    const attributes: [shortcode: string, element: string][] = [
      ['mode="floating" height="600px"', 'site="demo" mode="floating"'],
      ['mode="sideways" theme="neon"', `site="demo" mode="inline" ${room('100%')}`],
      ['mode="floating" site="other" theme="dark"', 'site="other" mode="floating" theme="dark"'],
      ['height=600', `site="demo" mode="inline" height="600px" ${room('600px')}`],
      ['height="80vh"', `site="demo" mode="inline" height="80vh" ${room('80vh')}`],
      ['height="1px;background:url(//evil)"', `site="demo" mode="inline" ${room('100%')}`],
      ['mode="floating" site="x onload=alert(1)"', 'site="demo" mode="floating"'],
      [
        `mode="floating" title='" onmouseover="alert(1)'`,
        'site="demo" mode="floating" title="&quot; onmouseover=&quot;alert(1)"',
      ],
      [
        `mode="floating" greeting="<script>alert(1)</script>Hi & 'bye'"`,
        'site="demo" mode="floating" greeting="Hi &amp; &#039;bye&#039;"',
      ],
      [
        'mode="floating" accent="#0A5f8c" position="left" locale="de-AT" device="phones"',
        'site="demo" mode="floating" accent="#0A5f8c" position="left" locale="de-AT" media="(max-width: 782px)"',
      ],
      ['mode="floating" accent="red" position="top" locale="x" device="tv"', 'site="demo" mode="floating"'],
      ['mode="floating" onclick="alert(1)" style="x" id="y"', 'site="demo" mode="floating"'],
      ['mode="floating" greeting="مرحبا 你好 🙂"', 'site="demo" mode="floating" greeting="مرحبا 你好 🙂"'],
    ];
    describe('with attributes', () => {
      let printed: string[];

      before(async () => {
        const shortcodes = JSON.stringify(attributes.map(([given]) => `[parlour_chat ${given}]`));
        const given = `json_decode( base64_decode( '${Buffer.from(shortcodes).toString('base64')}' ) )`;
        printed = JSON.parse(
          await wordpress.wp('eval', `echo wp_json_encode( array_map( 'do_shortcode', ${given} ) );`),
        );
      });

      for (const [index, [given, element]] of attributes.entries()) {
        it(`takes ${given}`, () => {
          expect(printed[index]).to.equal(`<parlour-chat ${element}></parlour-chat>`);
        });
      }
    });

    it('is a frame with a name where scripts are taken out, and loads none', async () => {
      await publish(
        'frame',
        '[parlour_chat mode="iframe" title="Ask &lt;us&gt;" height="70vh" theme="dark"]',
      );
      const page = await visitor.html('/frame/');
      expect(page).to.include(
        `<iframe src="${backend.url}/embed/demo" title="Ask &lt;us&gt;" loading="lazy" referrerpolicy="no-referrer-when-downgrade" width="100%" height="600" style="display:block;width:100%;height:70vh;border:0"></iframe>`,
      );
      expect(page).not.to.include('widget.js').and.not.to.include('<parlour-chat');
    });

    it('cuts texts to the length Parlour allows', async () => {
      const html = await wordpress.wp(
        'eval',
        `echo do_shortcode( '[parlour_chat title="${'é'.repeat(200)}"]' );`,
      );
      expect(html).to.include(`title="${'é'.repeat(80)}"`);
    });

    it('loads the widget once for two chats, also where the shortcode runs late', async () => {
      await publish('twice', '[parlour_chat] [parlour_chat mode="floating"]');
      expect((await visitor.html('/twice/')).split('/widget.js').length - 1).to.equal(1);
      writeFileSync(
        join(wordpress.dir, 'wp-content/mu-plugins/late.php'),
        "<?php add_action( 'wp_footer', function () { if ( isset( $_GET['late'] ) ) { echo do_shortcode( '[parlour_chat mode=\"floating\"]' ); } }, 50 );",
      );
      const late = await visitor.html('/plain/?late=1');
      expect(chatIn(late)).to.include('floating');
      expect(late.split('/widget.js').length - 1).to.equal(1);
    });

    it('works in a classic theme', async () => {
      const theme = join(wordpress.dir, 'wp-content/themes/classic');
      mkdirSync(theme);
      writeFileSync(join(theme, 'style.css'), '/*\nTheme Name: Classic\n*/');
      writeFileSync(
        join(theme, 'index.php'),
        '<!doctype html><html><head><?php wp_head(); ?></head><body><?php while ( have_posts() ) { the_post(); the_content(); } wp_footer(); ?></body></html>',
      );
      await wordpress.wp('theme', 'activate', 'classic');
      const page = await visitor.html('/chat/');
      expect(chatIn(page)).to.include('site="demo"');
      expect(page.split('/widget.js').length - 1).to.equal(1);
      expect(scriptIn(page)).to.include('data-cfasync="false"');
    });

    it('stays out of feeds', async () => {
      await wordpress.wp(
        'post',
        'create',
        '--post_status=publish',
        '--post_title=News',
        '--post_content=News [parlour_chat]',
      );
      expect(await visitor.html('/feed/'))
        .to.include('News')
        .and.not.include('parlour');
    });

    it('loads as fast as ever when the backend is down, because nothing is asked on the server (promise 25)', async () => {
      const asked = backend.requests.length;
      await visitor.html('/chat/');
      const more = backend.requests.length - asked;
      expect(more).to.equal(0);
      measured(25, counted`${more} questions for a page with the chat`);
    });
  });

  describe('after all that', () => {
    it('left nothing in debug.log', () => {
      expect(wordpress.debugLog()).to.equal('');
    });
  });
});
