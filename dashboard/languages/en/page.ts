/** What stands in the page itself, which the build writes. */
export const pageTexts = {
  noScript: 'The dashboard needs JavaScript. Switch it on for this page and load it again.',
};
