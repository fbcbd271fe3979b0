import type { Faults } from './health-rig.ts';

/** The script tag of the chat, as a regular expression of PHP. */
export const tag = String.raw`<script[^>]*id="parlour-widget-js[^>]*>[\s\S]*?<\/script>`;
const loader = (attributes: string) => `<script id="parlour-widget-js" ${attributes}></script>`;

/** What may have happened to a page on its way out, and what Site Health must say of it. BACKEND is its address. */
export const brokenPages: [what: string, faults: Faults, status: string, words: RegExp][] = [
  [
    'a builder that strips the element',
    { replace: [['~</?parlour-chat[^>]*>~', '']] },
    'critical',
    /place for the chat was removed.*iframe/,
  ],
  [
    'a plugin that removes the script',
    { replace: [[`~${tag}~`, '']] },
    'critical',
    /script is missing.*exclude/,
  ],
  [
    'a page from before the chat',
    { headers: ['Age: 50'], replace: [[`~${tag}|</?parlour-chat[^>]*>~`, '']] },
    'critical',
    /missing.*Empty the cache/,
  ],
  [
    'a cached page of another backend',
    { replace: [['~http://127\\.0\\.0\\.1:\\d+(\\\\?/widget\\.js)~', 'https://old.example.com$1']] },
    'critical',
    /old address.*https:\/\/old\.example\.com.*empty the page cache/,
  ],
  [
    'a copy on a CDN',
    {
      replace: [
        [`~${tag}~`, loader('type="module" src="https://cdn.example.net/wp-content/cache/widget.js?v=1"')],
      ],
    },
    'critical',
    /copied to another address.*cdn\.example\.net/,
  ],
  [
    'a module that lost its mark',
    { replace: [[`~${tag}~`, loader('src="BACKEND/widget.js"')]] },
    'critical',
    /lost its mark/,
  ],
  [
    'a script delayed by WP Rocket',
    { replace: [[`~${tag}~`, loader('type="rocketlazyloadscript" data-rocket-src="BACKEND/widget.js"')]] },
    'recommended',
    /delayed.*WP Rocket.*Exclude/,
  ],
  [
    'a script held back by a consent banner',
    { replace: [[`~${tag}~`, loader('type="text/plain" data-src="BACKEND/widget.js"')]] },
    'recommended',
    /consent/,
  ],
  [
    'a module as it was meant',
    { replace: [[`~${tag}~`, loader('type="module" src="BACKEND/widget.js?v=2"')]] },
    'good',
    /unaltered/,
  ],
  [
    'scripts merged into one',
    {
      replace: [[`~${tag}~`, '<script src="/wp-content/cache/autoptimize/js/autoptimize_1.js"></script>']],
    },
    'recommended',
    /merged with others/,
  ],
  ['a page behind a password', { status: 401 }, 'recommended', /status 401/],
  [
    'an iframe instead',
    {
      replace: [
        [`~${tag}~`, ''],
        ['~<parlour-chat.*?</parlour-chat>~', '<iframe title="Chat" src="BACKEND/embed/demo"></iframe>'],
      ],
    },
    'good',
    /as a frame/,
  ],
];
