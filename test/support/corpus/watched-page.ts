/** A page that tells whether a stranger's words were taken for more than words. */
import type { BrowserContext, Page } from 'playwright-core';
import { EVIL_HOST } from './markup.ts';

/** What went wrong on the pages of this context, for as long as it lives; only the given origins may be asked for anything. */
export async function watch(context: BrowserContext, origins: readonly string[]): Promise<string[]> {
  const findings: string[] = [];
  // tsx keeps the names of functions by this; the ones below run in the page.
  await context.addInitScript('globalThis.__name = (named) => named');
  // Told by events, not by standing in the way: where requests are held back, nothing is cached.
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (/^https?:$/.test(protocol) && !origins.includes(origin))
      findings.push(`fetched ${request.url().slice(0, 100)}`);
  });
  context.on('page', (page) => {
    const note = (what: string) => findings.push(`${what} on ${page.url()}`);
    page.on('pageerror', (error) => note(`error ${error.message}`));
    page.on('dialog', (dialog) => {
      note('dialog');
      void dialog.dismiss();
    });
    page.on('console', (line) => {
      if (/Content.Security.Policy/i.test(line.text())) note(line.text().slice(0, 300));
    });
  });
  return findings;
}

/**
 * All text that is on a page, through every shadow root; '' while something there is still being loaded.
 * @param part only what is in the first of these elements
 */
export const shownText = (page: Page, part = ':root'): Promise<string> =>
  page.evaluate((selector) => {
    const find = (root: Document | ShadowRoot, wanted: string): Element | null => {
      const found = root.querySelector(wanted);
      if (found) return found;
      for (const { shadowRoot } of root.querySelectorAll('*')) {
        const deeper = shadowRoot && find(shadowRoot, wanted);
        if (deeper) return deeper;
      }
      return null;
    };
    let isLoading = false;
    const read = (root: Node): string => {
      if (root.nodeType === Node.TEXT_NODE) return root.textContent ?? '';
      if (root instanceof HTMLStyleElement || root instanceof HTMLScriptElement) return '';
      if (root instanceof Element && root.matches('sl-skeleton, [aria-busy=true]')) isLoading = true;
      const inner = root instanceof Element && root.shadowRoot ? [root.shadowRoot] : [];
      const fields =
        root instanceof HTMLInputElement || root instanceof HTMLTextAreaElement ? root.value : '';
      return fields + [...inner, ...root.childNodes].map(read).join(' ');
    };
    const start = find(document, selector);
    const text = start ? read(start) : '';
    return isLoading ? '' : text;
  }, part);

/** Elements and attributes that only a stranger can have made, and whether anything has run; empty is good. */
export const strangersMarkup = (page: Page): Promise<string[]> =>
  page.evaluate((host) => {
    const found: string[] = [];
    if ('__xss' in window) found.push('a script ran');
    const seen = (element: Element, why: string) => found.push(`${why}: ${element.outerHTML.slice(0, 200)}`);
    const look = (root: ParentNode) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches('[data-xss], xss-element, marquee, math, object, embed, base'))
          seen(element, 'an element');
        if (element instanceof HTMLScriptElement && !element.src && element.textContent?.includes('__xss'))
          seen(element, 'a script');
        for (const { name, value } of element.attributes) {
          if (name.startsWith('on')) seen(element, `the handler ${name}`);
          const isAddress = /^(src|srcset|href|xlink:href|action|formaction|data|poster|srcdoc|style)$/.test(
            name,
          );
          if (!isAddress) continue;
          const isLink = element instanceof HTMLAnchorElement && name === 'href';
          if (isLink && !/^(https?:|mailto:|tel:|blob:|#|\/|\?|\.)/i.test(value)) seen(element, 'a link');
          const opensPage = isLink && !/^(mailto|tel):/i.test(value);
          if (opensPage && value.includes(host) && !/\bnoopener\b/.test(element.rel))
            seen(element, 'a link that tells');
          // A page's own address is not fetched, whatever somebody put behind its question mark.
          const isOwn = element.matches('link[rel=canonical]');
          if (!isLink && !isOwn && value.includes(host)) seen(element, `the address ${name}`);
        }
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    look(document);
    return found;
  }, EVIL_HOST);
