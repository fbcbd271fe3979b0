/** What the plugin makes of policies, addresses and answers, function by function, in one run of PHP. */
import { join } from 'node:path';
import { expect } from 'chai';
import { startWordPress, type WordPress } from '../../support/wordpress.ts';

const PAGE = 'https://www.example.com/landing';
const CHAT = 'https://chat.example.com';

/** A script tag with an address, one with code, and one of each with a nonce. */
const LOADED = { nonce: '', code: '' };
const INLINE = { nonce: '', code: 'import("x")' };
const NONCE = { nonce: 'abc', code: '' };
const INLINE_NONCE = { nonce: 'abc', code: 'import("x")' };
const FRAME = null;

/** Which part of a policy stands in the chat's way, and why (W3C, CSP3). */
const policies: [policy: string, script: object | null, forbidden: object, page?: string, chat?: string][] = [
  ['', LOADED, {}],
  ['img-src *; font-src data:', LOADED, {}],
  ['frame-ancestors *; upgrade-insecure-requests', LOADED, {}],
  // Which directive rules, and that the first of two counts.
  [`script-src ${CHAT}; connect-src ${CHAT}`, LOADED, {}],
  ["default-src 'self'", LOADED, { 'default-src': 'host' }],
  [`default-src ${CHAT}`, LOADED, {}],
  [`default-src ${CHAT}; script-src 'none'`, LOADED, { 'script-src': 'host' }],
  [`script-src 'none'; script-src-elem ${CHAT}`, LOADED, {}],
  [`script-src-elem 'self'; script-src ${CHAT}`, LOADED, { 'script-src-elem': 'host' }],
  [`script-src ${CHAT}; connect-src 'self'`, LOADED, { 'connect-src': 'host' }],
  ['script-src; connect-src', LOADED, { 'script-src': 'host', 'connect-src': 'host' }],
  [`script-src 'self'; SCRIPT-SRC ${CHAT}`, LOADED, { 'script-src': 'host' }],
  [`SCRIPT-SRC HTTPS://CHAT.EXAMPLE.COM;;  ;`, LOADED, {}],
  // Hosts, stars, ports, schemes and paths.
  ['script-src *', LOADED, {}],
  ['script-src https:', LOADED, {}],
  ['script-src http:', LOADED, {}],
  ['script-src data: blob:', LOADED, { 'script-src': 'host' }],
  ['script-src chat.example.com', LOADED, {}],
  ['script-src *.example.com', LOADED, {}],
  ['script-src *.chat.example.com', LOADED, { 'script-src': 'host' }],
  ['script-src *.ample.com', LOADED, { 'script-src': 'host' }],
  ['script-src example.com', LOADED, { 'script-src': 'host' }],
  ['script-src http://chat.example.com', LOADED, {}],
  ['script-src wss://chat.example.com', LOADED, {}],
  ['script-src https://chat.example.com:443', LOADED, {}],
  ['script-src https://chat.example.com:*', LOADED, {}],
  ['script-src https://chat.example.com:8443', LOADED, { 'script-src': 'host' }],
  ['script-src chat.example.com:3000', LOADED, {}, PAGE, `${CHAT}:3000`],
  ['script-src chat.example.com', LOADED, { 'script-src': 'host' }, PAGE, `${CHAT}:3000`],
  ['script-src https://chat.example.com/', LOADED, {}],
  ['script-src https://chat.example.com/widget.js', LOADED, { 'script-src': 'host' }],
  ['script-src https://chat.example.com/widget.js https://chat.example.com/widget/', LOADED, {}],
  ['script-src https://x.example.com/p/', LOADED, {}, PAGE, 'https://x.example.com/p'],
  ['script-src https://chat.example.com<x>', LOADED, { 'script-src': 'host' }],
  ["script-src 'self'", LOADED, {}, `${CHAT}/blog`],
  ["script-src 'self'", LOADED, {}, 'http://chat.example.com/blog'],
  ["script-src 'self'", LOADED, { 'script-src': 'host' }, PAGE, 'http://www.example.com'],
  ['script-src chat.example.com', LOADED, { 'script-src': 'host' }, PAGE, 'http://chat.example.com'],
  ['script-src 127.0.0.1:3000', LOADED, {}, 'http://127.0.0.1:80/', 'http://127.0.0.1:3000'],
  // Nonces, strict-dynamic, and code in the page.
  ["script-src 'nonce-abc'", NONCE, {}],
  ["script-src 'nonce-ABC'", NONCE, { 'script-src': 'host' }],
  [`script-src 'strict-dynamic' ${CHAT}`, LOADED, { 'script-src': 'nonce' }],
  ["script-src 'nonce-abc' 'strict-dynamic'", NONCE, {}],
  [`script-src ${CHAT}`, INLINE, { 'script-src': 'inline' }],
  [`script-src 'unsafe-inline' ${CHAT}`, INLINE, {}],
  ["script-src 'unsafe-inline'", INLINE, { 'script-src': 'host' }],
  [`script-src 'unsafe-inline' 'nonce-xyz' ${CHAT}`, INLINE, { 'script-src': 'inline' }],
  ["script-src 'unsafe-inline' 'nonce-xyz' 'strict-dynamic'", INLINE, { 'script-src': 'nonce' }],
  ["script-src 'nonce-abc'", INLINE_NONCE, {}],
  ["script-src 'sha256-sKmfISdHATT2QpvSf6lx+GqHqnePQbBzM3i+54SPG5I='", INLINE, { 'script-src': 'inline' }],
  [`script-src ${CHAT} 'sha256-HASH'`, INLINE, {}],
  [`script-src 'strict-dynamic' 'sha256-HASH'`, INLINE, { 'script-src': 'nonce' }],
  // Sandbox and Trusted Types; frames.
  ['sandbox allow-forms', LOADED, { sandbox: 'sandbox' }],
  ['sandbox Allow-Scripts', LOADED, {}],
  ["require-trusted-types-for 'script'; trusted-types default", LOADED, { 'trusted-types': 'lit' }],
  ["require-trusted-types-for 'script'; trusted-types lit-html", LOADED, {}],
  ["script-src 'none'", FRAME, {}],
  ["frame-src 'self'; child-src *", FRAME, { 'frame-src': 'host' }],
  ["child-src 'self'", FRAME, { 'child-src': 'host' }],
  [`default-src 'none'; frame-src ${CHAT}`, FRAME, {}],
];

