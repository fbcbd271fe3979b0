/** What axe-core finds on a page that keeps people out. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Rules that see colours: what another theme can break where the page's structure was looked at in the first. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe-core finds serious or critical, each as a rule and its elements; empty is good. What lies in frames is left
 * out, as it has pages of its own.
 * @param only looks at colours alone, which takes a fraction of the time
 */
export async function seriousFindings(page: Page, only?: 'colours'): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      iframes: false,
      // Elements that pass need no description.
      resultTypes: ['violations'],
      ...(rules && { runOnly: rules }),
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => {
        const elements = nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`);
        return `${id}: ${elements.join(' | ')}`;
      });
  }, only && COLOURS);
}
