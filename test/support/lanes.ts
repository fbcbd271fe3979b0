/** How the tests are shared out among processes that run side by side (all-lanes.ts), so that all end at about one time. */

/**
 * What each lane runs, one file after the other. Most of what the backend's tests do is to wait, for a worker or a
 * process that ends; a browser's need the machine.
 */
export const LANES: Record<string, string[]> = {
  backend: ['test/backend/**/*.test.ts'],
  browser: [
    'test/unit/**/*.test.ts',
    'test/dashboard/**/*.test.ts',
    'test/web-components/**/*.test.ts',
    'test/promises/browser/**/*.test.ts',
    'test/end-to-end/**/*.test.ts',
    // Those that need a browser most.
    'test/wp-plugin/[ab]*.test.ts',
  ],
  promises: [
    'test/promises/*.test.ts',
    'test/wp-plugin/[!ab]*.test.ts',
    'test/wp-plugin/site-health/*.test.ts',
  ],
};