const ANSWER = { error: '', status: 200, headers: {}, body: '', seconds: 0.1, url: `${CHAT}/widget.js` };
const FACTS = { status: 'ok', http: 200, error: '', seconds: 0.1, skew: 0, kind: 'parlour', location: '' };
const SETTINGS = { url: CHAT, site: 'demo', key: 'plr_x' };

/** Calls whose verdict is a status and words that have to be in it. */
const verdicts: [fn: string, args: unknown[], status: string, words: RegExp][] = [
  ['judge_address', [CHAT, PAGE], 'good', /may load/],
  ['judge_address', ['http://10.0.0.5:3000', 'https://intra.test/'], 'critical', /https.*new connect code/],
  ['judge_address', ['http://parlour:3000', 'http://example.com/'], 'critical', /PUBLIC_URL/],
  ['judge_address', ['http://127.0.0.1:3000', 'https://example.test/'], 'good', /may load/],
  ['judge_clock', [-45, true], 'good', /agree/],
  ['judge_clock', [-3700, false], 'recommended', /1 hour behind.*NTP/],
  ['judge_clock', [400, true], 'critical', /7 minutes ahead/],
  ['judge_clock', [null, true], 'good', /no date/],
  ['judge_key', ['no_key', SETTINGS], 'recommended', /figures.*new connect code/],
  ['judge_backend', [{ ...FACTS, seconds: 3.2 }, SETTINGS], 'recommended', /3\.2 seconds/],
  ['judge_backend', [{ ...FACTS, status: 'unexpected', http: 500 }, SETTINGS], 'critical', /500/],
  [
    'judge_origin',
    [SETTINGS, 'https://example.com', true, ['https://www.example.com']],
    'recommended',
    /www/,
  ],
  ...(
    [
      ['cURL error 6: Could not resolve host: chat.example.com', /name chat\.example\.com is not known.*DNS/],
      ['cURL error 28: Operation timed out after 5001 milliseconds', /too long/],
      ['cURL error 60: SSL certificate problem: certificate has expired', /expired.*Renew/],
      ['cURL error 60: SSL certificate problem: self-signed certificate', /self-signed.*authority/],
      ['cURL error 60: SSL certificate problem: unable to get local issuer certificate', /whole chain/],
      ['cURL error 60: SSL: no alternative certificate subject name matches target', /another name/],
      ['cURL error 35: OpenSSL SSL_connect: SSL_ERROR_SYSCALL', /No safe connection/],
      ['http_request_not_executed: User has blocked requests through HTTP.', /WP_ACCESSIBLE_HOSTS/],
      ['stream_socket_client(): unable to connect (Connection refused)', /Nothing accepts/],
      ['something new', /something new/],
    ] as const
  ).map(([error, words]): [string, unknown[], string, RegExp] => [
    'judge_backend',
    [{ ...FACTS, status: 'unreachable', http: 0, error }, SETTINGS],
    'critical',
    words,
  ]),
  [
    'judge_script',
    [{ ...ANSWER, status: 0, error: 'cURL error 52: Empty reply' }, CHAT],
    'critical',
    /cut the/,
  ],
];

