import type { Faults } from './health-rig.ts';

/** Content-Security-Policies of a page, and what Site Health must say of them. BACKEND is the address of Parlour. */
export const policies: [what: string, faults: Faults, status: string, words: RegExp][] = [
  [
    'two headers that must both agree',
    {
      headers: [
        "Content-Security-Policy: script-src 'unsafe-inline' *",
        "Content-Security-Policy: connect-src 'self'",
      ],
    },
    'critical',
    /Add http:\/\/127\.0\.0\.1:\d+ to these parts of the policy: connect-src.*header/,
  ],
  [
    'a meta element',
    {
      replace: [
        ['~<head>~', '<head><meta http-equiv="content-security-policy" content="script-src \'self\'">'],
      ],
    },
    'critical',
    /script-src.*meta element/,
  ],
  [
    'strict-dynamic without a nonce',
    { headers: ["Content-Security-Policy: script-src 'strict-dynamic' 'nonce-x' https:"] },
    'critical',
    /nonce/,
  ],
  [
    'one that only reports',
    { headers: ["Content-Security-Policy-Report-Only: default-src 'none'"] },
    'recommended',
    /on trial.*only reports/,
  ],
  [
    'one that knows Parlour',
    {
      headers: [
        "Content-Security-Policy: default-src 'self'; script-src 'unsafe-inline' BACKEND; connect-src BACKEND",
      ],
    },
    'good',
    /lets the chat work/,
  ],
];
