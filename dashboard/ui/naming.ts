/** What a conversation and its parts are called on screen. */
import type { SessionRow } from '../../backend/sessions/schema.ts';
import { texts } from '../languages/en/app.ts';

/** The lead's name, else how to reach them, else "Visitor from /pricing". */
export function conversationName(row: Pick<SessionRow, 'lead' | 'page'>): string {
  const known = [row.lead?.name, row.lead?.email, row.lead?.phone].find((value) => value?.trim());
  if (known) return known.trim();
  const path = pagePath(row.page.url);
  return path === null ? texts.row.visitor : texts.row.visitorFrom(path);
}

/** The path of a page, or its host for the front page; null when there is no usable address. */
export function pagePath(url: string | null): string | null {
  const parsed = url === null ? null : webUrl(url);
  if (!parsed) return null;
  return parsed.pathname === '/' ? parsed.host : readable(parsed.pathname);
}

/** An address that may become a link: http and https only, because a visitor's page wrote it. */
export function webUrl(url: string): URL | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed : null;
}

/** A link that writes to an address (RFC 6068): what could end the address or add headers is escaped. */
export function mailLink(email: string): string {
  return `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`;
}

/** A link that calls a number (RFC 3966), without the spaces and brackets people put into it. */
export function phoneLink(phone: string): string {
  return `tel:${phone.replaceAll(/[^\d+*#]/g, '')}`;
}

/** "Company size" for `companySize` or `company_size`: the label of a site's own lead field. */
export function fieldLabel(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
    .trim();
  return words === '' ? name : words[0]!.toUpperCase() + words.slice(1);
}

/** One or two letters for a round picture. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
}

function readable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