/** Twins of an origin: other addresses under which the same pages are often seen. */
const twins: [origin: string, siteUrl: string, expected: string[]][] = [
  [
    'https://example.com',
    'https://example.com/wp',
    ['https://www.example.com', 'http://example.com', 'http://www.example.com'],
  ],
  [
    'http://www.example.com',
    'http://cms.example.com',
    ['http://cms.example.com', 'https://www.example.com', 'https://example.com', 'http://example.com'],
  ],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080', []],
  ['https://intra.test', 'https://intra.test', []],
];

describe('Site Health, what it makes of what it finds', () => {
  let wordpress: WordPress;

  before(async () => {
    wordpress = await startWordPress({ plugins: ['dist/parlour'] });
  });

  after(() => wordpress?.stop());

  async function call(calls: [name: string, args: unknown[]][]): Promise<unknown[]> {
    const file = join(import.meta.dirname, 'judge.php');
    return JSON.parse(await wordpress.wp('eval-file', file, JSON.stringify(calls)));
  }

  it('reads Content-Security-Policies as browsers do', async () => {
    const hash = `sha256-${Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(INLINE.code))).toString('base64')}`;
    const written = policies.map(([policy]) => policy.replace('sha256-HASH', hash));
    const parsed = await call(written.map((policy) => ['parse_policies', [policy]]));
    const found = await call(
      policies.map(([, script, , page = PAGE, chat = CHAT], index) => [
        'forbidden_by_policy',
        [(parsed[index] as unknown[])[0] ?? {}, page, chat, script],
      ]),
    );
    const actual = policies.map(([policy, script], index) => [policy, script, JSON.stringify(found[index])]);
    const expected = policies.map(([policy, script, forbidden]) => [
      policy,
      script,
      JSON.stringify(forbidden).replace(/^\{\}$/, '[]'),
    ]);
    expect(actual).to.deep.equal(expected);
  });

  it('says in plain words what is wrong and what to do', async () => {
    const found = await call(verdicts.map(([name, args]) => [name, args]));
    verdicts.forEach(([name, args, status, words], index) => {
      const verdict = found[index] as { status: string; label: string; text: string[] };
      const about = `${name} ${JSON.stringify(args)}`;
      expect(verdict.status, about).to.equal(status);
      expect([verdict.label, ...verdict.text].join(' '), about).to.match(words);
    });
  });

  it('knows under which other addresses the same pages are often seen', async () => {
    const found = await call(twins.map(([origin, siteUrl]) => ['twin_origins', [origin, siteUrl]]));
    expect(found).to.deep.equal(twins.map(([, , expected]) => expected));
  });

  it('left nothing in debug.log', () => {
    expect(wordpress.debugLog()).to.equal('');
  });
});
