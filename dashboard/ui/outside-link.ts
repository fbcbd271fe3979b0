import { html, type TemplateResult } from 'lit';
import { webUrl } from './naming.ts';

/**
 * An address that a stranger or another program wrote: a link when it is one of the web, else words. It is shown by its
 * label, without one by host and path.
 */
export function outsideLink(url: string | null, label?: string | null): string | TemplateResult | null {
  const link = url === null ? null : webUrl(url);
  if (!link) return label || url;
  const shown = label || `${link.host}${link.pathname}`;
  return html`<a href=${link.href} target="_blank" rel="noopener noreferrer nofollow">${shown}</a>`;
}
